import type { StoryboardTextError } from '@pika-kit/core'
import type { Formats } from '../formats.ts'

/** Qué falla en una línea, después de `Línea 3: `. */
export function textProblem(error: StoryboardTextError, { isolate, list }: Formats): string {
  switch (error.code) {
    case 'UNKNOWN_KEYFRAME':
      return `no hay ningún fotograma clave «${isolate(error.text)}». Escribe una dirección o uno de estos: ${list(error.known.map(isolate))}.`
    case 'STILL_UPLOADING':
      return `«${isolate(error.text)}» podrá aparecer dos veces cuando termine de subirse.`
    case 'BAD_SECONDS':
      return `«${isolate(error.text)}» no empieza por segundos enteros. Por ejemplo: «→ 3 s: cae la tarde».`
    case 'NO_KEYFRAME_BEFORE':
      return 'una transición necesita un fotograma clave antes.'
    case 'NO_KEYFRAME_BEHIND':
      return 'una transición necesita un fotograma clave después.'
    case 'TWO_TRANSITIONS':
      return 'aquí ya hay una transición. Solo cabe una entre dos fotogramas clave.'
    case 'TOO_MANY_KEYFRAMES':
      return `${error.maximum} fotogramas clave como máximo.`
    case 'OVER_BUDGET':
      return `las transiciones duran ${error.total} s en total. El máximo son ${error.budget} s.`
  }
}
