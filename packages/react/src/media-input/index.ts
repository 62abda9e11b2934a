export { MediaInput, type MediaInputProps } from './MediaInput.tsx'
export type { MediaInputRootProps } from './MediaInputRoot.tsx'
export type { MediaDetails, MediaItem } from './mediaItems.ts'
export type { CameraProblem, CameraState, UseCamera } from './useCamera.ts'
export {
  type MediaEntry,
  type MediaRefusal,
  type MultipleMedia,
  type SingleMedia,
  useMediaInput,
  type UseMediaInput,
  type UseMediaInputOptions,
} from './useMediaInput.ts'
