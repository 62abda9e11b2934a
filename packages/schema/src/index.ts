export type { PikaContext, UploadResult, UploadService, Viewer } from './context.ts'
export { createSchema } from './create-schema.ts'
