import { collectionToVideo } from './collection-to-video.ts'
import { imageToVideo } from './image-to-video.ts'
import type { Operation } from './operation.ts'
import { pikadditions } from './pikadditions.ts'
import { pikaffects } from './pikaffects.ts'
import { pikaframes } from './pikaframes.ts'
import { pikascenes } from './pikascenes.ts'
import { pikaswaps } from './pikaswaps.ts'
import { textToVideo } from './text-to-video.ts'

/** The eight operations of Pika that fal hosts, in the order in which people meet them. */
export const pikaOperations = [
  pikaframes,
  imageToVideo,
  textToVideo,
  pikascenes,
  pikaswaps,
  pikadditions,
  pikaffects,
  collectionToVideo,
] as unknown as readonly Operation[]

/** The operations that one server, form or emulator knows. */
export interface Catalog {
  readonly operations: readonly Operation[]
  /** Undefined when there is none with this id. */
  find(id: string): Operation | undefined
  /** Every operation that calls this endpoint; pikascenes has two bodies. Empty when there is none. */
  findByEndpoint(endpointId: string): readonly Operation[]
}

/** Makes a catalog. Throws a `TypeError` when two operations share an id. */
export function createCatalog(operations: readonly Operation[] = pikaOperations): Catalog {
  const byId = new Map<string, Operation>()
  for (const operation of operations) {
    if (byId.has(operation.id)) throw new TypeError(`two operations are called ${operation.id}`)
    byId.set(operation.id, operation)
  }
  return {
    operations,
    find: (id) => byId.get(id),
    findByEndpoint: (endpointId) => operations.filter((operation) => operation.endpointId === endpointId),
  }
}
