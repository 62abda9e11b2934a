export { MediaError } from './media-error.ts'
export { type MediaProbe, probeMedia, unsupported } from './probe-media.ts'
export { renderDraft, type RenderedVideo, type RenderProgress, type RenderRequest } from './render-draft.ts'
