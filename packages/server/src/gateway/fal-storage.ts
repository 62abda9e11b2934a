import { type MediaStorage, StorageUnavailableError, type UploadDescription } from '@pika-kit/core'
import { z } from 'zod'
import type { FalHosts } from './fal-hosts.ts'

const initiated = z.object({ upload_url: z.url(), file_url: z.url() })

/** fal documents no life of an upload URL; ours says a quarter of an hour, after which a new ticket costs nothing. */
const TICKET_LIFE_MS = 15 * 60_000
const TIMEOUT_MS = 20_000

/** fal's storage as core's media storage port: FAL_PROTOCOL 1.8. The key is used for the ticket only. */
export function createFalStorage({ key, hosts }: { key: string; hosts: FalHosts }): MediaStorage {
  const initiate = async ({ fileName, contentType }: UploadDescription) => {
    try {
      const response = await fetch(`${hosts.rest}/storage/upload/initiate?storage_type=fal-cdn-v3`, {
        method: 'POST',
        headers: {
          authorization: `Key ${key}`,
          'content-type': 'application/json',
          accept: 'application/json',
        },
        body: JSON.stringify({ content_type: contentType, file_name: fileName }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      })
      if (!response.ok) throw new Error(`status ${response.status}`)
      return initiated.parse(await response.json())
    } catch (error) {
      throw new StorageUnavailableError("fal's storage gave no upload", { cause: error })
    }
  }

  return {
    async createTicket(upload) {
      const { upload_url: uploadUrl, file_url: fileUrl } = await initiate(upload)
      return {
        uploadUrl,
        fileUrl,
        method: 'PUT',
        headers: [{ name: 'content-type', value: upload.contentType }],
        expiresAt: Date.now() + TICKET_LIFE_MS,
      }
    },
    async store(upload, bytes) {
      const { upload_url: uploadUrl, file_url: url } = await initiate(upload)
      try {
        const response = await fetch(uploadUrl, {
          method: 'PUT',
          headers: { 'content-type': upload.contentType },
          body: bytes as Uint8Array<ArrayBuffer>,
          redirect: 'error',
        })
        if (!response.ok) throw new Error(`status ${response.status}`)
      } catch (error) {
        throw new StorageUnavailableError("fal's storage took no file", { cause: error })
      }
      return { url }
    },
  }
}
