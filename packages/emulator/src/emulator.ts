import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCatalog } from '@pika-kit/core'
import { clockRoutes } from './control/clock-routes.ts'
import { controlRoutes } from './control/control-routes.ts'
import { faultRoutes } from './control/fault-routes.ts'
import { createLiveStream } from './control/live-stream.ts'
import { pageRoutes } from './control/page-routes.ts'
import { createRequestView } from './control/request-view.ts'
import { createThumbnails } from './control/thumbnails.ts'
import { createFaultControl, type PlayedFault } from './faults/fault-control.ts'
import type { Fault } from './faults/fault.ts'
import { createHttpServer, listen } from './http/server.ts'
import { type EmulatorOptions, settle } from './options.ts'
import { requestListRoute } from './platform/request-list.ts'
import { restRoutes } from './platform/rest-routes.ts'
import { createAnswers } from './queue/answers.ts'
import { createDraftRunner, draftRenderer } from './queue/draft-runner.ts'
import { openJournal } from './queue/journal.ts'
import { type LedgerEntry, ledgerEntry } from './queue/ledger.ts'
import { queueRoutes } from './queue/queue-routes.ts'
import { createQueue } from './queue/queue.ts'
import type { QueueRequest } from './queue/request.ts'
import { createRetention } from './queue/retention.ts'
import { runRoutes } from './queue/run-routes.ts'
import { createStatusStreams } from './queue/stream.ts'
import { createScenarioControl } from './scenarios/registry.ts'
import { fileRoutes } from './storage/file-routes.ts'
import { localFileFinder } from './storage/local-file.ts'
import { openStorage } from './storage/storage.ts'
import { initiateRoutes, uploadRoutes } from './storage/upload-routes.ts'
import { openClock } from './virtual-clock.ts'
import { createWebhookSender } from './webhooks/sender.ts'
import { openSigningKey } from './webhooks/signing-key.ts'

/** A running emulator. */
export interface Emulator {
  /** Its address, without a slash at the end: `http://127.0.0.1:4100`. */
  readonly url: string
  /** The ledger: everything that was ever accepted, oldest first. */
  requests(): LedgerEntry[]
  /**
   * Plays a scenario on the next `times` submissions, or on all that follow. `undefined` ends the present one.
   * Throws a `TypeError` that lists the names when there is no such scenario.
   */
  setScenario(name: string | undefined, times?: number): void
  /**
   * Lets a fault strike on the next `times` occasions (default 1): see `Fault`. Throws a `TypeError` that names the field.
   * May be called again: each is played when its place comes.
   */
  injectFault(fault: Fault, times?: number): void
  /** Takes back the injected faults that have not been played. */
  clearFaults(): void
  /** The last thousand faults that were played, those of scenarios and headers included, oldest first. */
  playedFaults(): PlayedFault[]
  /**
   * Moves its time `seconds` forward: the line, start timeouts and the waits between webhooks pass, results and files expire,
   * each in its order. What takes real time (rendering, the network) takes it still. Rejects with a `TypeError` when it is
   * no number above 0.
   */
  advance(seconds: number): Promise<void>
  /** Stops it. What was running is run again by the next emulator on the same folder. May be called twice. */
  close(): Promise<void>
}

/** How long an upload of a large file may take; Node's own limit is five minutes. */
const REQUEST_TIMEOUT_MS = 30 * 60_000
const DOWNLOAD_TIMEOUT_MS = 30_000

/**
 * Starts an emulator of fal's Pika service. Rejects when an option is wrong (a `TypeError` that names it), when the folder
 * cannot be used, or when the port is taken.
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = settle(options)
  const { logger } = settings
  const isTemporary = settings.dataDir === undefined
  const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), 'pika-emulator-')))
  const workDirectory = join(dataDir, 'work')
  try {
    // Whatever is in there belongs to a run that is over.
    await rm(workDirectory, { recursive: true, force: true })
    await mkdir(workDirectory, { recursive: true })
  } catch (error) {
    throw new Error(`the data folder ${dataDir} cannot be used: ${folderProblem(error)}`, { cause: error })
  }

  const clock = await openClock(join(dataDir, 'clock.json'), settings.speed)
  const catalog = createCatalog(settings.operations)
  const storage = await openStorage(join(dataDir, 'files'), clock)
  const journal = await openJournal(join(dataDir, 'requests'))
  const key = await openSigningKey(join(dataDir, 'webhook-key.pem'))
  const scenarios = createScenarioControl(settings.scenario)
  const faults = createFaultControl(settings.seed, (message) => logger.info(message))
  const onError = (error: unknown): void =>
    logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error))

  let origin = ''
  const baseUrl = (): string => settings.publicUrl ?? origin
  const localFile = localFileFinder(storage, () => [origin, baseUrl()])
  const source = {
    maximumSize: settings.maximumFileSize,
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
    allowPrivateHosts: settings.allowPrivateHosts,
    localFile,
  }
  const runner = createDraftRunner({
    catalog,
    storage,
    clock,
    source,
    workDirectory,
    renderer: settings.renderer ?? draftRenderer,
  })
  const queue = createQueue({
    journal,
    runner,
    clock,
    concurrency: settings.concurrency,
    queueSeconds: settings.queueSeconds,
    seed: settings.seed,
    onOutcome: (request) => webhooks.deliver(request),
    onError,
  })
  const answers = createAnswers(queue, storage, baseUrl)
  const retention = createRetention(clock, answers)
  const webhooks = createWebhookSender({
    clock,
    key,
    faults,
    resultOf: (request) => answers.result(request),
    hasResult: (request) => retention.hasResult(request),
    onSettled: (request) => void journal.write(request).catch(onError),
    log: (message) => logger.info(message),
  })
  const streams = createStatusStreams(queue, answers)
  const uploads = { storage, faults, baseUrl, maximumSize: settings.maximumFileSize }
  const routing = { catalog, queue, answers, retention, streams, scenarios, faults }

  const requestOf = (fileId: string): QueueRequest | undefined =>
    queue.list().find(({ outcome }) => outcome?.video?.fileId === fileId)

  const thumbnails = createThumbnails(storage, localFile)
  const live = createLiveStream({
    queue,
    scenarios,
    faults,
    viewOf: createRequestView(catalog, queue, storage, thumbnails),
    time: () => ({ now: clock.now(), advanced: clock.advanced }),
  })

  const services = {
    queue: queueRoutes(routing),
    run: runRoutes(routing),
    rest: [...initiateRoutes(uploads), ...restRoutes(key)],
    api: [requestListRoute(queue, answers, retention, faults)],
    self: [
      ...fileRoutes({ storage, faults, requestOf }),
      ...uploadRoutes(uploads),
      ...controlRoutes(queue, scenarios),
      ...clockRoutes(clock),
      ...faultRoutes(faults),
      ...pageRoutes({ queue, answers, storage, live, thumbnails }),
    ],
  }
  const trustedHosts = [settings.host, settings.publicUrl ?? settings.host].map(nameOf)
  const server = createHttpServer({ services, trustedHosts, onError })
  server.requestTimeout = REQUEST_TIMEOUT_MS
  try {
    origin = originOf(settings.host, await listen(server, settings.port, settings.host))
  } catch (error) {
    if (isTemporary) await rm(dataDir, { recursive: true, force: true })
    throw error
  }
  queue.start()
  for (const request of journal.requests) webhooks.deliver(request)
  logger.info(`fal emulator on ${origin}, data in ${dataDir}`)

  async function stop(): Promise<void> {
    streams.close()
    live.close()
    const isClosed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await isClosed
    await queue.close()
    await webhooks.close()
    await clock.close()
    await journal.flush()
    if (isTemporary) await rm(dataDir, { recursive: true, force: true })
  }
  let stopping: Promise<void> | undefined
  return {
    url: origin,
    requests: () => queue.list().map(ledgerEntry),
    setScenario: (name, times) => scenarios.set(name, times),
    injectFault: (fault, times) => void faults.inject(fault, times),
    clearFaults: () => faults.clear(),
    playedFaults: () => [...faults.played],
    advance: (seconds) => clock.advance(seconds),
    close: () => (stopping ??= stop()),
  }
}

function folderProblem(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'it is a file, or lies in one'
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'it may not be written to' : message
}

function nameOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address
}

function originOf(host: string, port: number): string {
  // 0.0.0.0 and :: are no addresses to connect to.
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
