import { useCallback, useEffect, useRef, useState } from 'react'
import { dueAt, hear, silence, speak, type Utterance } from './speech.ts'

/** Speaks to screen readers at a pace that can be followed; see `speech.ts`. The words belong into a polite live region. */
export function useSpeech(): { say(utterance: Utterance): void; spoken: string } {
  const speech = useRef(silence)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [spoken, setSpoken] = useState('')

  const speakWhenDue = useCallback(() => {
    const speakNext = () => {
      clearTimeout(timer.current)
      const due = dueAt(speech.current)
      if (due === null) return
      const now = Date.now()
      if (due > now) {
        timer.current = setTimeout(speakNext, due - now)
        return
      }
      speech.current = speak(speech.current, now)
      setSpoken(speech.current.spoken)
      speakNext()
    }
    speakNext()
  }, [])
  const say = useCallback(
    (utterance: Utterance) => {
      speech.current = hear(speech.current, utterance)
      speakWhenDue()
    },
    [speakWhenDue],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  return { say, spoken }
}
