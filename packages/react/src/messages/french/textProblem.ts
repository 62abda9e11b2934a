import type { StoryboardTextError } from '@pika-kit/core'
import type { Formats } from '../formats.ts'

/** Ce qui ne va pas dans une ligne, après `Ligne 3 : `. */
export function textProblem(error: StoryboardTextError, { isolate, list }: Formats): string {
  switch (error.code) {
    case 'UNKNOWN_KEYFRAME':
      return `il n’y a pas d’image clé « ${isolate(error.text)} ». Indiquez une adresse, ou l’une de : ${list(error.known.map(isolate))}.`
    case 'STILL_UPLOADING':
      return `« ${isolate(error.text)} » pourra figurer deux fois une fois l’envoi terminé.`
    case 'BAD_SECONDS':
      return `« ${isolate(error.text)} » ne commence pas par un nombre entier de secondes. Par exemple : « → 3 s: le soir tombe ».`
    case 'NO_KEYFRAME_BEFORE':
      return 'il faut une image clé avant une transition.'
    case 'NO_KEYFRAME_BEHIND':
      return 'il faut une image clé après une transition.'
    case 'TWO_TRANSITIONS':
      return 'il y a déjà une transition ici. Une seule entre deux images clés.'
    case 'TOO_MANY_KEYFRAMES':
      return `${error.maximum} images clés au plus.`
    case 'OVER_BUDGET':
      return `les transitions durent ${error.total} s au total. Le maximum est de ${error.budget} s.`
  }
}
