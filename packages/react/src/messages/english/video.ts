import { defineSection } from '../defineSection.ts'

/** The words of the player of a finished video. */
export const videoWords = defineSection('video', ({ hundredths, number }) => ({
  label: (title: string) => `Video: ${title}`,
  play: 'Play',
  pause: 'Pause',
  position: 'Position in the video',
  positionValue: (seconds: number, duration: number) => `${hundredths(seconds)} of ${hundredths(duration)} s`,
  back: 'One frame back',
  forth: 'One frame forth',
  loop: 'Repeat',
  speed: 'Speed',
  rate: (rate: number) => `${number(rate)}×`,
  mute: 'Mute',
  unmute: 'Unmute',
  pictureInPicture: 'Picture in picture',
  leavePictureInPicture: 'Leave picture in picture',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  compare: 'Hold to see what it was made from',
  broken: 'The video cannot be loaded from its address.',
  again: 'Load it again',
  /** A label with its key, as a tip: `Play (K)`. */
  withKey: (label: string, key: string) => `${label} (${key})`,
}))
