import { expect, test } from 'vitest'
import { durationOf, frameSizeOf, mediaUrlsOf } from './index.ts'
import { mediaOf, operationOf } from './testing/pictures.ts'

const video = (duration: number) => ({
  width: 640,
  height: 480,
  duration,
  frameAt: () => ({ width: 640, height: 480 }),
})
const media = mediaOf({
  wide: { width: 1600, height: 900 },
  tall: { width: 301, height: 400 },
  panorama: { width: 20_000, height: 400 },
  short: video(3.2),
  long: video(120),
})
const url = (name: string) => `https://media.test/${name}`

test.each([
  ['16:9', 1280, 720],
  ['9:16', 720, 1280],
  ['1:1', 720, 720],
  ['4:5', 720, 900],
  ['5:4', 900, 720],
  ['3:2', 1080, 720],
  ['2:3', 720, 1080],
])('720p in %s is %i × %i: the short side has the name', (aspectRatio, width, height) => {
  const size = frameSizeOf(operationOf('TEXT_TO_VIDEO'), { aspectRatio, resolution: '720p' }, media)
  expect(size).toEqual({ width, height })
})

test.each([
  ['wide', '1080p', 1920, 1080],
  ['tall', '720p', 720, 956],
  ['panorama', '720p', 1728, 720],
])(
  'without a ratio field the first image (%s, %s) gives it, within limits and with even sides',
  (name, resolution, width, height) => {
    const input = { imageUrls: [url(name), url('wide')], resolution }
    expect(frameSizeOf(operationOf('PIKAFRAMES'), input, media)).toEqual({ width, height })
  },
)

test('an operation without a resolution is drawn at 720p', () => {
  const input = { videoUrl: url('short'), imageUrl: url('wide') }
  expect(frameSizeOf(operationOf('PIKADDITIONS'), input, media)).toEqual({ width: 960, height: 720 })
})

test.each<[string, Record<string, unknown>, number]>([
  ['PIKAFRAMES', { imageUrls: [url('wide'), url('tall')], transitions: [{ duration: 7 }] }, 7],
  ['PIKAFRAMES', { imageUrls: [url('wide'), url('tall'), url('wide')] }, 10],
  ['TEXT_TO_VIDEO', { duration: 10 }, 10],
  ['PIKAFFECTS', { imageUrl: url('wide') }, 5],
  ['PIKASWAPS', { videoUrl: url('short') }, 3.2],
  ['PIKASWAPS', { videoUrl: url('long') }, 10],
])('%s of %o lasts as long as it says', (id, input, seconds) => {
  expect(durationOf(operationOf(id), input, media)).toBe(seconds)
})

test('media are found by the fields, inside lists and groups too', () => {
  expect(
    mediaUrlsOf(operationOf('COLLECTION_TO_VIDEO'), {
      images: [{ imageUrl: url('wide') }, { imageUrl: url('tall') }],
    }),
  ).toEqual([
    { url: url('wide'), kind: 'image', path: ['images', 0, 'imageUrl'] },
    { url: url('tall'), kind: 'image', path: ['images', 1, 'imageUrl'] },
  ])
  expect(mediaUrlsOf(operationOf('PIKASWAPS'), { videoUrl: url('short') })).toEqual([
    { url: url('short'), kind: 'video', path: ['videoUrl'] },
  ])
})
