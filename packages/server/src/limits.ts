import { DEFAULT_MEDIA_BYTES } from '@pika-kit/core'

/** What one server lets its viewers do. */
export interface Limits {
  /** Bytes of one GraphQL request that is not an upload; data URIs travel in it. */
  requestBytes: number
  /** Bytes of one file through `uploadFile`. */
  uploadBytes: number
  /** Bytes of one image, and of one video, put straight into storage. */
  imageBytes: number
  videoBytes: number
  /** Bytes of one finished video that is copied into the archive; a larger one is left where the provider has it. */
  archivedBytes: number
  /** Unfinished generations of one viewer. */
  activeGenerations: number
  /** Live subscriptions of one WebSocket. */
  subscriptionsPerSocket: number
  /** Milliseconds between two pings of a WebSocket; a peer that has not answered when the next is due is cut. */
  pingEveryMs: number
  /** Milliseconds in which a connection took nothing of what waits for it, after which it is closed. */
  stalledAfterMs: number
  /** Of one GraphQL document: tokens, nesting, and fields in all, aliases included. */
  queryTokens: number
  queryDepth: number
  queryFields: number
}

const MEGABYTE = 1024 * 1024

export const defaultLimits: Limits = {
  requestBytes: 32 * MEGABYTE,
  uploadBytes: 32 * MEGABYTE,
  imageBytes: DEFAULT_MEDIA_BYTES.image,
  videoBytes: DEFAULT_MEDIA_BYTES.video,
  archivedBytes: 1024 * MEGABYTE,
  activeGenerations: 50,
  subscriptionsPerSocket: 200,
  pingEveryMs: 15_000,
  stalledAfterMs: 10_000,
  queryTokens: 4_000,
  queryDepth: 16,
  queryFields: 800,
}
