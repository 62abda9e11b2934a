import { expect, test } from 'vitest'
import { findUrls, hasPackage, lacksPlatform } from './lockfile.mjs'
import { findMachinePath } from './tracked-files.mjs'

test('a lockfile with a host is refused, one without passes', () => {
  expect(findUrls("  resolution: {tarball: 'https://tarballs.example/a.tgz'}")).toEqual([
    'https://tarballs.example/a.tgz',
  ])
  expect(findUrls('  resolution: {integrity: sha512-aaaa==}')).toEqual([])
})

test('a package is found whether its name is quoted or not, and no longer name passes for it', () => {
  const lockfile = "packages:\n\n  '@scope/tool-darwin-arm64@1.0.0':\n  fsevents@2.3.3:\n"
  expect(hasPackage(lockfile, '@scope/tool-darwin-arm64')).toBe(true)
  expect(hasPackage(lockfile, 'fsevents')).toBe(true)
  expect(hasPackage(lockfile, '@scope/tool-darwin')).toBe(false)
})

test('a platform that people use may not be missing, a rare one may', () => {
  const missing = (name: string) => lacksPlatform('packages:\n', name)
  for (const name of ['@a/b-darwin-arm64', '@a/b-win32-x64-msvc', '@a/linux-x64', '@a/b-linux-arm64-gnu'])
    expect(missing(name), name).toBe(true)
  for (const name of ['@a/b-freebsd-x64', '@a/b-linux-riscv64-gnu', 'fsevents'])
    expect(missing(name), name).toBe(false)
})

test('a path of a machine is found, a URL and a documented placeholder are not', () => {
  // put together here, so that this very file passes
  expect(findMachinePath(`see "${['', 'home', 'ada', 'pika'].join('/')}"`)).toBe(
    ['', 'home', 'ada', ''].join('/'),
  )
  expect(findMachinePath(`at ${['C:', 'Users', 'ada'].join('\\')}`)).toBe(['C:', 'Users', ''].join('\\'))
  expect(findMachinePath('https://example.com/home/page')).toBeUndefined()
  expect(findMachinePath('the route /users/:id')).toBeUndefined()
})
