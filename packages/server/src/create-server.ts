// The one file that names adapters: here the ports of core get their fal, their database and their transports.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createCatalog,
  createGenerations,
  defaultTiming,
  type GenerationGateway,
  type MediaStorage,
  type Observer,
  type Operation,
  pikaOperations,
  type Timing,
} from '@pika-kit/core'
import { createSchema, type Viewer } from '@pika-kit/schema'
import { createServerAdapter } from '@whatwg-node/server'
import { type ArchiveLocation, openArchive } from './archive/open-archive.ts'
import { createVideoUrls } from './archive/video-urls.ts'
import { createFalGateway } from './gateway/fal-gateway.ts'
import { falHosts } from './gateway/fal-hosts.ts'
import { createFalStorage } from './gateway/fal-storage.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { createNotifier } from './notifications/notifier.ts'
import { silentObserver } from './observability/logger.ts'
import { createMetrics } from './observability/metrics.ts'
import { createUpstreamRequests } from './observability/upstream-requests.ts'
import { isLoopbackHost, isLoopbackHostHeader } from './security/origins.ts'
import type { PersistedOperations } from './security/persisted-operations.ts'
import type { Authenticate } from './security/viewers.ts'
import { type DatabaseLocation, openStore } from './store/open-store.ts'
import { replicaName, systemClock, systemIdentifiers } from './system.ts'
import { createGraphql } from './transports/graphql.ts'
import { createRoutes } from './transports/routes.ts'
import { whenResponseStalls } from './transports/stalled.ts'
import { createWebSocketTransport } from './transports/websocket.ts'
import { createUploadService } from './uploads/upload-service.ts'
import { createSignatureVerifier } from './webhooks/signature.ts'
import { createWebhookHandler } from './webhooks/webhook-handler.ts'

/** How a server is made. Everything has a default but where fal is and where generations are kept. */
export interface PikaServerOptions {
  /** fal, or a fal-compatible service at `baseUrl`. `provider` is what `/health` calls it. */
  fal: { key: string; baseUrl?: string | null; provider?: 'fal' | 'emulator' | 'custom' }
  /** `{ directory }` for the embedded store of one process, `{ url: 'postgres://…' }` for replicas. */
  database: DatabaseLocation
  /**
   * Where finished videos are copied to, because fal's links die: `{ directory }` on disk, served at `/videos`, or
   * `{ s3: { bucket, … } }`. Without it a video is where fal has it. Replicas need a place that all of them reach.
   */
  archive?: ArchiveLocation | null
  /** Who is asking. Without it everyone is one viewer, and the server listens on loopback only. */
  authenticate?: Authenticate
  /**
   * Whether a viewer may take a request in that another program made with the same fal key (`adoptGeneration`). Without
   * `authenticate` everyone is the one who has the key, and may; with it nobody may, unless this says so.
   */
  mayAdopt?: (viewer: Viewer, requestId: string) => boolean | Promise<boolean>
  /** The operations to offer; by default the eight of Pika. */
  operations?: readonly Operation[]
  limits?: Partial<Limits>
  /** Documents that clients may name by their hash, and whether nothing else is executed. */
  persistedOperations?: PersistedOperations | null
  /** Where fal reaches this server; without it (and without a loopback `baseUrl`) no webhooks are asked for. */
  webhooks?: {
    publicUrl: string | null
    /** Signs what is sent to the `webhookUrl` of a generation, by Standard Webhooks. */
    secret?: string
  }
  /** Origins of pages, beside the server's own, that may use the API: `https://app.example`. */
  allowedOrigins?: readonly string[]
  /** A folder with the built Studio, served at `/`. */
  studioDirectory?: string | null
  observer?: Observer
  timing?: Partial<Timing>
  /**
   * Milliseconds for which `close` goes on serving with `/ready` at 503, so that a load balancer sends nothing new before
   * connections are refused: a little more than it takes to notice. Default 0.
   */
  drainMs?: number
  /** In place of fal: for tests and for other providers. */
  gateway?: GenerationGateway
  storage?: MediaStorage
}

/** A running Pika Kit. */
export interface PikaServer {
  /** A Fetch handler: Next.js, Hono, Bun, Deno; Express through an adapter. */
  fetch(request: Request): Promise<Response>
  /** Takes the WebSocket upgrades of a server of yours. */
  attach(server: Server): void
  /** Listens by itself; port 0 takes a free one. Rejects when the port is taken, or the host is not loopback and nobody authenticates. */
  listen(port?: number, host?: string): Promise<{ url: string; port: number }>
  /** Drains, stops taking work, gives back what it follows, closes sockets and the store. What is under way goes on at another replica, or at the next start. */
  close(): Promise<void>
}

/** Opens the store, takes up what an earlier process left, and gets ready to serve. */
export async function createPikaServer(options: PikaServerOptions): Promise<PikaServer> {
  const { fal, authenticate, allowedOrigins = [], observer = silentObserver } = options
  const limits = { ...defaultLimits, ...options.limits }
  const catalog = createCatalog(options.operations ?? pikaOperations)
  const hosts = falHosts(fal.baseUrl ?? null)
  const trustedOrigin = fal.baseUrl ? new URL(fal.baseUrl).origin : null
  const schema = createSchema({ catalog })
  const replica = replicaName()
  const opened = await openStore(options.database, { replica, observer })
  const metrics = createMetrics(() => opened.countByStatus())
  const upstream = createUpstreamRequests(metrics)
  const onUnexpectedError = (error: unknown) =>
    observer.note('error', 'a resolver failed', {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })

  // fal never delivers to loopback, but an emulator on this machine does: then our own address is good enough.
  let ownUrl: string | null = null
  const isProviderHere = trustedOrigin !== null && isLoopbackHost(new URL(trustedOrigin).hostname)
  const webhookBase = () => options.webhooks?.publicUrl ?? (isProviderHere ? ownUrl : null)

  const archive = options.archive
    ? openArchive(options.archive, {
        trustedOrigin,
        maximumBytes: limits.archivedBytes,
        onCopied(outcome, bytes) {
          metrics.count('pika_archive_copies_total', outcome)
          if (bytes > 0)
            metrics.count('pika_archive_bytes_total', 's3' in (options.archive ?? {}) ? 's3' : 'disk', bytes)
        },
      })
    : null
  const videosAt = (base: string | null) => createVideoUrls(archive, options.webhooks?.publicUrl ?? base)

  const { bus } = opened
  const notifier = createNotifier({
    outbox: opened.store.outbox,
    clock: systemClock,
    observer,
    replica,
    secret: options.webhooks?.secret,
    urlOf: (video) => videosAt(ownUrl).urlOf(video),
  })
  const generations = createGenerations({
    catalog,
    store: opened.store,
    bus: {
      ...bus,
      publish(generation) {
        bus.publish(generation)
        notifier.wake(generation)
      },
    },
    gateway:
      options.gateway ??
      createFalGateway({
        key: fal.key,
        hosts,
        trustedOrigin,
        onRequest: upstream.made,
        onAccepted: upstream.accepted,
      }),
    archive: archive?.archive,
    clock: systemClock,
    identifiers: systemIdentifiers,
    observer: {
      note: (...said) => observer.note(...said),
      passed: (...step) => observer.passed?.(...step),
      ended(end) {
        upstream.ended(end)
        observer.ended?.(end)
      },
    },
    replica,
    webhookUrlOf(token) {
      const base = webhookBase()
      return base && `${base}/webhooks/fal/${token}`
    },
    maximumActivePerViewer: limits.activeGenerations,
    mayAdopt: (id, requestId) =>
      authenticate === undefined || (options.mayAdopt?.({ id }, requestId) ?? false),
    timing: { ...defaultTiming, ...ownTiming(options.database), ...options.timing },
  })

  const yoga = createGraphql({
    schema,
    generations,
    uploads: createUploadService(options.storage ?? createFalStorage({ key: fal.key, hosts }), limits),
    videosAt,
    authenticate,
    limits,
    persisted: options.persistedOperations ?? null,
    allowedOrigins,
    metrics,
    onUnexpectedError,
  })
  let closing: Promise<void> | undefined
  const routes = createRoutes({
    yoga,
    handleWebhook: createWebhookHandler({
      generations,
      verifier: createSignatureVerifier(`${hosts.rest}/.well-known/jwks.json`),
      observer,
      trustedOrigin,
    }),
    metrics,
    limits,
    allowedOrigins,
    provider: fal.provider ?? (fal.baseUrl ? 'custom' : 'fal'),
    readiness: async () => {
      if (closing !== undefined) return { isReady: false, status: 'stopping' }
      return opened.check().then(
        () => ({ isReady: true, status: 'ready' }),
        () => ({ isReady: false, status: 'the store does not answer' }),
      )
    },
    serveVideo: archive ? (request) => archive.serve(request) : null,
    studioDirectory: options.studioDirectory ?? null,
  })
  // Without `authenticate` whoever gets in is the viewer: only this machine may, under a name of this machine.
  const admits = (request: IncomingMessage) =>
    authenticate !== undefined || isLoopbackHostHeader(request.headers.host)
  const webSockets = createWebSocketTransport({
    yoga,
    authenticate,
    limits,
    allowedOrigins,
    metrics,
    admits,
    onUnexpectedError,
  })
  const adapter = createServerAdapter(routes)
  const servers = new Set<Server>()

  const close = async () => {
    if (servers.size > 0) await systemClock.sleep(options.drainMs ?? 0)
    for (const server of servers) server.close()
    await webSockets.close()
    await generations.stop()
    await notifier.close()
    for (const server of servers) server.closeAllConnections()
    await yoga.dispose()
    await opened.close()
  }

  const start = () => {
    generations.start()
    notifier.start()
  }
  // What is taken up is submitted with the address of its webhook: where that is our own, it is known once we listen.
  if (options.webhooks?.publicUrl || !isProviderHere) start()

  return {
    fetch(request) {
      start()
      return routes(request)
    },
    attach(server) {
      start()
      webSockets.attach(server)
    },
    async listen(port = 4000, host = '127.0.0.1') {
      if (!authenticate && !isLoopbackHost(host)) {
        throw new Error(
          `the host ${host} can be reached from other machines, and nobody authenticates there: pass authenticate to createPikaServer, or listen on 127.0.0.1`,
        )
      }
      const server = createServer((request, response) => {
        // So that what a balancer keeps open moves to another replica.
        if (closing !== undefined) response.setHeader('connection', 'close')
        // Both come by the name of a tunnel, too: webhooks prove themselves by their signature, videos by their key.
        const isVideo = request.url?.startsWith('/videos/') ?? false
        const isWebhook = request.url?.startsWith('/webhooks/fal/') ?? false
        if (isVideo || isWebhook || admits(request)) {
          void adapter(request, response)
          // A player that is paused takes nothing, and costs next to nothing: the file waits on the disk.
          if (isVideo) return
          // Live updates by SSE, mostly: what their reader does not take costs memory here.
          whenResponseStalls(response, limits.stalledAfterMs, () => {
            metrics.count('pika_stalled_connections_total', 'http')
            response.destroy()
          })
        } else
          response
            .writeHead(403, { 'content-type': 'text/plain' })
            .end('This server answers to localhost only.\n')
      })
      webSockets.attach(server, 'refuse')
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, resolve)
      })
      servers.add(server)
      const address = server.address() as AddressInfo
      ownUrl = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
      start()
      return { url: ownUrl, port: address.port }
    },
    close: () => (closing ??= close()),
  }
}

/** On the embedded store there is nobody who could take over: that it lives need not be written to the disk every two seconds. */
function ownTiming(database: DatabaseLocation): Partial<Timing> {
  return 'directory' in database ? { lease: 3_600_000 } : {}
}
