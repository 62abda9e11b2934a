// A job of a GitHub workflow, played here: each step in a shell of its own, with the environment that GitHub gives it.
import { parse } from 'yaml'
import { type CommandResult, runCommand } from './commands.ts'

interface Step {
  uses?: string
  run?: string
  if?: 'failure()'
  env?: Record<string, string>
}

interface Workflow {
  env?: Record<string, string>
  jobs: Record<string, { env?: Record<string, string>; steps: Step[] }>
}

export interface PlayedStep extends CommandResult {
  /** Its command, or the action that it uses. */
  step: string
}

/**
 * Runs the only job of a workflow in `folder`. `install` stands in for `npm ci`. Actions and npm are themselves programs for
 * Node that get the environment of their step, which must not keep them from starting: in their place an empty one is run.
 */
export async function playWorkflow(
  text: string,
  folder: string,
  install: () => Promise<void>,
  environment: NodeJS.ProcessEnv,
): Promise<PlayedStep[]> {
  const workflow = parse(text) as Workflow
  const [job, ...others] = Object.values(workflow.jobs)
  if (!job || others.length > 0) throw new Error('there is not one job in the workflow')
  const played: PlayedStep[] = []
  for (const step of job.steps) {
    const hasFailed = played.some(({ code }) => code !== 0)
    if (hasFailed !== (step.if === 'failure()')) continue
    const env = { ...environment, ...workflow.env, ...job.env, ...step.env }
    const command = step.run ?? ''
    const isInstalling = command === 'npm ci'
    const [program, parameters] =
      step.uses || isInstalling ? ['node', ['--eval', '']] : ['bash', ['-e', '-c', command]]
    played.push({ step: step.uses ?? command, ...(await runCommand(program, parameters, folder, env)) })
    if (isInstalling) await install()
  }
  return played
}
