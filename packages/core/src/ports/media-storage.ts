/** What a client says about a file before it uploads it. */
export interface UploadDescription {
  fileName: string
  contentType: string
  /** Bytes. */
  size: number
}

/** Lets a browser PUT a file straight to storage: the bytes do not pass through the server. */
export interface UploadTicket {
  uploadUrl: string
  method: string
  headers: readonly { name: string; value: string }[]
  /** The URL to use as an input once the upload is done. */
  fileUrl: string
  expiresAt: number
}

/** Where input media goes. Throws `StorageUnavailableError` when the storage cannot be reached. */
export interface MediaStorage {
  createTicket(upload: UploadDescription): Promise<UploadTicket>
  /** Stores a small file; answers its URL. */
  store(upload: UploadDescription, bytes: Uint8Array): Promise<{ url: string }>
}

/** The storage could not be reached or refused; nothing was stored. */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError'
}
