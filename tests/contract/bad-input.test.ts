import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator, type Emulator } from '@pika-kit/emulator'
import { createTestServer, type TestServer } from '@pika-kit/server/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, generateToTheEnd } from '../support/answers.ts'
import { post } from '../support/graphql.ts'

let emulator: Emulator
let server: TestServer
let elsewhere: { url: string; close(): Promise<unknown> }

beforeAll(async () => {
  emulator = await createEmulator({ speed: 50, allowPrivateHosts: true })
  server = await createTestServer({ fal: { key: 'test', baseUrl: emulator.url }, timing: { firstPoll: 50 } })
  elsewhere = await serveBadFiles()
})
afterAll(async () => {
  await server?.close()
  await emulator?.close()
  await elsewhere?.close()
})

const image = 'https://pictures.test/a.png'
const images = (count: number) => Array.from({ length: count }, () => image)
const frames = (count: number, ...durations: number[]) => ({
  imageUrls: images(count),
  transitions: durations.map((duration) => ({ duration })),
})

// Before anything is submitted: the field, the problem, and the mend.
test.each([
  ['one image', 'Pikaframes', { imageUrls: images(1) }, 'imageUrls', 'TOO_FEW'],
  ['six images', 'Pikaframes', { imageUrls: images(6) }, 'imageUrls', 'TOO_MANY'],
  ['one transition too many', 'Pikaframes', frames(2, 1, 1), 'transitions', 'WRONG_COUNT'],
  ['26 seconds in all', 'Pikaframes', frames(3, 13, 13), 'transitions', 'OVER_BUDGET'],
  ['a duration of 0', 'Pikaframes', frames(2, 0), 'transitions.0.duration', 'TOO_SMALL'],
  ['a duration of −1', 'Pikaframes', frames(2, -1), 'transitions.0.duration', 'TOO_SMALL'],
  ['an empty prompt', 'TextToVideo', { prompt: '  ' }, 'prompt', 'REQUIRED'],
  [
    'a file: URL',
    'ImageToVideo',
    { prompt: 'x', imageUrl: 'file:///etc/passwd' },
    'imageUrl',
    'NOT_A_MEDIA_URL',
  ],
  [
    'a broken data URI',
    'ImageToVideo',
    { prompt: 'x', imageUrl: 'data:image/png;base64,%%%' },
    'imageUrl',
    'NOT_A_MEDIA_URL',
  ],
  [
    'a data URI of something else',
    'ImageToVideo',
    { prompt: 'x', imageUrl: 'data:text/html;base64,PGI+' },
    'imageUrl',
    'NOT_A_MEDIA_URL',
  ],
  ['a duration that is not offered', 'TextToVideo', { prompt: 'x', duration: 7 }, 'duration', 'NOT_ALLOWED'],
  [
    'a swap without anything to put in',
    'Pikaswaps',
    { videoUrl: 'https://pictures.test/a.mp4' },
    'prompt',
    'REQUIRED',
  ],
])('%s is refused before it is submitted', async (_name, operation, input, path, code) => {
  const submitted = emulator.requests().length
  const { result } = await ask(server.url, `generate${operation}`, `${operation}Input`, input)
  expect(result).toMatchObject({ __typename: 'InvalidInputError', code: 'INVALID_INPUT', issues: [{ code }] })
  expect(result?.issues?.[0]?.path.join('.')).toBe(path)
  expect(result?.message).toContain(path)
  expect(emulator.requests()).toHaveLength(submitted)
})

test.each([
  ['a duration of 5.5', 'Pikaframes', frames(2, 5.5), /Int cannot represent non-integer value: 5\.5/],
  ['an unknown effect', 'Pikaffects', { imageUrl: image, pikaffect: 'SING' }, /"SING".*Pikaffect/],
])('%s is refused by the type, which names the field', async (_name, operation, input, message) => {
  const { errors } = await ask(server.url, `generate${operation}`, `${operation}Input`, input)
  expect(errors?.[0]?.message).toMatch(message)
  expect(errors?.[0]?.message).toMatch(/input\.(transitions\[0\]\.duration|pikaffect)/)
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
})

// What only whoever fetches the file can know: accepted, and then a failure that says which field and what to do.
test.each([
  ['is 404', '/missing.png'],
  ['is no image', '/page.png'],
  ['is 300 MB', '/huge.png'],
])('an image URL that %s ends as a failure that names the field', async (_name, path) => {
  const state = await generateToTheEnd(server.url, 'generateImageToVideo', 'ImageToVideoInput', {
    prompt: 'x',
    imageUrl: elsewhere.url + path,
  })
  expect(state, JSON.stringify(state)).toMatchObject({
    status: 'FAILED',
    video: null,
    error: { code: 'MEDIA_UNREADABLE', billing: 'MAY_BE_BILLED' },
  })
  expect(state.error?.issues[0]?.path).toEqual(['imageUrl'])
  expect(state.error?.action).toMatch(/Upload the file again/)
})

test('an upload that is too large gets no ticket', async () => {
  const { data } = await post(
    server.url,
    `mutation { createUpload(input: { fileName: "a.png", contentType: "image/png", size: 300000000 }) { __typename ... on InvalidInputError { message issues { path code } } } }`,
  )
  expect(data?.['createUpload']).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['size'], code: 'TOO_BIG' }],
  })
})

test('an upload that is not what it claims is refused by its bytes', async () => {
  const form = new FormData()
  form.set(
    'operations',
    JSON.stringify({
      query:
        'mutation ($file: File!) { uploadFile(file: $file) { __typename ... on InvalidInputError { message issues { path code } } } }',
      variables: { file: null },
    }),
  )
  form.set('map', '{"0":["variables.file"]}')
  form.set('0', new File(['<html>hello</html>'], 'picture.png', { type: 'image/png' }))
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', body: form })
  expect(await response.json()).toMatchObject({
    data: {
      uploadFile: { __typename: 'InvalidInputError', issues: [{ path: ['file'], code: 'WRONG_MEDIA' }] },
    },
  })
})

/** Files that are not what an image URL should lead to. */
async function serveBadFiles() {
  const files = createServer((request, response) => {
    if (request.url === '/page.png')
      response.writeHead(200, { 'content-type': 'image/png' }).end('<html>not a picture</html>')
    else if (request.url === '/huge.png')
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': 300_000_000 }).write('x')
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(files.address() as AddressInfo).port}`,
    close() {
      files.closeAllConnections()
      return new Promise((resolve) => files.close(resolve))
    },
  }
}
