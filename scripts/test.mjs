// Everything: what check.mjs says, the builds that the end-to-end tests start, and all of vitest's projects.
// `npm test -- ARGS` hands ARGS to vitest and runs nothing else: `npm test -- packages/core`, `npm test -- -t cancel`.
// The last line is `N passed, N failed`: tests and steps together.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumPath } from './browser.mjs'
import { buildSteps } from './build.mjs'
import { checkSteps } from './check.mjs'
import { startTestDatabase } from './postgres.mjs'
import { root, runSteps } from './step.mjs'

const reportFile = join(root, 'node_modules/.cache/vitest-report.json')
const args = process.argv.slice(2)
const count = { passed: 0, failed: 0, skipped: 0 }

/** Once, before vitest: its projects load side by side and would each unpack the browser. */
const unpackBrowser = {
  name: 'browser',
  run: async () =>
    (await chromiumPath())?.replace(root, '') ?? "Playwright's own (npx playwright install chromium)",
}

/** @type {{ running: import('./postgres.mjs').TestDatabase | null }} */
const database = { running: null }
const startPostgres = {
  name: 'postgresql',
  run: async () => {
    database.running = await startTestDatabase()
    return database.running
      ? 'started for the tests'
      : 'NOT TESTED: there is no server here; set TEST_DATABASE_URL'
  },
}

// The steps leave both cores to vitest when they end: a browser test that starves beside a compiler fails for no reason.
const preparations = [unpackBrowser, startPostgres]
const steps = args.length ? preparations : [...preparations, ...buildSteps(), ...checkSteps]
try {
  add(await runSteps(steps))
  add(await runVitest())
} finally {
  await database.running?.stop()
}

console.log(
  `${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`,
)
process.exitCode = count.failed ? 1 : 0

/** @param {{ passed: number, failed: number, skipped?: number }} part */
function add({ passed, failed, skipped = 0 }) {
  count.passed += passed
  count.failed += failed
  count.skipped += skipped
}

/** Runs vitest with its own output on the screen, and answers its counts, which it writes to a file beside. */
async function runVitest() {
  rmSync(reportFile, { force: true })
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(database.running && { TEST_DATABASE_URL: database.running.url }) },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal))
  const exitCode = await new Promise((resolve) => child.on('close', resolve))
  const result = existsSync(reportFile) ? readReport() : { passed: 0, failed: 0, skipped: 0 }
  // An error outside of any test, or no report at all: vitest says so by its exit code alone.
  if (exitCode !== 0 && result.failed === 0) result.failed = 1
  return result
}

function readReport() {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const report = JSON.parse(readFileSync(reportFile, 'utf8'))
  // Files that failed outside of their tests: they could not be loaded, or a hook failed (a leak, say).
  const failedFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + failedFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
