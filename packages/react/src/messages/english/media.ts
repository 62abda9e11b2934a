import { defineSection } from '../defineSection.ts'

/** The words of the input of one picture or video. */
export const mediaWords = defineSection('media', ({ isolate, ...formats }) => ({
  dropImage: 'Drop a picture here',
  dropVideo: 'Drop a video here',
  hint: 'Paste it, choose a file, or give its address.',
  choose: 'Choose a file',
  url: 'Address',
  urlHint: 'https://…',
  use: 'Use',
  clear: 'Remove',
  replace: 'Replace',
  uploading: (percent: number) => `Uploading, ${formats.percent(percent)} of the bytes sent`,
  failed: (why: string) => `It did not arrive. ${why}`,
  retry: 'Try again',
  unseen: 'No picture can be shown from this address.',
  wrongKind: (name: string, kind: 'image' | 'video') =>
    `${isolate(name)} is not ${kind === 'image' ? 'a picture' : 'a video'}.`,
}))
