import { useEffect, useState } from 'react'
import { type EffectStage, pictureStage, sampleStage } from './effectStage.ts'

/** What the tiles show: the viewer's picture, or the sample figure where there is none or where it cannot be read. */
export type EffectSource = 'picture' | 'sample' | 'loading' | 'unreadable'

/** The stage for the picture at an address. Null until it is there, and in the first render, on the server too. */
export function useEffectStage(imageUrl: string | null): { source: EffectSource; stage: EffectStage | null } {
  const first: EffectSource = imageUrl === null ? 'sample' : 'loading'
  const [shown, setShown] = useState<{
    url: string | null
    source: EffectSource
    stage: EffectStage | null
  }>({
    url: imageUrl,
    source: first,
    stage: null,
  })

  useEffect(() => {
    if (imageUrl === null) {
      // oxlint-disable-next-line react/set-state-in-effect -- A stage is drawn, which only a page can.
      setShown({ url: null, source: 'sample', stage: sampleStage() })
      return
    }
    let isCurrent = true
    const show = (source: EffectSource, stage: EffectStage) =>
      isCurrent && setShown({ url: imageUrl, source, stage })
    pictureStage(imageUrl).then(
      (stage) => show('picture', stage),
      () => show('unreadable', sampleStage()),
    )
    return () => {
      isCurrent = false
    }
  }, [imageUrl])

  // A stage of the picture before is not shown under the name of the next one.
  return shown.url === imageUrl ? shown : { source: first, stage: null }
}
