export type {
  CreateCanvas,
  DraftCanvas,
  DraftContext,
  DraftGradient,
  DraftImage,
  DraftStill,
  DraftVideo,
} from './canvas.ts'
export { createDraft, type Draft, type DraftOptions, FRAMES_PER_SECOND } from './draft.ts'
export type { DraftSearch, Drawing, Stage } from './drawer.ts'
export { type EffectFrame, prepareEffect } from './effects/draw-effect.ts'
export { type EffectDrawing, effectDrawings } from './effects/registry.ts'
export { durationOf, type FrameSize, frameSizeOf, LONGEST_EDIT_SECONDS } from './frame-size.ts'
export { type DraftMedia, type DraftOperation, type MediaReference, mediaUrlsOf } from './media.ts'
export type { Steps } from './toolkit/steps.ts'
export { DRAFT_FONT_FAMILY } from './toolkit/text.ts'
