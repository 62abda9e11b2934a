#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { createPikaServer, type PikaServerOptions } from '../create-server.ts'
import { createLogger } from '../observability/logger.ts'

const HELP = `pika-kit: Pika's video models behind a GraphQL API, with the Studio

Settings are environment variables:
  PORT           where to listen                                   4000
  HOST           on which address                                  127.0.0.1
  FAL_KEY        your fal key; without it, an emulator stands in for fal
  FAL_BASE_URL   a fal-compatible service other than fal
  EMULATOR_PORT  where the emulator listens                        4100
  DATABASE_URL   postgres://…; without it, an embedded store
  DATA_DIR       the folder of the embedded store                  .pika-kit
  PUBLIC_URL     where fal and viewers reach this server from elsewhere
  ARCHIVE        where finished videos are copied to, because fal's
                 links die: disk (DATA_DIR/videos), off, or a bucket:
                 s3://bucket/prefix?region=…&endpoint=…&public=…
                 with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY disk
  SUBMISSION_LOST_AFTER  seconds until a submission that fal's list of
                 requests does not show counts as never made      600
  DRAIN_SECONDS  how long a server that is told to stop still serves, while
                 /ready says 503 to the load balancer             0
  LOG_LEVEL      silent, error, warn, info or debug                info
`

interface Provider {
  fal: PikaServerOptions['fal']
  says: string
  close(): Promise<void>
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, version: { type: 'boolean' } } })
  if (values.help) return void process.stdout.write(HELP)
  if (values.version) return void process.stdout.write(`${version()}\n`)

  const config = readConfig(process.env)
  const provider = await chooseProvider(config)
  const studioDirectory = findStudio()
  const server = await createPikaServer({
    fal: provider.fal,
    database: config.databaseUrl ? { url: config.databaseUrl } : { directory: config.dataDir },
    webhooks: { publicUrl: config.publicUrl },
    archive: config.archive,
    observer: createLogger(config.logLevel),
    drainMs: config.drain,
    timing: { absentAfter: config.submissionLostAfter },
    studioDirectory,
  }).catch(async (error: unknown) => {
    await provider.close()
    throw error
  })
  const stop = once(async () => {
    await server.close()
    await provider.close()
  })
  try {
    const { url } = await server.listen(config.port, config.host)
    const shown = url.replace('//127.0.0.1', '//localhost')
    const lines = [
      studioDirectory ? `Studio    ${shown}` : 'Studio    not built: run "npm run build" first',
      `GraphQL   ${shown}/graphql`,
      `Provider  ${provider.says}`,
      `Videos    ${sayArchive(config)}`,
      `Data      ${config.databaseUrl ? 'PostgreSQL' : config.dataDir}`,
    ]
    process.stdout.write(`\n  Pika Kit is ready\n\n${lines.map((line) => `  ${line}\n`).join('')}\n`)
  } catch (error) {
    await stop()
    throw error
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      // A second one does not wait: its default is to end the process.
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`pika-kit did not stop cleanly: ${String(error)}\n`)
          process.exit(1)
        },
      )
    })
  }
}

/** fal where there is a key, else a service that was named, else our own emulator in this process. */
async function chooseProvider({ falKey, falBaseUrl, emulatorPort, dataDir }: Config): Promise<Provider> {
  const nothing = async () => {}
  if (falBaseUrl)
    return {
      fal: { key: falKey ?? 'none', baseUrl: falBaseUrl, provider: 'custom' },
      says: falBaseUrl,
      close: nothing,
    }
  if (falKey)
    return {
      fal: { key: falKey, provider: 'fal' },
      says: 'fal, with your key: generations cost money',
      close: nothing,
    }
  const { createEmulator } = await import('@pika-kit/emulator')
  const emulator = await createEmulator({ port: emulatorPort, dataDir: join(dataDir, 'emulator') })
  return {
    fal: { key: 'emulator', baseUrl: emulator.url, provider: 'emulator' },
    says: `the emulator at ${emulator.url}: no key, nothing is paid (set FAL_KEY for fal)`,
    close: () => emulator.close(),
  }
}

function sayArchive({ archive }: Config): string {
  if (archive === null) return 'left at fal, whose links die'
  return 's3' in archive ? `the bucket ${archive.s3.bucket}` : archive.directory
}

/** The Studio's build, from the source and from the built CLI alike; null when it was not built. */
function findStudio(): string | null {
  const directory = fileURLToPath(new URL('../../../../apps/demo/dist', import.meta.url))
  return existsSync(join(directory, 'index.html')) ? directory : null
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return version
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= run())
}

main().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof ConfigError)
    process.stderr.write(`pika-kit cannot start:\n${error.message.replace(/^/gm, '  ')}\n`)
  else if (code === 'EADDRINUSE')
    process.stderr.write(
      `pika-kit cannot start: ${(error as Error).message}. Stop what listens there, or set PORT or EMULATOR_PORT to another port.\n`,
    )
  else
    process.stderr.write(`pika-kit cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
