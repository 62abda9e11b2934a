import type { MediaProblem } from '@pika-kit/core'
import type { Formats } from '../formats.ts'
import { mediaTitles } from '../mediaFacts.ts'

/** Was an einer Datei oder Adresse nicht stimmt, nach ihrem Namen zu lesen. */
export function mediaProblem(problem: MediaProblem, { isolate, list, number }: Formats): string {
  const tenths = (value: number) => Math.ceil(value * 10) / 10
  const size = (bytes: number) => number(tenths(bytes / 1024 ** 2), { style: 'unit', unit: 'megabyte' })
  const length = (seconds: number) => number(tenths(seconds))
  switch (problem.code) {
    case 'EMPTY':
      return 'ist leer'
    case 'WRONG_TYPE':
      return problem.type === null
        ? `hat kein bekanntes Format: möglich sind ${list(mediaTitles(problem.kind))}`
        : `ist ${isolate(problem.type)}: möglich sind ${list(mediaTitles(problem.kind))}`
    case 'TOO_LARGE':
      return problem.kind === 'image'
        ? `hat ${size(problem.bytes)}, ein Bild darf höchstens ${size(problem.limit)} haben`
        : `hat ${size(problem.bytes)}, ein Video darf höchstens ${size(problem.limit)} haben`
    case 'UNREADABLE':
      return 'lässt sich nicht lesen: die Datei ist beschädigt'
    case 'TOO_LONG':
      return `dauert ${length(problem.seconds)} s, höchstens ${length(problem.limit)} s sind möglich`
    case 'NOT_AN_ADDRESS':
      return 'muss eine http(s)-Adresse, eine base64-Daten-URI oder eine hochgeladene Datei sein'
    case 'WRONG_DATA_URI':
      return `ist eine Daten-URI von falscher Art: sie muss mit data:${problem.kind}/ beginnen`
    case 'NOT_BASE64':
      return 'ist eine Daten-URI ohne ;base64: nur base64 wird angenommen'
    case 'BROKEN_BASE64':
      return 'ist eine Daten-URI mit beschädigtem base64'
  }
}
