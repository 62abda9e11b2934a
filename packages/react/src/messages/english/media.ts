import { describeMediaProblem, type MediaProblem } from '@pika-kit/core'
import { defineSection } from '../defineSection.ts'
import { type MediaFacts, mediaFacts } from '../mediaFacts.ts'

/** The words of the input of pictures and videos. */
export const mediaWords = defineSection('media', (formats) => {
  const { fileSize, isolate, number, plural } = formats
  return {
    drop: { image: 'Drop a picture here', video: 'Drop a video here' },
    dropMany: { image: 'Drop pictures here', video: 'Drop videos here' },
    /** `Or paste it. PNG, JPEG or GIF, up to 32 MB.` */
    hint: (titles: readonly string[], bytes: number) =>
      `Or paste it. ${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}, up to ${fileSize(bytes)}.`,
    over: 'Let go to add it',
    overWrong: { image: 'That is not a picture', video: 'That is not a video' },
    nothing: 'Nothing here',
    required: 'required',
    stillUploading: 'wait until it has arrived, or cancel it',
    checking: 'Looking into it…',
    choose: 'Choose a file',
    chooseMany: 'Choose files',
    url: 'Address',
    urlHint: 'https://…',
    use: 'Use',
    clear: 'Remove',
    replace: 'Replace',
    cancel: 'Cancel',
    bringBack: 'Put the earlier one back',
    undo: 'Undo',
    retry: 'Try again',
    dismiss: 'Close',
    /** A medium that has no name of its own. */
    unnamed: { image: 'The picture', video: 'The video' },
    /** Of several: `2, cat.png`. */
    place: (place: number, name: string) => `${number(place)}, ${isolate(name)}`,
    count: (count: number, maximum: number) => `${number(count)} of ${number(maximum)}`,
    list: (label: string) => `${label}, in their order`,
    earlier: (name: string) => `Move earlier: ${name}`,
    later: (name: string) => `Move later: ${name}`,
    uploading: (name: string, percent: number) =>
      `${isolate(name)} uploads, ${formats.percent(percent)} of its bytes sent`,
    sent: (percent: number) => `${formats.percent(percent)} sent`,
    failed: (name: string, why: string) => `${isolate(name)} did not arrive. ${why}`,
    /** What is known of a medium: `PNG · 480 × 270 · 12 kB`. */
    details: (...facts: MediaFacts) => mediaFacts(formats, (seconds) => `${seconds} s`, facts),
    unseen: {
      image: 'No picture can be shown from this address. fal may read it all the same.',
      video: 'This video cannot be shown here. fal may read it all the same.',
    },
    /** Read after a name: the words of the server. */
    problem: (problem: MediaProblem) => describeMediaProblem(problem),
    refused: (name: string, why: string) => `${isolate(name)} ${why}.`,
    noRoom: (name: string, maximum: number) =>
      plural(maximum, {
        one: `${isolate(name)} was left out: one is the most.`,
        other: `${isolate(name)} was left out: ${number(maximum)} are the most.`,
      }),
    taken: (name: string) => `${isolate(name)} added.`,
    added: (count: number, total: number) =>
      plural(count, {
        one: `One added. ${number(total)} in all.`,
        other: `${number(count)} added. ${number(total)} in all.`,
      }),
    arrived: (name: string) => `${isolate(name)} has arrived.`,
    givenUp: (name: string) => `${isolate(name)}: cancelled.`,
    cleared: (name: string) => `${isolate(name)} was removed.`,
    removed: (name: string, left: number) => `${isolate(name)} removed. ${number(left)} left.`,
    isBack: (name: string) => `${isolate(name)} is back.`,
    moved: (name: string, place: number, count: number) =>
      `${isolate(name)} moved to place ${number(place)} of ${number(count)}.`,
    camera: {
      label: 'Camera',
      open: 'Take a photo',
      film: 'Film it',
      starting: 'Your browser asks whether the camera may be used…',
      live: 'The camera is on.',
      take: 'Take the photo',
      taken: 'The photo is taken. Use it, or take another.',
      photo: 'The photo that was taken',
      use: 'Use this photo',
      again: 'Take another',
      next: 'Next camera',
      close: 'Close the camera',
      problems: {
        DENIED:
          'The camera may not be used here. Allow it in the settings of the browser for this page, then try again.',
        ABSENT: 'No camera is there. Plug one in and try again, or choose a file.',
        BUSY: 'Another program has the camera. Close it there and try again.',
        ENDED: 'The camera was disconnected.',
        FAILED: 'The camera does not start.',
      },
    },
  }
})
