// Calls from one process to another that it has forked: what a bench tells the processes in which its sides run.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** What a forked program can be asked, by name. Arguments and answers go as JSON. */
// oxlint-disable-next-line typescript/no-explicit-any -- any argument: each call is typed where it is made and where it is answered
export type Calls = Record<string, (argument: any) => unknown>

interface Question {
  call: number
  name: string
  argument: unknown
}
type Answer = { call: number; value: unknown } | { call: number; problem: string }

/** Answers the process that forked this one, until it goes. */
export function answerCalls(calls: Calls): void {
  const answer = async ({ call, name, argument }: Question): Promise<Answer> => {
    try {
      return { call, value: await calls[name]?.(argument) }
    } catch (error) {
      return { call, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
  process.on('message', (question: Question) => {
    void answer(question).then((answered) => process.send?.(answered))
  })
  process.on('disconnect', () => process.exit())
}

export interface Remote<Answers extends Calls> {
  call<Name extends keyof Answers & string>(
    name: Name,
    ...argument: Parameters<Answers[Name]>
  ): Promise<Awaited<ReturnType<Answers[Name]>>>
  /** Ends the process, and those that it has forked. */
  end(): Promise<void>
}

/** Starts a program of this repository, from its sources, that answers calls. */
export function startProgram<Answers extends Calls>(program: URL): Remote<Answers> {
  const child: ChildProcess = fork(program, {
    execArgv: ['--conditions=@pika-kit/source', '--expose-gc', '--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  child.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.call)
    waiting.delete(answer.call)
    if ('problem' in answer) asked?.reject(new Error(answer.problem))
    else asked?.resolve(answer.value)
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${program.pathname} ended (${code})`))
    waiting.clear()
  })
  let calls = 0
  return {
    async call(name, ...[argument]) {
      const answer = Promise.withResolvers<unknown>()
      calls++
      waiting.set(calls, answer)
      child.send({ call: calls, name, argument } satisfies Question)
      return (await answer.promise) as never
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

/** CPU time of this process so far, all threads, in microseconds. */
export function cpuMicroseconds(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** The same clock in every process of a machine: when something was done in one can be compared with when another heard of it. */
export const monotonicMilliseconds = () => Number(process.hrtime.bigint()) / 1e6
