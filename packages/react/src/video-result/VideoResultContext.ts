import { createContext, useContext } from 'react'
import type { UseVideoResult } from './useVideoResult.ts'

export const VideoResultContext = createContext<UseVideoResult | null>(null)

/** The result around a part. Throws where there is none, and says what to do. */
export function useResult(part: string): UseVideoResult {
  const result = useContext(VideoResultContext)
  if (result) return result
  throw new Error(`<VideoResult.${part}> stands outside of <VideoResult.Root>: put it inside.`)
}
