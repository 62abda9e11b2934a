import { type Upload, UploadError } from '../hooks/useUpload.ts'

/** Keeps a file in the page, at once. */
export const uploadHere: Upload = async (file, { onProgress } = {}) => {
  onProgress?.(1)
  return { url: URL.createObjectURL(file) }
}

/** Sends a part of the bytes, and then no more. */
export const uploadStuck: Upload = (_file, { onProgress } = {}) => {
  onProgress?.(0.42)
  return new Promise(() => {})
}

/** Never arrives. */
export const uploadBroken: Upload = () =>
  Promise.reject(new UploadError('The upload broke off. Try it again.'))
