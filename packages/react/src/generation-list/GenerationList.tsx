import { GenerationListView, type GenerationListViewProps } from './GenerationListView.tsx'
import { useGenerationList, type UseGenerationListOptions } from './useGenerationList.ts'

export interface GenerationListProps
  extends UseGenerationListOptions, Omit<GenerationListViewProps, 'list'> {}

/** The viewer's generations, newest first, live: filtered, chosen and deleted. */
export function GenerationList({ filter, pageSize, ...view }: GenerationListProps) {
  const list = useGenerationList({
    ...(filter && { filter }),
    ...(pageSize !== undefined && { pageSize }),
  })
  return <GenerationListView {...view} list={list} />
}
