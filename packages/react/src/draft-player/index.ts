export { DraftPlayer, type DraftPlayerProps } from './DraftPlayer.tsx'
export { type DraftState, useDraft } from './useDraft.ts'
