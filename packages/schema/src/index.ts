export type { PikaContext, UploadResult, UploadService, VideoUrls, Viewer } from './context.ts'
export { createSchema } from './create-schema.ts'
