import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFalClient } from '@fal-ai/client'
import { createCanvas } from '@napi-rs/canvas'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator, falClientOptions } from './index.ts'
import { probeMedia } from './render/index.ts'

function picture(colour: string): File {
  const canvas = createCanvas(640, 480)
  const context = canvas.getContext('2d')
  context.fillStyle = colour
  context.fillRect(0, 0, 640, 480)
  return new File([new Uint8Array(canvas.toBuffer('image/png'))], `${colour}.png`, { type: 'image/png' })
}

test('from two pictures to an MP4 that a player can start before it is loaded', async () => {
  const emulator = await createEmulator({
    speed: 50,
    logger: { info: () => undefined, error: (message) => console.error(message) },
  })
  onTestFinished(() => emulator.close())
  const fal = createFalClient(falClientOptions(emulator.url))
  const logs: string[] = []
  const { data } = await fal.subscribe('fal-ai/pika/v2.2/pikaframes', {
    input: {
      image_urls: await Promise.all(['red', 'blue'].map((colour) => fal.storage.upload(picture(colour)))),
      transitions: [{ duration: 1 }],
    },
    mode: 'streaming',
    logs: true,
    onQueueUpdate: (update) => {
      if ('logs' in update && update.status === 'COMPLETED')
        logs.push(...update.logs.map(({ message }) => message))
    },
  })
  expect(logs).toContain('fetched image 1 of 2 (640×480)')
  expect(logs).toContain('frame 24 of 24')

  const bytes = Buffer.from(await (await fetch(data.video.url)).arrayBuffer())
  expect(bytes.subarray(4, 8).toString()).toBe('ftyp')
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
  const directory = await mkdtemp(join(tmpdir(), 'pika-emulator-test-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  await writeFile(join(directory, 'video.mp4'), bytes)
  // The first picture's ratio; 720p is the short side.
  await expect(probeMedia(join(directory, 'video.mp4'))).resolves.toMatchObject({
    kind: 'video',
    width: 960,
    height: 720,
    duration: 1,
  })
})

test('a file that is no image ends as a 422 at its field', async () => {
  const emulator = await createEmulator({ speed: 50 })
  onTestFinished(() => emulator.close())
  const fal = createFalClient(falClientOptions(emulator.url))
  const text = await fal.storage.upload(new File(['just words'], 'fake.png', { type: 'image/png' }))
  const good = await fal.storage.upload(picture('green'))
  const failing = (url: string) =>
    fal.subscribe('fal-ai/pika/v2.2/pikaframes', { input: { image_urls: [good, url] }, pollInterval: 20 })
  await expect(failing(text)).rejects.toMatchObject({
    status: 422,
    body: { detail: [{ loc: ['body', 'image_urls', 1], type: expect.stringMatching(/image/) as unknown }] },
  })
  await expect(failing(`${emulator.url}/files/AAAAAAAAAAAAAAAAAAAAAA/gone.png`)).rejects.toMatchObject({
    body: { detail: [{ loc: ['body', 'image_urls', 1], type: 'file_download_error' }] },
  })
  // The guard: a service on this machine that is not the emulator's storage.
  await expect(failing('http://127.0.0.1:1/x.png')).rejects.toMatchObject({
    body: {
      detail: [
        {
          loc: ['body', 'image_urls', 1],
          type: 'file_download_error',
          msg: expect.stringContaining('public internet') as unknown,
        },
      ],
    },
  })
})
