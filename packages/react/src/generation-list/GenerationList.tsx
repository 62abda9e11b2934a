import { type GenerationFilterData, useGenerations } from '../hooks/useGenerations.ts'
import { GenerationListView } from './GenerationListView.tsx'

export interface GenerationListProps {
  /** Which generations; all by default. */
  filter?: GenerationFilterData
  /** 1 to 100; 24 by default. */
  pageSize?: number
  selectedId?: string | null
  onSelect?(id: string): void
  className?: string
}

/** The viewer's generations, newest first, live. */
export function GenerationList({ filter, pageSize, ...view }: GenerationListProps) {
  const list = useGenerations({ ...(filter && { filter }), ...(pageSize !== undefined && { pageSize }) })
  return <GenerationListView list={list} {...view} />
}
