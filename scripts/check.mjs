// Everything that can be said of the code without running it. `npm run check`; `npm test` runs the same steps.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { checkPackageArrows } from './check/arrows.mjs'
import { checkLockfile } from './check/lockfile.mjs'
import { checkProps } from './check/props.mjs'
import { checkStyling } from './check/styling.mjs'
import { checkTrackedFiles } from './check/tracked-files.mjs'
import { root, run, runNode, runSteps } from './step.mjs'

/** The steps, the long ones first, so that two at once end at about the same time. */
export const checkSteps = [
  {
    name: 'types',
    run: quiet(() => runNode('node_modules/typescript/bin/tsc', ['-b', '--pretty', 'false'])),
  },
  {
    name: 'lint',
    run: quiet(() =>
      runNode('node_modules/oxlint/bin/oxlint', ['--type-aware', '--format=unix', '--deny-warnings', '.']),
    ),
  },
  { name: 'format', run: quiet(() => runNode('node_modules/prettier/bin/prettier.cjs', formatArgs)) },
  { name: 'unused code', run: quiet(() => runNode('node_modules/knip/bin/knip.js', ['--no-progress'])) },
  { name: 'package arrows', run: checkPackageArrows },
  { name: 'generated files', run: checkGeneratedFiles },
  { name: 'described props', run: checkProps },
  { name: 'styling contract', run: checkStyling },
  { name: 'lockfile', run: checkLockfile },
  { name: 'tracked files', run: checkTrackedFiles },
]

const formatArgs = [
  '--check',
  '.',
  '--log-level=warn',
  '--cache',
  '--cache-location=node_modules/.cache/prettier-check',
]

/** @param {() => Promise<unknown>} work */
function quiet(work) {
  return async () => void (await work())
}

/** What is derived from the schema is committed, so that a change of the contract is seen in review. */
async function checkGeneratedFiles() {
  if (!existsSync(`${root}scripts/generate.mjs`)) return 'nothing generated yet'
  await run(process.execPath, ['--conditions=@pika-kit/source', `${root}scripts/generate.mjs`, '--check'])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { failed } = await runSteps(checkSteps)
  process.exitCode = failed ? 1 : 0
}
