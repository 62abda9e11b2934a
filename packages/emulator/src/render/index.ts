export { MediaError } from './media-error.ts'
export { probeMedia } from './probe-media.ts'
export { renderDraft, type RenderedVideo, type RenderProgress, type RenderRequest } from './render-draft.ts'
