import { StorageUnavailableError } from '@pika-kit/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { json, reset, type ScriptedFal, startScriptedFal } from '../test-support/scripted-fal.ts'
import { falHosts } from './fal-hosts.ts'
import { createFalStorage } from './fal-storage.ts'

const upload = { fileName: 'a.png', contentType: 'image/png', size: 3 }
const INITIATE = /^\/rest\/storage\/upload\/initiate\?storage_type=fal-cdn-v3$/

let fal: ScriptedFal
beforeEach(async () => {
  fal = await startScriptedFal()
})
afterEach(() => fal.close())

test('a ticket lets the browser put the file, and the key stays here', async () => {
  fal.on(
    'POST',
    INITIATE,
    json(200, { upload_url: `${fal.url}/put/1`, file_url: 'https://v3.fal.media/1.png' }),
  )
  const ticket = await createFalStorage({ key: 'canary', hosts: falHosts(fal.url) }).createTicket(upload)
  expect(ticket).toMatchObject({
    uploadUrl: `${fal.url}/put/1`,
    method: 'PUT',
    headers: [{ name: 'content-type', value: 'image/png' }],
    fileUrl: 'https://v3.fal.media/1.png',
  })
  expect(JSON.stringify(ticket)).not.toContain('canary')
  expect(JSON.parse(fal.requests[0]?.body ?? '')).toEqual({ content_type: 'image/png', file_name: 'a.png' })
})

test('stores bytes without showing the key to where they go', async () => {
  fal.on(
    'POST',
    INITIATE,
    json(200, { upload_url: `${fal.url}/put/1`, file_url: 'https://v3.fal.media/1.png' }),
  )
  fal.on('PUT', /^\/put\/1$/, json(200, {}))
  const storage = createFalStorage({ key: 'canary', hosts: falHosts(fal.url) })
  expect(await storage.store(upload, new TextEncoder().encode('abc'))).toEqual({
    url: 'https://v3.fal.media/1.png',
  })
  const put = fal.requests.find(({ method }) => method === 'PUT')
  expect(put).toMatchObject({ body: 'abc', headers: { 'content-type': 'image/png' } })
  expect(put?.headers.authorization).toBeUndefined()
})

test.each([json(500, {}), json(200, { upload_url: 'nonsense' }), reset])(
  'says that the storage is unavailable %#',
  async (reply) => {
    fal.on('POST', INITIATE, reply)
    const storage = createFalStorage({ key: 'canary', hosts: falHosts(fal.url) })
    await expect(storage.createTicket(upload)).rejects.toBeInstanceOf(StorageUnavailableError)
  },
)
