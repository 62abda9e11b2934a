// Each package as it is published: packed by pnpm, then looked at by publint (what the manifest promises is there) and by
// Are the types wrong? (every way of importing it finds its types).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, onTestFinished, test } from 'vitest'

const packages = fileURLToPath(new URL('../../packages/', import.meta.url))
/** All packages are ESM alone: that CommonJS of old must not `require` them, and that it resolves no `exports`, is meant. */
const MEANT = new Set(['node10', 'node16-cjs'])

interface Manifest {
  name: string
  exports: Record<string, string | Record<string, string>>
  publishConfig: { exports: Manifest['exports'] }
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')) as Manifest
}

function packed(name: string): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), 'pika-pack-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  execFileSync('pnpm', ['pack', '--pack-destination', folder], { cwd: join(packages, name), stdio: 'pipe' })
  const [file = ''] = readdirSync(folder)
  return new Uint8Array(readFileSync(join(folder, file)))
}

describe.each(readdirSync(packages))('the package %s', (name) => {
  test('publishes what it exports here, without what points to sources', () => {
    const { exports, publishConfig } = manifestOf(name)
    const published = Object.entries(exports).flatMap(([entry, target]) => {
      if (typeof target === 'string') return [[entry, target]]
      const { '@pika-kit/source': _, ...built } = target
      return Object.keys(built).length > 0 ? [[entry, built]] : []
    })
    expect(publishConfig.exports).toEqual(Object.fromEntries(published))
  })

  test('holds what its manifest says (publint)', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: packed(name).buffer },
      strict: true,
    })
    expect(messages.map((message) => formatMessage(message, pkg as never, { color: false }))).toEqual([])
  })

  test('gives its types to every way of importing it (Are the types wrong?)', async () => {
    const entries = Object.keys(manifestOf(name).publishConfig.exports)
    const result = await checkPackage(createPackageFromTarballData(packed(name)), {
      excludeEntrypoints: entries.filter((entry) => /\.(css|graphql|json)$/.test(entry)),
    })
    if (!result.types) throw new Error(`${name} has no types`)
    const problems = result.problems.filter(
      (problem) => !('resolutionKind' in problem && MEANT.has(problem.resolutionKind)),
    )
    expect(problems).toEqual([])
  })
})
