import type { StoryboardTextError } from '@pika-kit/core'
import type { Formats } from '../formats.ts'

/** What is wrong with a line of the storyboard as text, after `Line 3: `. */
export function textProblem(error: StoryboardTextError, { list, isolate }: Formats): string {
  switch (error.code) {
    case 'UNKNOWN_KEYFRAME':
      return `there is no keyframe “${isolate(error.text)}”. Write an address, or one of: ${list(error.known.map(isolate))}.`
    case 'STILL_UPLOADING':
      return `“${isolate(error.text)}” can be there twice once it has been uploaded.`
    case 'BAD_SECONDS':
      return `“${isolate(error.text)}” does not begin with whole seconds. Write for example “→ 3 s: dusk falls”.`
    case 'NO_KEYFRAME_BEFORE':
      return 'a transition needs a keyframe before it.'
    case 'NO_KEYFRAME_BEHIND':
      return 'a transition needs a keyframe after it.'
    case 'TWO_TRANSITIONS':
      return 'there is a transition here already. One stands between two keyframes.'
    case 'TOO_MANY_KEYFRAMES':
      return `${error.maximum} keyframes are the most.`
    case 'OVER_BUDGET':
      return `the transitions last ${error.total} s together. ${error.budget} s are the most.`
  }
}
