import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const video = ({ hundredths, number }: Formats): Messages['video'] => ({
  label: (title) => `Vídeo: ${title}`,
  play: 'Reproducir',
  pause: 'Pausa',
  position: 'Posición en el vídeo',
  positionValue: (seconds, duration) => `${hundredths(seconds)} de ${hundredths(duration)} s`,
  back: 'Fotograma anterior',
  forth: 'Fotograma siguiente',
  loop: 'En bucle',
  speed: 'Velocidad',
  rate: (rate) => `${number(rate)}×`,
  mute: 'Silenciar',
  unmute: 'Activar sonido',
  pictureInPicture: 'Imagen en imagen',
  leavePictureInPicture: 'Salir de imagen en imagen',
  fullScreen: 'Pantalla completa',
  leaveFullScreen: 'Salir de pantalla completa',
  compare: 'Mantén pulsado para ver el original',
  broken: 'No se puede cargar el vídeo.',
  again: 'Volver a cargar',
  withKey: (label, key) => `${label} (${key})`,
})
