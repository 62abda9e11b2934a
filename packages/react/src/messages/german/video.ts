import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const video = ({ hundredths, number }: Formats): Messages['video'] => ({
  label: (title) => `Video: ${title}`,
  play: 'Wiedergabe',
  pause: 'Pause',
  position: 'Position im Video',
  positionValue: (seconds, duration) => `${hundredths(seconds)} von ${hundredths(duration)} s`,
  back: 'Ein Bild zurück',
  forth: 'Ein Bild vor',
  loop: 'Endlosschleife',
  speed: 'Tempo',
  rate: (rate) => `${number(rate)}×`,
  mute: 'Stummschalten',
  unmute: 'Ton einschalten',
  pictureInPicture: 'Bild im Bild',
  leavePictureInPicture: 'Bild im Bild beenden',
  fullScreen: 'Vollbild',
  leaveFullScreen: 'Vollbild beenden',
  compare: 'Halten, um die Vorlage zu sehen',
  broken: 'Das Video lässt sich nicht laden.',
  again: 'Erneut laden',
  withKey: (label, key) => `${label} (${key})`,
})
