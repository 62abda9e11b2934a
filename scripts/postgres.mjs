// A PostgreSQL server for the tests: the one of TEST_DATABASE_URL, else a temporary one of this machine's PostgreSQL,
// which is installed first where that goes by itself (Debian or Ubuntu, as root). Where there is none, the tests that
// need it are skipped, and the test run says so.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { run, StepFailure } from './step.mjs'

/**
 * @typedef {object} TestDatabase
 * @property {string} url a `postgres://` address; the database may have tables of earlier tests, so use a schema of your own
 * @property {() => Promise<void>} stop ends the server and removes its folder; does nothing for TEST_DATABASE_URL
 */

/** Long enough for a machine that is busy with everything else that a test run starts. */
const START_TIMEOUT_MS = 60_000

/** @returns {Promise<TestDatabase | null>} null where no server can be had */
export async function startTestDatabase() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const programs = findPrograms() ?? (await installPrograms())
  return programs ? startTemporary(programs) : null
}

/** The folder that has `initdb` and `postgres`; Debian keeps them off the PATH, a folder for each version. */
function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))))
}

async function installPrograms() {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { env })
  } catch (error) {
    // No network, or no such package: the tests are skipped, and their names say what to do.
    if (error instanceof StepFailure) return undefined
    throw error
  }
  return findPrograms()
}

/**
 * @param {string} programs
 * @returns {Promise<TestDatabase>}
 */
async function startTemporary(programs) {
  const directory = mkdtempSync(join(tmpdir(), 'pika-kit-postgres-'))
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? ownerOf('postgres') : null
  if (owner) chownSync(directory, owner.uid, owner.gid)
  const data = join(directory, 'data')
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'pika', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { cwd: directory, ...owner, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new StepFailure(`initdb failed:\n${made.stderr}`)
  const port = await freePort()
  // Not synced: what is tested is what the store asks of it, and a power cut would end the test run anyway.
  const settings = ['fsync=off', 'max_connections=300', 'listen_addresses=127.0.0.1']
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), '-k', directory, ...settings.flatMap((setting) => ['-c', setting])],
    { cwd: directory, ...owner, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  server.stderr.on('data', (chunk) => (log += chunk))
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const stop = async () => {
    // Fast shutdown: connections that are left are cut.
    server.kill('SIGINT')
    await ended
    rmSync(directory, { recursive: true, force: true })
  }
  const deadline = performance.now() + START_TIMEOUT_MS
  while (!log.includes('ready to accept connections')) {
    if (server.exitCode !== null || performance.now() > deadline) {
      await stop()
      throw new StepFailure(`PostgreSQL did not start:\n${log}`)
    }
    await sleep(50)
  }
  return { url: `postgres://pika@127.0.0.1:${port}/postgres`, stop }
}

/** @param {string} user */
function ownerOf(user) {
  const idOf = (/** @type {string} */ flag) =>
    Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout)
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
