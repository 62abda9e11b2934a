import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const video = ({ hundredths, number }: Formats): Messages['video'] => ({
  label: (title) => `Vidéo : ${title}`,
  play: 'Lecture',
  pause: 'Pause',
  position: 'Position dans la vidéo',
  positionValue: (seconds, duration) => `${hundredths(seconds)} sur ${hundredths(duration)} s`,
  back: 'Image précédente',
  forth: 'Image suivante',
  loop: 'En boucle',
  speed: 'Vitesse',
  rate: (rate) => `${number(rate)}×`,
  mute: 'Couper le son',
  unmute: 'Remettre le son',
  pictureInPicture: 'Image dans l’image',
  leavePictureInPicture: 'Quitter l’image dans l’image',
  fullScreen: 'Plein écran',
  leaveFullScreen: 'Quitter le plein écran',
  compare: 'Maintenir pour voir l’original',
  broken: 'La vidéo ne peut pas être chargée.',
  again: 'Recharger',
  withKey: (label, key) => `${label} (${key})`,
})
