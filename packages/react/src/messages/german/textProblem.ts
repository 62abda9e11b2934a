import type { StoryboardTextError } from '@pika-kit/core'
import type { Formats } from '../formats.ts'

/** Was an einer Zeile nicht stimmt, nach `Zeile 3: `. */
export function textProblem(error: StoryboardTextError, { isolate, list }: Formats): string {
  switch (error.code) {
    case 'UNKNOWN_KEYFRAME':
      return `Es gibt keinen Keyframe „${isolate(error.text)}“. Möglich sind eine Adresse oder: ${list(error.known.map(isolate))}.`
    case 'STILL_UPLOADING':
      return `„${isolate(error.text)}“ kann zweimal vorkommen, sobald das Bild hochgeladen ist.`
    case 'BAD_SECONDS':
      return `„${isolate(error.text)}“ beginnt nicht mit ganzen Sekunden. Beispiel: „→ 3 s: die Sonne geht unter“.`
    case 'NO_KEYFRAME_BEFORE':
      return 'Vor einem Übergang muss ein Keyframe stehen.'
    case 'NO_KEYFRAME_BEHIND':
      return 'Nach einem Übergang muss ein Keyframe stehen.'
    case 'TWO_TRANSITIONS':
      return 'Hier steht schon ein Übergang. Zwischen zwei Keyframes gibt es nur einen.'
    case 'TOO_MANY_KEYFRAMES':
      return `Höchstens ${error.maximum} Keyframes sind möglich.`
    case 'OVER_BUDGET':
      return `Die Übergänge dauern zusammen ${error.total} s. Höchstens ${error.budget} s sind möglich.`
  }
}
