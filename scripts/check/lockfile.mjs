// The lockfile must serve every machine: no address of anyone's registry, and no platform silently left out.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root, StepFailure } from '../step.mjs'

/**
 * pnpm leaves an optional package out of the lockfile when the registry answers 404 for it, and says nothing. Someone
 * else's frozen install then has no binary. These are the platforms on which contributors and users work.
 */
const commonPlatform =
  /(^|[-/])(darwin-(x64|arm64)|win32-(x64|arm64)(-msvc)?|linux-(x64|arm64)(-(gnu|glibc))?)$/

/** Fails when pnpm-lock.yaml names a URL, or lacks a common platform's package of something that is installed. */
export async function checkLockfile() {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  const problems = findUrls(lockfile).map(
    (url) => `pnpm-lock.yaml names a host: ${url}. Install with pnpm, not npm.`,
  )
  for (const manifest of installedManifests()) {
    for (const name of Object.keys(manifest.optionalDependencies ?? {})) {
      if (lacksPlatform(lockfile, name))
        problems.push(
          `pnpm-lock.yaml lacks ${name}, which ${manifest.name}@${manifest.version} needs there. ` +
            `Pin a version whose platform packages are all published.`,
        )
    }
  }
  if (problems.length) throw new StepFailure(problems.join('\n'))
}

/**
 * @param {string} lockfile
 * @returns {string[]}
 */
export function findUrls(lockfile) {
  return lockfile.match(/\b(https?|git\+\w+):\/\/[^\s'"}]+/g) ?? []
}

/**
 * @param {string} lockfile
 * @param {string} name
 */
export function hasPackage(lockfile, name) {
  return lockfile.includes(`\n  '${name}@`) || lockfile.includes(`\n  ${name}@`)
}

/**
 * @param {string} lockfile
 * @param {string} name of an optional dependency
 * @returns {boolean} whether it is a common platform's and is not locked
 */
export function lacksPlatform(lockfile, name) {
  return commonPlatform.test(name) && !hasPackage(lockfile, name)
}

/** @returns {{ name: string, version: string, optionalDependencies?: Record<string, string> }[]} */
function installedManifests() {
  const store = join(root, 'node_modules/.pnpm')
  return readdirSync(store).flatMap((folder) => {
    const name = folder.slice(0, folder.indexOf('@', 1)).replace('+', '/')
    try {
      return [JSON.parse(readFileSync(join(store, folder, 'node_modules', name, 'package.json'), 'utf8'))]
    } catch {
      return [] // not a package's folder: pnpm's own `node_modules`, `lock.yaml`, or a name it has shortened
    }
  })
}
