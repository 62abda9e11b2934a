import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { createEmulator } from '@pika-kit/emulator'
import { createTestServer, type TestServer } from '@pika-kit/server/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateToTheEnd } from '../support/answers.ts'
import { coloursAt, videoFacts } from '../support/video-file.ts'

let emulator: Awaited<ReturnType<typeof createEmulator>>
let server: TestServer
let directory: string
let videoUrl: string

const picture = (colour: string) => {
  const canvas = createCanvas(320, 180)
  const context = canvas.getContext('2d')
  context.fillStyle = colour
  context.fillRect(0, 0, 320, 180)
  context.fillStyle = '#222'
  context.fillRect(110, 40, 100, 100)
  return `data:image/png;base64,${canvas.toBuffer('image/png').toString('base64')}`
}
const [red, blue] = [picture('#c33'), picture('#36c')]

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pika-contract-'))
  emulator = await createEmulator({ speed: 50 })
  server = await createTestServer({
    fal: { key: 'test', baseUrl: emulator.url, provider: 'emulator' },
    timing: { firstPoll: 50 },
  })
})
afterAll(async () => {
  await server?.close()
  await emulator?.close()
  await rm(directory, { recursive: true, force: true })
})

/** Generates by the operation's mutation, follows by subscription, and answers the file of the video. */
async function generate(
  mutation: string,
  inputType: string,
  input: Record<string, unknown>,
): Promise<string> {
  const last = await generateToTheEnd(server.url, mutation, inputType, input)
  expect(last, JSON.stringify(last)).toMatchObject({
    status: 'COMPLETED',
    video: { contentType: 'video/mp4' },
  })
  videoUrl = last.video?.url ?? ''
  const file = join(directory, `${mutation}.mp4`)
  await writeFile(file, new Uint8Array(await (await fetch(videoUrl)).arrayBuffer()))
  return file
}

test('pikaframes', async () => {
  const file = await generate('generatePikaframes', 'PikaframesInput', {
    imageUrls: [red, blue],
    transitions: [{ duration: 1 }],
  })
  expect(await videoFacts(file)).toMatchObject({
    codec: 'h264',
    pixelFormat: 'yuv420p',
    width: 1280,
    height: 720,
    isFastStart: true,
  })
  expect(await coloursAt(file, [0])).toHaveLength(1)
})

// The clip of a second that pikaframes has just made is the input of the operations that change a video.
test.each([
  ['generatePikaswaps', 'PikaswapsInput', () => ({ videoUrl, prompt: 'a balloon' })],
  ['generatePikadditions', 'PikadditionsInput', () => ({ videoUrl, imageUrl: red })],
] as const)('%s', async (mutation, inputType, input) => {
  const source = videoUrl
  const file = await generate(mutation, inputType, input())
  videoUrl = source
  expect(await videoFacts(file)).toMatchObject({ codec: 'h264', isFastStart: true })
  expect(await coloursAt(file, [0.5])).toHaveLength(1)
})

test.each([
  ['generateImageToVideo', 'ImageToVideoInput', { imageUrl: red, prompt: 'zoom in' }, [1280, 720]],
  [
    'generateTextToVideo',
    'TextToVideoInput',
    { prompt: 'a paper boat', aspectRatio: 'RATIO_1_1' },
    [720, 720],
  ],
  [
    'generatePikascenes',
    'PikascenesInput',
    { imageUrls: [red, blue], prompt: 'together', resolution: 'RESOLUTION_720P', aspectRatio: 'RATIO_9_16' },
    [720, 1280],
  ],
  [
    'generateCollectionToVideo',
    'CollectionToVideoInput',
    { images: [{ imageUrl: blue }], prompt: 'together' },
    [1280, 720],
  ],
  ['generatePikaffects', 'PikaffectsInput', { imageUrl: blue, pikaffect: 'MELT' }, [1280, 720]],
] as const)('%s', async (mutation, inputType, input, [width, height]) => {
  const file = await generate(mutation, inputType, input)
  const facts = await videoFacts(file)
  expect(facts).toMatchObject({ codec: 'h264', pixelFormat: 'yuv420p', width, height, isFastStart: true })
  expect(facts.duration).toBeCloseTo(5, 1)
  expect(await coloursAt(file, [2])).toHaveLength(1)
})
