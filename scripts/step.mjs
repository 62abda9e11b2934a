// A step of a check, a build or a test run: one line when all is well, its whole output when it fails.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * @typedef {object} Step
 * @property {string} name what the line calls it
 * @property {() => Promise<string | void>} run throws a StepFailure with what is to be read; may answer a remark for the line
 */

/** A failure that is explained by its text alone; anything else that a step throws is shown with its stack. */
export class StepFailure extends Error {}

/**
 * Runs a program quietly. Answers its output, or throws a StepFailure that holds it.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 */
export function run(program, args, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else
        reject(new StepFailure(output.trim() || `${program} ended with ${signal ?? code} and said nothing`))
    })
  })
}

/**
 * Runs a JavaScript program of an installed package with this Node, whatever the platform's shell makes of `.bin`.
 * @param {string} file from the root
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function runNode(file, args, options) {
  return run(process.execPath, [`${root}${file}`, ...args], options)
}

/**
 * Runs steps, at most `atOnce` side by side, in their order. Never throws: prints a line per step and counts.
 * @param {Step[]} steps
 * @param {{ atOnce?: number }} [options] 2 by default: the machines of most build services have two cores
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runSteps(steps, { atOnce = 2 } = {}) {
  const waiting = [...steps]
  const count = { passed: 0, failed: 0 }
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (await runStep(step)) count.passed++
      else count.failed++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return count
}

/**
 * @param {Step} step
 * @returns {Promise<boolean>} whether it passed
 */
async function runStep({ name, run: work }) {
  const start = performance.now()
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`
  try {
    const remark = await work()
    console.log(`ok    ${name.padEnd(24)} ${seconds()}${remark ? `  ${remark}` : ''}`)
    return true
  } catch (error) {
    const text =
      error instanceof StepFailure ? error.message : error instanceof Error ? error.stack : String(error)
    console.log(`FAIL  ${name.padEnd(24)} ${seconds()}\n${String(text).replace(/^/gm, '      ')}`)
    return false
  }
}
