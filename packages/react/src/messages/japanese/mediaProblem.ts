import type { MediaProblem } from '@pika-kit/core'
import type { Formats } from '../formats.ts'
import { mediaTitles } from '../mediaFacts.ts'

/** ファイルやアドレスの問題。名前の後に読まれる。 */
export function mediaProblem(problem: MediaProblem, { anyOf, isolate, number }: Formats): string {
  const tenths = (value: number) => Math.ceil(value * 10) / 10
  const size = (bytes: number) => number(tenths(bytes / 1024 ** 2), { style: 'unit', unit: 'megabyte' })
  const length = (seconds: number) => number(tenths(seconds))
  switch (problem.code) {
    case 'EMPTY':
      return 'ファイルが空です'
    case 'WRONG_TYPE':
      return problem.type === null
        ? `不明な形式です。${anyOf(mediaTitles(problem.kind))}を使ってください`
        : `${isolate(problem.type)} です。${anyOf(mediaTitles(problem.kind))}を使ってください`
    case 'TOO_LARGE':
      return problem.kind === 'image'
        ? `${size(problem.bytes)} です。画像は最大 ${size(problem.limit)} です`
        : `${size(problem.bytes)} です。動画は最大 ${size(problem.limit)} です`
    case 'UNREADABLE':
      return '読み込めません。ファイルが壊れています'
    case 'TOO_LONG':
      return `${length(problem.seconds)} 秒あります。最大 ${length(problem.limit)} 秒です`
    case 'NOT_AN_ADDRESS':
      return 'http(s) アドレス、base64 のデータ URI、またはアップロードしたファイルにしてください'
    case 'WRONG_DATA_URI':
      return `データ URI の種類が違います。data:${problem.kind}/ で始まる必要があります`
    case 'NOT_BASE64':
      return 'データ URI に ;base64 がありません。base64 のみ使えます'
    case 'BROKEN_BASE64':
      return 'データ URI の base64 が壊れています'
  }
}
