import { expect, test } from 'vitest'
import { isPublicAddress } from '../security/public-address.ts'
import { postPublic } from './post-public.ts'

test.each([
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://2130706433/',
  'https://localhost/',
  'https://169.254.169.254/',
  'http://example.com/',
])('%s is never delivered to', async (url) => {
  await expect(postPublic(url, '{}', {}, new AbortController().signal)).rejects.toThrow(
    /public address|only https/,
  )
})

test('public addresses are public', () => {
  expect(['1.1.1.1', '2606:4700::1111'].map(isPublicAddress)).toEqual([true, true])
})
