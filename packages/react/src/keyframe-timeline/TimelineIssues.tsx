import { commonWords } from '../messages/english/common.ts'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { useTimeline } from './TimelineContext.ts'
import type { TimelinePlace } from './timelineIssues.ts'

/** All that is wrong with the storyboard, in the words of the server. What is wrong at a place leads there. */
export function TimelineIssues() {
  const timeline = useTimeline('Issues')
  const words = useWords(timelineWords)
  const { before } = useWords(commonWords)
  if (timeline.issues.length === 0) return null
  const nameOf = (place: TimelinePlace) => {
    if (place === 'whole') return null
    return 'keyframe' in place
      ? words.keyframeName(place.keyframe + 1)
      : words.transition(place.transition + 1)
  }
  const goTo = (place: TimelinePlace) => {
    if (place === 'whole') return
    timeline.setView('axis')
    if ('transition' in place) {
      timeline.select({ type: 'transition', index: place.transition })
      timeline.focus({ transition: place.transition })
      return
    }
    const id = timeline.storyboard.keyframes[place.keyframe]?.id
    if (id === undefined) return
    timeline.select({ type: 'keyframe', id })
    timeline.focus({ keyframe: id })
  }
  return (
    <ul className="pk-timeline-problems pk-timeline-issues">
      {timeline.issues.map(({ place, message }) => {
        const name = nameOf(place)
        return (
          <li key={`${name} ${message}`} className="pk-issue">
            {name === null ? (
              message
            ) : (
              <button type="button" onClick={() => goTo(place)}>
                {before(name) + message}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
