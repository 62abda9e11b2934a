import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { endWithThisProcess } from '../../support/left-behind.ts'

/** A program of the chaos run, in a process of its own. */
export interface RunningProgram {
  /** The first line that it printed; null where it died before. */
  firstLine: Promise<string | null>
  /** The signal that ended it; null where it ended by itself. */
  exited: Promise<NodeJS.Signals | null>
  /** Kills it without a warning, and waits until it is gone. */
  kill(): Promise<void>
  /** Asks it to end, and waits until it has. */
  end(): Promise<void>
}

export interface ProgramOptions {
  /** Gets each line that it prints, also the first. */
  onLine?: (line: string) => void
  /** Whether it uses the packages as they were built, and so starts in a third of the time. */
  isBuilt?: boolean
}

/** Starts a program, which gets `options` as JSON. */
export function startProgram(
  program: URL,
  options: object,
  { onLine = () => {}, isBuilt = false }: ProgramOptions = {},
): RunningProgram {
  const args = [
    ...(isBuilt ? [] : ['--conditions=@pika-kit/source']),
    fileURLToPath(program),
    JSON.stringify(options),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  endWithThisProcess(child)
  const output = createInterface({ input: child.stdout })
  output.on('line', onLine)
  // `close`, not `exit`: what it printed before it died has been read then.
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_code, signal) => resolve(signal)),
  )
  const firstLine = new Promise<string | null>((resolve) => {
    output.once('line', resolve)
    void exited.then(() => resolve(null))
  })
  const endBy = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
  }
  return { firstLine, exited, kill: () => endBy('SIGKILL'), end: () => endBy('SIGTERM') }
}

/** The options that a program was started with. */
export function programOptions(): unknown {
  return JSON.parse(process.argv[2] ?? '{}')
}
