export type { ListChoice, StatusGroup } from './filters.ts'
export { GenerationList, type GenerationListProps } from './GenerationList.tsx'
export { GenerationListView, type GenerationListViewProps, type ListLayout } from './GenerationListView.tsx'
export {
  type DeletionOutcome,
  useGenerationList,
  type UseGenerationList,
  type UseGenerationListOptions,
} from './useGenerationList.ts'
