import { join } from 'node:path'
import { z } from 'zod'
import type { ArchiveLocation } from './archive/open-archive.ts'
import { readArchiveUrl } from './archive/read-archive-url.ts'

/** The environment of the CLI, checked once. */
export interface Config {
  port: number
  host: string
  falKey: string | null
  falBaseUrl: string | null
  emulatorPort: number
  databaseUrl: string | null
  dataDir: string
  publicUrl: string | null
  /** Where finished videos are copied to; null where they are not. */
  archive: ArchiveLocation | null
  /** Milliseconds after which a submission that fal's request list does not show was never made. */
  submissionLostAfter: number
  /** Milliseconds for which a server that stops still serves, with `/ready` at 503. */
  drain: number
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** A variable of the environment has a value that cannot be used. The message names it, its problem and the mend. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port: use a number from 0 to 65535')
    .transform(Number)
    .refine((value) => value <= 65_535, 'is not a port: use a number from 0 to 65535')
    .default(fallback)
const url = (protocols: RegExp, mend: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.test(new URL(value).protocol), mend)
    .optional()

const environment = z.object({
  PORT: port(4000),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, 'is not a host: use an address such as 127.0.0.1')
    .default('127.0.0.1'),
  FAL_KEY: z.string().regex(/^\S+$/, 'has a space or a line break in it: paste the key alone').optional(),
  FAL_BASE_URL: url(/^https?:$/, 'is not an http(s) URL: use something like http://127.0.0.1:4100'),
  EMULATOR_PORT: port(4100),
  DATABASE_URL: url(/^postgres(ql)?:$/, 'is not a postgres:// URL: leave it out for the embedded store'),
  DATA_DIR: z.string().min(1).default('.pika-kit'),
  PUBLIC_URL: url(/^https?:$/, 'is not an http(s) URL: use the address at which fal can reach this server'),
  ARCHIVE: z.string().default('disk'),
  SUBMISSION_LOST_AFTER: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'is not a number of seconds: use a whole number from 1 to 999999')
    .transform(Number)
    .default(600),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/, 'is not a number of seconds: use a whole number from 0 to 999')
    .transform(Number)
    .default(0),
  LOG_LEVEL: z
    .enum(
      ['silent', 'error', 'warn', 'info', 'debug'],
      'is not a level: use silent, error, warn, info or debug',
    )
    .default('info'),
})

/** Their values are never repeated: a key, and addresses with a password in them. */
const SECRETS = new Set(['FAL_KEY', 'DATABASE_URL', 'FAL_BASE_URL', 'ARCHIVE'])

/** Reads the environment. An empty value counts as not set. Throws a `ConfigError` that lists everything that is wrong. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = environment.safeParse(set)
  if (!result.success) {
    const lines = result.error.issues.map(({ path: [name], message }) => {
      const value = SECRETS.has(String(name)) ? '' : `="${variables[String(name)]}"`
      return `${String(name)}${value} ${message}`
    })
    throw new ConfigError(lines.join('\n'))
  }
  const { data } = result
  const archive = readArchive(data, set)
  return {
    port: data.PORT,
    host: data.HOST,
    falKey: data.FAL_KEY ?? null,
    falBaseUrl: data.FAL_BASE_URL ?? null,
    emulatorPort: data.EMULATOR_PORT,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: data.DATA_DIR,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    archive,
    submissionLostAfter: data.SUBMISSION_LOST_AFTER * 1_000,
    drain: data.DRAIN_SECONDS * 1_000,
    logLevel: data.LOG_LEVEL,
  }
}

/** A folder of `DATA_DIR` by default; a bucket by its address, with its key in variables of their own. */
function readArchive(
  { ARCHIVE, DATA_DIR }: z.output<typeof environment>,
  variables: Readonly<Record<string, string | undefined>>,
): ArchiveLocation | null {
  if (ARCHIVE === 'off') return null
  if (ARCHIVE === 'disk') return { directory: join(DATA_DIR, 'videos') }
  const bucket = readArchiveUrl(ARCHIVE, variables)
  if ('problem' in bucket) throw new ConfigError(`ARCHIVE ${bucket.problem}`)
  return { s3: bucket }
}
