// The built kit in Node, where there is no window and no document. That the browser takes the markup over without a word
// is tested in packages/react/src/hydration.test.tsx.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('./render-on-server.mjs', import.meta.url))

test('every component renders in plain Node, and prints nothing', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' })
  expect(stderr).toBe('')
  const [rendered, parts] = stdout.trim().split(' ').map(Number)
  expect(parts).toBe(21)
  expect(rendered).toBeGreaterThanOrEqual(20)
})
