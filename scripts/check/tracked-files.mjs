// No tracked file may tell of the machine it was written on, nor be too large to review.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, StepFailure } from '../step.mjs'

const MAX_BYTES = 2_000_000
const machinePath =
  /(?:^|[\s"'`(=:]|file:\/\/)(\/home\/[a-z][\w-]*\/|\/Users\/[A-Za-z][\w-]*\/|[A-Z]:\\Users\\)/

/** Fails on an absolute path of somebody's machine, and on a file over 2 MB. Outside of git it has nothing to look at. */
export async function checkTrackedFiles() {
  const listed = await run('git', ['ls-files', '-z']).catch(() => undefined)
  if (listed === undefined) return 'skipped: not a git checkout'
  const problems = listed.split('\0').flatMap((path) => (path ? problemsOf(path) : []))
  if (problems.length) throw new StepFailure(problems.join('\n'))
  return undefined
}

/** @param {string} path */
function problemsOf(path) {
  const file = join(root, path)
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) return [] // deleted, not yet committed
  if (size > MAX_BYTES) return [`${path} has ${size} bytes: keep files under ${MAX_BYTES}, or generate them`]
  const bytes = readFileSync(file)
  if (bytes.includes(0)) return [] // binary
  return bytes
    .toString('utf8')
    .split('\n')
    .flatMap((line, index) => {
      const found = findMachinePath(line)
      return found ? [`${path}:${index + 1} names a path of a machine: ${found}`] : []
    })
}

/**
 * @param {string} line
 * @returns {string | undefined} the path, or the root of this very checkout
 */
export function findMachinePath(line) {
  if (root.length > 4 && line.includes(root)) return root
  return machinePath.exec(line)?.[1]
}
