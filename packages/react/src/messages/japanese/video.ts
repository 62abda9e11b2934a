import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const video = ({ hundredths, number }: Formats): Messages['video'] => ({
  label: (title) => `動画: ${title}`,
  play: '再生',
  pause: '一時停止',
  position: '動画の再生位置',
  positionValue: (seconds, duration) => `${hundredths(duration)} 秒中 ${hundredths(seconds)} 秒`,
  back: '1 フレーム戻る',
  forth: '1 フレーム進む',
  loop: 'リピート',
  speed: '速度',
  rate: (rate) => `${number(rate)}×`,
  mute: 'ミュート',
  unmute: 'ミュート解除',
  pictureInPicture: 'ピクチャーインピクチャー',
  leavePictureInPicture: 'ピクチャーインピクチャーを終了',
  fullScreen: '全画面',
  leaveFullScreen: '全画面を終了',
  compare: '押している間、元の素材を表示',
  broken: 'このアドレスの動画を読み込めません。',
  again: '再読み込み',
  withKey: (label, key) => `${label} (${key})`,
})
