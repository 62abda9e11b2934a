// Builds the packages in the order of their dependencies, and the Studio last. What has not changed is left alone.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, run, runSteps, StepFailure } from './step.mjs'

const cache = join(root, 'node_modules/.cache/pika-build')
const neverInputs = /(^|[\\/])(node_modules|dist|\.tsout|coverage|storybook-static|\.pika-kit)($|[\\/])/
const notBuilt = /\.(test|bench|stories|conformance)\.tsx?$|\.(md|tsbuildinfo)$/

/**
 * @typedef {object} Part
 * @property {string} folder from the root
 * @property {string[]} dependencies names of other parts, of which the build reads what they have built
 * @property {string} program
 * @property {string[]} args
 */

/** @returns {Map<string, Part>} by package name; only those that have something to build */
function findParts() {
  /** @type {Map<string, Part>} */
  const parts = new Map()
  for (const folder of [...globSync('packages/*', { cwd: root }), 'apps/demo']) {
    const { name, dependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const tool = ['tsdown.config.ts', 'vite.config.ts'].find((file) => existsSync(join(root, folder, file)))
    if (!tool) continue
    const ours = Object.keys(dependencies).filter((dependency) => dependency.startsWith('@pika-kit/'))
    const [program, args] = tool.startsWith('tsdown')
      ? ['tsdown/dist/run.mjs', ['--log-level', 'warn']]
      : ['vite/bin/vite.js', ['build', '--logLevel', 'warn']]
    parts.set(name, { folder, dependencies: ours, program: join(root, 'node_modules', program), args })
  }
  return parts
}

/**
 * What the build of a part depends on, as one hash: its files, its dependencies' hashes, the lockfile, the shared settings.
 * @param {Part} part
 * @param {(name: string) => string} hashOf
 */
function hashInputs({ folder, dependencies }, hashOf) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const shared of ['pnpm-lock.yaml', 'tsconfig.base.json', 'scripts/build.mjs'])
    hash.update(readFileSync(join(root, shared)))
  for (const dependency of dependencies) hash.update(hashOf(dependency))
  const files = globSync('**/*', {
    cwd: join(root, folder),
    withFileTypes: true,
    exclude: (entry) => neverInputs.test(entry.name),
  })
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.toSorted())
    if (!notBuilt.test(path)) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/**
 * The steps that build everything: each waits for those it depends on, so they may run side by side.
 * @returns {import('./step.mjs').Step[]}
 */
export function buildSteps() {
  const parts = findParts()
  /** @type {Map<string, string>} */
  const hashes = new Map()
  /** @type {(name: string) => string} */
  const hashOf = (name) => {
    const part = parts.get(name)
    const hash = hashes.get(name) ?? (part ? hashInputs(part, hashOf) : '')
    hashes.set(name, hash)
    return hash
  }
  /** @type {Map<string, PromiseWithResolvers<boolean>>} */
  const ends = new Map([...parts.keys()].map((name) => [name, Promise.withResolvers()]))
  return inOrder(parts).map(([name, part]) => ({
    name: `build ${name.replace('@pika-kit/', '')}`,
    async run() {
      const built = await Promise.all(
        part.dependencies.map((dependency) => ends.get(dependency)?.promise ?? Promise.resolve(true)),
      )
      let succeeded = false
      try {
        if (built.includes(false)) throw new StepFailure('not built: what it depends on failed')
        const remark = await build(name, part, hashOf(name))
        succeeded = true
        return remark
      } finally {
        ends.get(name)?.resolve(succeeded)
      }
    },
  }))
}

/**
 * @param {string} name
 * @param {Part} part
 * @param {string} hash
 */
async function build(name, { folder, program, args }, hash) {
  const stamp = join(cache, name.replace('/', '+'))
  const isFresh =
    existsSync(join(root, folder, 'dist')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isFresh) return 'unchanged'
  // Gone before the build: a build that is interrupted must not pass for a fresh one.
  rmSync(stamp, { force: true })
  await run(process.execPath, [program, ...args], { cwd: join(root, folder) })
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
  return undefined
}

/**
 * Dependencies before dependents. With that, a worker that waits for a dependency waits for one that has been started.
 * @param {Map<string, Part>} parts
 * @returns {[string, Part][]}
 */
function inOrder(parts) {
  /** @type {Map<string, Part>} */
  const ordered = new Map()
  /** @param {string} name */
  const visit = (name) => {
    const part = parts.get(name)
    if (!part || ordered.has(name)) return
    part.dependencies.forEach(visit)
    ordered.set(name, part)
  }
  for (const name of parts.keys()) visit(name)
  return [...ordered]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { failed } = await runSteps(buildSteps())
  process.exitCode = failed ? 1 : 0
}
