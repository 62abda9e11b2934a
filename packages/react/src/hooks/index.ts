export type { GenerationData } from '../graphql/documents.ts'
export { type GenerateOutcome, type UseGenerate, useGenerate } from './useGenerate.ts'
export { type LogLineData, type UseGeneration, useGeneration } from './useGeneration.ts'
export {
  type CancelOutcomeData,
  type RecoverOutcomeData,
  type UseGenerationActions,
  useGenerationActions,
} from './useGenerationActions.ts'
export {
  type GenerationFilterData,
  type UseGenerations,
  useGenerations,
  type UseGenerationsOptions,
} from './useGenerations.ts'
export { type Upload, UploadError, type UploadOptions, useUpload } from './useUpload.ts'
