import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'
import { mediaFacts } from '../mediaFacts.ts'
import { mediaProblem } from './mediaProblem.ts'

export function media(formats: Formats): Messages['media'] {
  const { fileSize, isolate, number } = formats
  return {
    drop: { image: '画像をここにドロップ', video: '動画をここにドロップ' },
    dropMany: { image: '画像をここにドロップ', video: '動画をここにドロップ' },
    hint: (titles, bytes) => `貼り付けもできます。${titles.join('、')}、最大 ${fileSize(bytes)}。`,
    over: '離すと追加されます',
    overWrong: { image: '画像ではありません', video: '動画ではありません' },
    nothing: '何もありません',
    required: '必須',
    stillUploading: 'アップロードの完了を待つか、キャンセルしてください',
    checking: 'ファイルを確認中…',
    choose: 'ファイルを選択',
    chooseMany: 'ファイルを選択',
    url: 'アドレス',
    urlHint: 'https://…',
    use: '使用',
    clear: '削除',
    replace: '差し替え',
    cancel: 'キャンセル',
    bringBack: '前のものに戻す',
    undo: '元に戻す',
    retry: '再試行',
    dismiss: '閉じる',
    unnamed: { image: '画像', video: '動画' },
    place: (place, name) => `${number(place)}、${isolate(name)}`,
    count: (count, maximum) => `${number(count)} / ${number(maximum)} 件`,
    list: (label) => `${label} (順番どおり)`,
    earlier: (name) => `前へ移動: ${isolate(name)}`,
    later: (name) => `後ろへ移動: ${isolate(name)}`,
    uploading: (name, percent) => `${isolate(name)} をアップロード中、${formats.percent(percent)} 送信済み`,
    sent: (percent) => `${formats.percent(percent)} 送信済み`,
    failed: (name, why) => `${isolate(name)} をアップロードできませんでした。${why}`,
    details: (...facts) => mediaFacts(formats, (seconds) => `${seconds} 秒`, facts),
    unseen: {
      image: 'このアドレスの画像は表示できません。fal では読み込める場合があります。',
      video: 'この動画はここでは表示できません。fal では読み込める場合があります。',
    },
    problem: (problem) => mediaProblem(problem, formats),
    refused: (name, why) => `${isolate(name)}: ${why}。`,
    noRoom: (name, maximum) => `${isolate(name)} は追加されませんでした。最大 ${number(maximum)} 件です。`,
    taken: (name) => `${isolate(name)} を追加しました。`,
    added: (count, total) => `${number(count)} 件追加しました。合計 ${number(total)} 件です。`,
    arrived: (name) => `${isolate(name)} のアップロードが完了しました。`,
    givenUp: (name) => `${isolate(name)} をキャンセルしました。`,
    cleared: (name) => `${isolate(name)} を削除しました。`,
    removed: (name, left) => `${isolate(name)} を削除しました。残り ${number(left)} 件です。`,
    isBack: (name) => `${isolate(name)} を元に戻しました。`,
    moved: (name, place, count) =>
      `${isolate(name)} を ${number(count)} 件中 ${number(place)} 番目に移動しました。`,
    camera: {
      label: 'カメラ',
      open: '写真を撮る',
      film: '撮影する',
      starting: 'ブラウザーがカメラの使用許可を求めています…',
      live: 'カメラがオンです。',
      take: '撮影',
      taken: '写真を撮影しました。使用するか、撮り直してください。',
      photo: '撮影した写真',
      use: 'この写真を使用',
      again: '撮り直す',
      next: '次のカメラ',
      close: 'カメラを閉じる',
      problems: {
        DENIED:
          'ここではカメラを使用できません。ブラウザーの設定でこのページに許可してから、もう一度お試しください。',
        ABSENT: 'カメラがありません。接続してもう一度試すか、ファイルを選択してください。',
        BUSY: '別のプログラムがカメラを使用しています。そちらを閉じてから、もう一度お試しください。',
        ENDED: 'カメラが切断されました。',
        FAILED: 'カメラを起動できません。',
      },
    },
  }
}
