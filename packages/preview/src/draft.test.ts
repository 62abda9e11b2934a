import { defineOperation } from '@pika-kit/core'
import { expect, test } from 'vitest'
import { createDraft } from './index.ts'
import { difference, draftOf, mediaOf, operationOf, picture, pixelsAt, skia } from './testing/pictures.ts'

const clip = picture(320, 180, 90)
const media = mediaOf({
  a: picture(320, 180, 10),
  b: picture(200, 300, 130),
  c: picture(300, 300, 250),
  v: { width: 320, height: 180, duration: 3, frameAt: () => clip },
})
const a = 'https://media.test/a'
const b = 'https://media.test/b'
const c = 'https://media.test/c'
const v = 'https://media.test/v'

const inputs: [id: string, input: Record<string, unknown>][] = [
  ['PIKAFRAMES', { imageUrls: [a, b, c], transitions: [{ duration: 2 }, { duration: 3 }] }],
  ['IMAGE_TO_VIDEO', { imageUrl: a, prompt: 'slow zoom in' }],
  ['TEXT_TO_VIDEO', { prompt: 'a whale made of stars' }],
  ['PIKASCENES', { imageUrls: [a, b, c], prompt: 'a picnic' }],
  ['PIKASWAPS', { videoUrl: v, imageUrl: b }],
  ['PIKASWAPS', { videoUrl: v, prompt: 'make it gold' }],
  ['PIKADDITIONS', { videoUrl: v, imageUrl: c }],
  ['PIKAFFECTS', { imageUrl: a, pikaffect: 'Melt' }],
  ['COLLECTION_TO_VIDEO', { images: [{ imageUrl: a }, { imageUrl: b }], prompt: 'a shelf' }],
]

test.each(inputs)('%s moves, and a second looks the same however it is reached', (id, input) => {
  const draft = draftOf(id, input, media)
  const late = draft.duration * 0.6
  const first = pixelsAt(draft, late)
  expect(difference(pixelsAt(draft, draft.duration * 0.25), first)).toBeGreaterThan(0.3)
  expect(difference(pixelsAt(draft, late), first)).toBe(0)
  expect(difference(pixelsAt(draftOf(id, input, media), late), first)).toBe(0)
})

test.each(inputs)('%s paints every pixel of each frame', (id, input) => {
  const draft = draftOf(id, input, media)
  for (const share of [0, 0.3, 0.7, 0.99]) {
    const pixels = pixelsAt(draft, draft.duration * share)
    const holes = pixels.filter((value, index) => index % 4 === 3 && value !== 255).length
    expect(holes).toBe(0)
  }
})

test.each(['PIKAFRAMES', 'IMAGE_TO_VIDEO', 'TEXT_TO_VIDEO', 'PIKASCENES'])(
  '%s looks different with another seed',
  (id) => {
    const [, input] = inputs.find(([name]) => name === id) ?? ['', {}]
    const frames = [1, 2].map((seed) => pixelsAt(draftOf(id, { ...input, seed }, media), 1))
    expect(difference(frames[0] as Buffer, frames[1] as Buffer)).toBeGreaterThan(0.3)
  },
)

test('the same pictures under other addresses move the same way', () => {
  const under = (host: string) => {
    const imageUrls = [`https://${host}/1`, `https://${host}/2`]
    const pictures = new Map([
      [imageUrls[0], media.get(a)],
      [imageUrls[1], media.get(b)],
    ])
    return pixelsAt(draftOf('PIKAFRAMES', { imageUrls }, pictures as never), 2)
  }
  expect(difference(under('upload.test'), under('other.test'))).toBe(0)
})

test('precise and creative ingredients are composed differently', () => {
  const frames = ['precise', 'creative'].map((ingredientsMode) =>
    pixelsAt(
      draftOf('PIKASCENES', { imageUrls: [a, b, c], prompt: 'a picnic', seed: 1, ingredientsMode }, media),
      3,
    ),
  )
  expect(difference(frames[0] as Buffer, frames[1] as Buffer)).toBeGreaterThan(5)
})

test('the mark is a small thing in the lower right corner, and nothing else differs', () => {
  const input = { imageUrls: [a, b], seed: 1 }
  const size = { width: 640, height: 360 }
  const bare = pixelsAt(draftOf('PIKAFRAMES', input, media, { size }), 1)
  const marked = pixelsAt(draftOf('PIKAFRAMES', input, media, { size, mark: true }), 1)
  const changed: { x: number; y: number }[] = []
  for (let index = 0; index < bare.length; index += 4) {
    if (bare.readUInt32LE(index) !== marked.readUInt32LE(index))
      changed.push({ x: (index / 4) % size.width, y: Math.floor(index / 4 / size.width) })
  }
  expect(changed.length).toBeGreaterThan(200)
  expect(changed.length).toBeLessThan(size.width * size.height * 0.02)
  expect(Math.min(...changed.map(({ x }) => x))).toBeGreaterThan(size.width * 0.85)
  expect(Math.min(...changed.map(({ y }) => y))).toBeGreaterThan(size.height * 0.85)
})

test('a ninth operation is drawn without a change here', () => {
  const { schema } = operationOf('TEXT_TO_VIDEO')
  const ninth = defineOperation({
    id: 'TURBO_TEXT',
    title: 'Turbo',
    description: 'Another model.',
    endpointId: 'acme/turbo/text-to-video',
    availability: 'AVAILABLE',
    draft: 'title',
    input: schema,
  })
  const draft = createDraft(ninth, { prompt: 'hello', duration: 10, aspectRatio: '1:1' }, new Map(), {
    createCanvas: skia,
  })
  expect(draft).toMatchObject({ width: 720, height: 720, duration: 10, framesPerSecond: 24 })
})

test('a medium that is not decoded is named', () => {
  expect(() => draftOf('PIKAFRAMES', { imageUrls: [a, 'https://media.test/nowhere'] }, media)).toThrow(
    /imageUrls\.1/,
  )
})
