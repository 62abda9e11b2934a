import { type Operation, pikaOperations } from '@pika-kit/core'
import type { Renderer } from './queue/draft-runner.ts'

/** How an emulator is set up. Everything may be left out. */
export interface EmulatorOptions {
  /** 0 takes a free one. Default 0. */
  port?: number
  /** Where to listen. Default `127.0.0.1`: anyone who reaches the emulator can use it. */
  host?: string
  /** Where requests and files are kept. Default: a temporary folder, removed on close. */
  dataDir?: string
  /** How many requests run at once. Default 2, as for a new fal account. */
  concurrency?: number
  /** How much faster than real the simulated waits pass. Rendering takes the time it takes. Default 1. */
  speed?: number
  /** Decides the lengths of the simulated lines, and the bytes of faults that give a range. Default 1. */
  seed?: number
  /** Simulated seconds that a request waits behind others before it may start; 0 for none. Default 3. */
  queueSeconds?: number
  /** A fault to play on every submission: see the README for the names. */
  scenario?: string | undefined
  /** Address to put in the URLs it gives out, where it stands behind another. Default: where it listens. */
  publicUrl?: string
  /** Also fetch media from loopback and private networks. Default false. For tests that serve their own pictures. */
  allowPrivateHosts?: boolean
  /** Bytes of one uploaded or fetched file. Default 100 MiB. */
  maximumFileSize?: number
  /** The operations it knows. Default: Pika's eight. */
  operations?: readonly Operation[]
  /** Where it says what it does. Default: nowhere. */
  logger?: EmulatorLogger
  /** A seam for tests of a client that need no real frames: what draws the videos. Default: the real renderer. */
  renderer?: Renderer
}

/** Takes the emulator's own messages. */
export interface EmulatorLogger {
  info(message: string): void
  error(message: string): void
}

/** Options with the defaults filled in. */
export type EmulatorSettings = Required<Omit<EmulatorOptions, 'dataDir' | 'publicUrl' | 'renderer'>> &
  Pick<EmulatorOptions, 'dataDir' | 'publicUrl' | 'renderer'>

const silent: EmulatorLogger = { info: () => undefined, error: () => undefined }

/** Fills in the defaults. Throws a `TypeError` that names the option and the mend. */
export function settle(options: EmulatorOptions): EmulatorSettings {
  const settings: EmulatorSettings = {
    port: 0,
    host: '127.0.0.1',
    concurrency: 2,
    speed: 1,
    seed: 1,
    queueSeconds: 3,
    scenario: undefined,
    allowPrivateHosts: false,
    maximumFileSize: 100 * 1024 * 1024,
    operations: pikaOperations,
    logger: silent,
    ...options,
  }
  const { port, concurrency, speed, seed, queueSeconds, maximumFileSize, publicUrl } = settings
  must(Number.isInteger(port) && port >= 0 && port < 65_536, 'port', port, 'a whole number from 0 to 65535')
  must(Number.isInteger(concurrency) && concurrency > 0, 'concurrency', concurrency, 'a whole number above 0')
  must(speed > 0 && Number.isFinite(speed), 'speed', speed, 'a number above 0')
  must(Number.isInteger(seed), 'seed', seed, 'a whole number')
  must(
    queueSeconds >= 0 && Number.isFinite(queueSeconds),
    'queueSeconds',
    queueSeconds,
    'a number of seconds, or 0',
  )
  must(maximumFileSize > 0, 'maximumFileSize', maximumFileSize, 'a number of bytes above 0')
  if (publicUrl === undefined) return settings
  const isAddress = /^https?:\/\//.test(publicUrl) && URL.canParse(publicUrl)
  must(isAddress, 'publicUrl', publicUrl, 'an http(s) address such as http://emulator:4100')
  return { ...settings, publicUrl: publicUrl.replace(/\/+$/, '') }
}

function must(isRight: boolean, name: string, value: unknown, wanted: string): void {
  if (!isRight) throw new TypeError(`${name} is ${String(value)}: give ${wanted}`)
}
