// Commands as someone types them in a folder of an app, without what the vitest around them has in its environment.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface CommandResult {
  code: number | null
  /** What it printed, and what its background processes had printed when it ended. */
  text: string
}

/** Runs a command until it ends. What it leaves in the background goes on until the test is over, then it is killed. */
export async function runCommand(
  command: string,
  parameters: string[],
  cwd: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<CommandResult> {
  const folder = await mkdtemp(join(tmpdir(), 'pika-output-'))
  // A file, as a pipe stays open for as long as a process in the background holds it.
  const output = await open(join(folder, 'output'), 'w')
  const child = spawn(command, parameters, {
    cwd,
    // A process group of its own, so that all of it can be killed.
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
    env: {
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      HOME: process.env['HOME'],
      // What `npx` does not find in the app is not looked for in a registry.
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
      ...environment,
    },
  })
  onTestFinished(async () => {
    endGroup(child.pid)
    await output.close()
    await rm(folder, { recursive: true, force: true })
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, text: await readFile(join(folder, 'output'), 'utf8') }
}

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL')
  } catch {
    // All of it has ended by itself.
  }
}
