export { GenerationList, type GenerationListProps } from './GenerationList.tsx'
export { GenerationListView, type GenerationListViewProps } from './GenerationListView.tsx'
