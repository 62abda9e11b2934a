import type { StoryboardTextError } from '@pika-kit/core'
import type { Formats } from '../formats.ts'

/** 行のどこに問題があるか。`3 行目: ` に続く。 */
export function textProblem(error: StoryboardTextError, { isolate, list }: Formats): string {
  switch (error.code) {
    case 'UNKNOWN_KEYFRAME':
      return `「${isolate(error.text)}」というキーフレームはありません。アドレスか、次のいずれかを書いてください: ${list(error.known.map(isolate))}`
    case 'STILL_UPLOADING':
      return `「${isolate(error.text)}」を 2 回使えるのは、アップロードが終わってからです。`
    case 'BAD_SECONDS':
      return `「${isolate(error.text)}」は整数の秒数で始まっていません。例: 「→ 3 s: 日が暮れる」`
    case 'NO_KEYFRAME_BEFORE':
      return 'トランジションの前にはキーフレームが必要です。'
    case 'NO_KEYFRAME_BEHIND':
      return 'トランジションの後にはキーフレームが必要です。'
    case 'TWO_TRANSITIONS':
      return 'ここにはすでにトランジションがあります。キーフレームの間には 1 つだけです。'
    case 'TOO_MANY_KEYFRAMES':
      return `キーフレームは最大 ${error.maximum} 個です。`
    case 'OVER_BUDGET':
      return `トランジションの合計が ${error.total} 秒です。最大 ${error.budget} 秒です。`
  }
}
