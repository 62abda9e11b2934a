import { expect, test } from 'vitest'
import { checkHost, ForbiddenAddressError, guardedLookup, isPublicAddress } from './address-guard.ts'

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '192.0.2.1',
  '240.0.0.1',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001:db8::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  'not an address',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['1.1.1.1', '93.184.215.14', '2606:4700:4700::1111', '::ffff:1.1.1.1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

// The ways to write 127.0.0.1 that URL parsers normalise: what reaches the guard is the plain form.
test.each([
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://[::ffff:127.0.0.1]/',
])('the host of %s is refused', (url) => {
  expect(() => checkHost(new URL(url).hostname)).toThrow(ForbiddenAddressError)
})

test('a name that resolves to this machine is refused at the lookup that the socket uses', async () => {
  const error = await new Promise((resolve) => guardedLookup('localhost', {}, resolve))
  expect(error).toBeInstanceOf(ForbiddenAddressError)
})
