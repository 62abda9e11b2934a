import { useEffect, useState } from 'react'

/** What browsers say of a sound track, each in its own way. */
interface Soundtrack {
  mozHasAudio?: boolean
  webkitAudioDecodedByteCount?: number
  audioTracks?: { length: number }
}

/** Whether the video has a sound track, as far as the browser knows: Pika's have none, those of other models may. */
export function useHasSound(video: HTMLVideoElement): boolean {
  const [hasSound, setHasSound] = useState(false)
  useEffect(() => {
    const look = () => {
      const { mozHasAudio, webkitAudioDecodedByteCount, audioTracks } = video as Soundtrack
      if (mozHasAudio || webkitAudioDecodedByteCount || audioTracks?.length) setHasSound(true)
    }
    look()
    video.addEventListener('loadeddata', look)
    video.addEventListener('timeupdate', look)
    return () => {
      video.removeEventListener('loadeddata', look)
      video.removeEventListener('timeupdate', look)
    }
  }, [video])
  return hasSound
}
