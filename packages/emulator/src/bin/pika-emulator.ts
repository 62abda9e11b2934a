#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { createEmulator, scenarioDescriptions } from '../index.ts'

const help = `Usage: pika-emulator [options]

A stand-in for fal's Pika service, for development and tests: nothing leaves this machine, nothing is paid.

  --port NUMBER         where to listen; 0 takes a free port          4100
  --host ADDRESS        anyone who reaches it can use it              127.0.0.1
  --data FOLDER         where requests and files are kept             a temporary folder, removed at the end
  --concurrency NUMBER  how many requests run at once                 2
  --speed NUMBER        how much faster than real the waits pass      1
  --seed NUMBER         decides the lengths of the simulated lines    1
  --scenario NAME       a fault to play on every submission           none
  --help                show this

Scenarios
${scenarioDescriptions.map(({ name, description }) => `  ${name.padEnd(21)} ${description}`).join('\n')}
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4100' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      concurrency: { type: 'string' },
      speed: { type: 'string' },
      seed: { type: 'string' },
      scenario: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const { data, scenario, concurrency, speed, seed } = values
  const emulator = await createEmulator({
    port: numberOf('port', values.port),
    host: values.host,
    ...(data !== undefined && { dataDir: data }),
    ...(concurrency !== undefined && { concurrency: numberOf('concurrency', concurrency) }),
    ...(speed !== undefined && { speed: numberOf('speed', speed) }),
    ...(seed !== undefined && { seed: numberOf('seed', seed) }),
    ...(scenario !== undefined && { scenario }),
    logger: { info: say, error: complain },
  })
  say(
    `use it: node --import @pika-kit/emulator/register app.js, or createFalClient(falClientOptions('${emulator.url}'))`,
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      emulator.close().catch((error: unknown) => {
        complain(messageOf(error))
        process.exitCode = 1
      })
    })
  }
}

function numberOf(name: string, text: string): number {
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value)) throw new TypeError(`--${name} is "${text}": give a number`)
  return value
}

function say(message: string): void {
  process.stdout.write(`pika-emulator: ${message}\n`)
}

function complain(message: string): void {
  process.stderr.write(`pika-emulator: ${message}\n`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

main().catch((error: unknown) => {
  complain(`${messageOf(error)}\nTry --help.`)
  process.exitCode = 1
})
