import type { MediaProblem } from '@pika-kit/core'
import type { Formats } from '../formats.ts'
import { mediaTitles } from '../mediaFacts.ts'

/** Qué falla en un archivo o una dirección, después de su nombre. */
export function mediaProblem(problem: MediaProblem, { anyOf, isolate, number }: Formats): string {
  const tenths = (value: number) => Math.ceil(value * 10) / 10
  const size = (bytes: number) => number(tenths(bytes / 1024 ** 2), { style: 'unit', unit: 'megabyte' })
  const length = (seconds: number) => number(tenths(seconds))
  switch (problem.code) {
    case 'EMPTY':
      return 'está vacío'
    case 'WRONG_TYPE':
      return problem.type === null
        ? `tiene un formato desconocido: usa ${anyOf(mediaTitles(problem.kind))}`
        : `es ${isolate(problem.type)}: usa ${anyOf(mediaTitles(problem.kind))}`
    case 'TOO_LARGE':
      return problem.kind === 'image'
        ? `ocupa ${size(problem.bytes)}, y una imagen puede ocupar ${size(problem.limit)} como máximo`
        : `ocupa ${size(problem.bytes)}, y un vídeo puede ocupar ${size(problem.limit)} como máximo`
    case 'UNREADABLE':
      return 'no se puede leer: el archivo está dañado'
    case 'TOO_LONG':
      return `dura ${length(problem.seconds)} s, y el máximo son ${length(problem.limit)} s`
    case 'NOT_AN_ADDRESS':
      return 'debe ser una dirección http(s), un URI de datos base64 o un archivo subido'
    case 'WRONG_DATA_URI':
      return `es un URI de datos de otro tipo: debe empezar por data:${problem.kind}/`
    case 'NOT_BASE64':
      return 'es un URI de datos sin ;base64: solo se acepta base64'
    case 'BROKEN_BASE64':
      return 'es un URI de datos con el base64 dañado'
  }
}
