import { type MediaStorage, sniffMedia } from '@pika-kit/core'
import { fileTypeFromBuffer } from 'file-type'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postGraphql } from '../test-support/graphql-request.ts'
import { createStagedGateway } from '../test-support/staged-gateway.ts'
import { createTestServer, type TestServer } from '../testing.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const stored: { contentType: string; fileName: string; size: number }[] = []
const storage: MediaStorage = {
  async createTicket({ fileName, contentType }) {
    return {
      uploadUrl: 'https://storage.example/put',
      method: 'PUT',
      headers: [{ name: 'content-type', value: contentType }],
      fileUrl: `https://storage.example/${fileName}`,
      expiresAt: 1_800_000_000_000,
    }
  },
  async store(upload) {
    stored.push(upload)
    return { url: `https://storage.example/${upload.fileName}` }
  },
}

/** The starts of files, a letter a byte. */
const STARTS = {
  PNG: PNG.toString('latin1'),
  JPEG: '\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01',
  GIF: 'GIF89a\x01\0\x01\0',
  WebP: 'RIFF\x24\0\0\0WEBPVP8 ',
  AVIF: '\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf',
  MP4: '\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41',
  WebM: '\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm',
  MOV: '\0\0\0\x14ftypqt  \0\0\x02\0qt  ',
  HEIC: '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
  PDF: '%PDF-1.7\n',
}

let server: TestServer
beforeAll(async () => {
  server = await createTestServer({
    gateway: createStagedGateway(),
    storage,
    limits: { uploadBytes: 20_000 },
  })
})
afterAll(() => server.close())

describe('uploads', () => {
  const upload = async (bytes: Uint8Array<ArrayBuffer>, name: string, type: string) => {
    const form = new FormData()
    const query = `mutation ($file: File!) { uploadFile(file: $file) {
      ... on UploadedFile { url contentType fileName size } ... on InvalidInputError { issues { path code message } } } }`
    form.set('operations', JSON.stringify({ query, variables: { file: null } }))
    form.set('map', JSON.stringify({ 0: ['variables.file'] }))
    form.set('0', new File([bytes], name, { type }))
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', body: form })
    const answer = (await response.json()) as { data?: { uploadFile?: unknown } }
    return { status: response.status, result: answer.data?.uploadFile }
  }

  test('a picture goes through, by what it is and under a clean name', async () => {
    const { result } = await upload(new Uint8Array(PNG), '../../My cat?.png', 'text/html')
    expect(result).toEqual({
      url: 'https://storage.example/My-cat-.png',
      contentType: 'image/png',
      fileName: 'My-cat-.png',
      size: PNG.byteLength,
    })
    expect(stored.at(-1)).toMatchObject({ contentType: 'image/png' })
  })

  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    [
      'a program that claims to be a picture',
      new TextEncoder().encode('<svg onload="alert(1)"/>'),
      'WRONG_MEDIA',
    ],
    ['nothing', new Uint8Array(), 'TOO_SMALL'],
    ['too much', new Uint8Array(Buffer.concat([PNG, Buffer.alloc(20_000)])), 'TOO_BIG'],
  ])('%s is named', async (_name, bytes, code) => {
    const { result } = await upload(bytes, 'a.png', 'image/png')
    expect(result).toMatchObject({ issues: [{ path: ['file'], code }] })
  })

  test('more than any upload may be is not read', async () => {
    expect(await upload(new Uint8Array(400_000), 'a.png', 'image/png')).toMatchObject({ status: 413 })
  })

  test.each(Object.entries(STARTS))(
    'the bytes of %s say the same here and in the kit',
    async (_name, start) => {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(600)])
      expect(sniffMedia(bytes)).toBe((await fileTypeFromBuffer(bytes))?.mime)
    },
  )

  test('a ticket is checked by what is said', async () => {
    const ticket = (contentType: string, size: number) =>
      postGraphql(
        server.url,
        `mutation ($input: CreateUploadInput!) { createUpload(input: $input) {
           ... on UploadTicket { fileUrl } ... on InvalidInputError { issues { path code } } } }`,
        { input: { fileName: 'a.png', contentType, size } },
      )
    expect((await ticket('image/png', 5)).data).toEqual({
      createUpload: { fileUrl: 'https://storage.example/a.png' },
    })
    expect((await ticket('image/svg+xml', 5)).data).toMatchObject({
      createUpload: { issues: [{ code: 'WRONG_MEDIA' }] },
    })
    expect((await ticket('image/png', 2 ** 30)).data).toMatchObject({
      createUpload: { issues: [{ code: 'TOO_BIG' }] },
    })
  })
})
