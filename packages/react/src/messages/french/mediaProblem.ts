import type { MediaProblem } from '@pika-kit/core'
import type { Formats } from '../formats.ts'
import { mediaTitles } from '../mediaFacts.ts'

/** Ce qui ne va pas dans un fichier ou une adresse, après son nom. */
export function mediaProblem(problem: MediaProblem, { anyOf, isolate, number }: Formats): string {
  const tenths = (value: number) => Math.ceil(value * 10) / 10
  const size = (bytes: number) => number(tenths(bytes / 1024 ** 2), { style: 'unit', unit: 'megabyte' })
  const length = (seconds: number) => number(tenths(seconds))
  switch (problem.code) {
    case 'EMPTY':
      return 'le fichier est vide'
    case 'WRONG_TYPE':
      return problem.type === null
        ? `format inconnu : il faut ${anyOf(mediaTitles(problem.kind))}`
        : `format ${isolate(problem.type)} : il faut ${anyOf(mediaTitles(problem.kind))}`
    case 'TOO_LARGE':
      return problem.kind === 'image'
        ? `${size(problem.bytes)}, une image peut faire ${size(problem.limit)} au plus`
        : `${size(problem.bytes)}, une vidéo peut faire ${size(problem.limit)} au plus`
    case 'UNREADABLE':
      return 'illisible : le fichier est endommagé'
    case 'TOO_LONG':
      return `dure ${length(problem.seconds)} s, le maximum est de ${length(problem.limit)} s`
    case 'NOT_AN_ADDRESS':
      return 'il faut une adresse http(s), une URI de données base64 ou un fichier envoyé'
    case 'WRONG_DATA_URI':
      return `URI de données d’un autre genre : elle doit commencer par data:${problem.kind}/`
    case 'NOT_BASE64':
      return 'URI de données sans ;base64 : seul base64 est accepté'
    case 'BROKEN_BASE64':
      return 'URI de données dont le base64 est endommagé'
  }
}
