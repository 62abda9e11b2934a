import { defineSection } from '../defineSection.ts'

/** The words of the player of a draft. */
export const playerWords = defineSection('player', ({ number }) => ({
  play: 'Play the draft',
  pause: 'Pause the draft',
  position: 'Position in the draft',
  /** Tenths of seconds. */
  positionValue: (seconds: number, duration: number) =>
    `${number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} / ${number(duration)} s`,
  mark: 'Draft · drawn here, free',
  waiting: 'The draft appears as soon as there is something to draw',
  failed: 'This draft could not be drawn',
}))
