import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('everything has the default that the documents name', () => {
  const defaults = {
    port: 4000,
    host: '127.0.0.1',
    falKey: null,
    falBaseUrl: null,
    emulatorPort: 4100,
    databaseUrl: null,
    dataDir: '.pika-kit',
    publicUrl: null,
    archive: { directory: join('.pika-kit', 'videos') },
    submissionLostAfter: 600_000,
    drain: 0,
    logLevel: 'info',
  }
  expect(readConfig({})).toEqual(defaults)
  expect(readConfig({ PORT: '', FAL_KEY: '', DATA_DIR: '', LOG_LEVEL: '' })).toEqual(defaults)
})

test('each variable is read', () => {
  expect(
    readConfig({
      PORT: '0',
      HOST: '::1',
      FAL_KEY: 'id:secret',
      FAL_BASE_URL: 'http://127.0.0.1:9',
      EMULATOR_PORT: '4101',
      DATABASE_URL: 'postgresql://u:p@db/pika',
      DATA_DIR: '/data',
      PUBLIC_URL: 'https://kit.example/base/',
      ARCHIVE: 'off',
      SUBMISSION_LOST_AFTER: '30',
      DRAIN_SECONDS: '20',
      LOG_LEVEL: 'debug',
    }),
  ).toEqual({
    port: 0,
    host: '::1',
    falKey: 'id:secret',
    falBaseUrl: 'http://127.0.0.1:9',
    emulatorPort: 4101,
    databaseUrl: 'postgresql://u:p@db/pika',
    dataDir: '/data',
    publicUrl: 'https://kit.example/base',
    archive: null,
    submissionLostAfter: 30_000,
    drain: 20_000,
    logLevel: 'debug',
  })
})

test.each([
  ['PORT', '70000', 'PORT="70000" is not a port: use a number from 0 to 65535'],
  ['PORT', 'web', 'PORT="web" is not a port'],
  ['EMULATOR_PORT', '-1', 'EMULATOR_PORT="-1" is not a port'],
  ['HOST', 'my host', 'HOST="my host" is not a host: use an address such as 127.0.0.1'],
  ['PUBLIC_URL', 'kit.example', 'PUBLIC_URL="kit.example" is not an http(s) URL'],
  [
    'SUBMISSION_LOST_AFTER',
    '0',
    'SUBMISSION_LOST_AFTER="0" is not a number of seconds: use a whole number from 1 to 999999',
  ],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL="loud" is not a level: use silent, error, warn, info or debug'],
  ['FAL_KEY', 'id: secret', 'FAL_KEY has a space or a line break in it: paste the key alone'],
  ['FAL_BASE_URL', 'ftp://user:secret@x', 'FAL_BASE_URL is not an http(s) URL'],
  ['DATABASE_URL', 'mysql://root:secret@db/x', 'DATABASE_URL is not a postgres:// URL'],
])('%s=%s stops the start with its name and the mend', (name, value, message) => {
  const read = () => readConfig({ [name]: value })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(message)
  expect(read).not.toThrow('secret')
})

test('everything that is wrong is said at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*\n.*LOG_LEVEL/)
})

const aws = { AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 'sesame' }

test('an archive is a folder of the data, a bucket by its address, or off', () => {
  expect(readConfig({ ARCHIVE: 'disk', DATA_DIR: '/data' }).archive).toEqual({
    directory: join('/data', 'videos'),
  })
  expect(readConfig({ ARCHIVE: 's3://kit-videos', AWS_REGION: 'eu-central-1', ...aws }).archive).toEqual({
    s3: {
      bucket: 'kit-videos',
      region: 'eu-central-1',
      accessKeyId: 'AKIA1',
      secretAccessKey: 'sesame',
      endpoint: undefined,
      publicUrl: undefined,
      prefix: '',
    },
  })
  const address = 's3://kit/a/b/?endpoint=https://s3.example&public=https://cdn.example/kit/'
  expect(readConfig({ ARCHIVE: address, ...aws }).archive).toMatchObject({
    s3: {
      region: 'auto',
      endpoint: 'https://s3.example',
      publicUrl: 'https://cdn.example/kit',
      prefix: 'a/b/',
    },
  })
})

test.each<[string, Record<string, string>, string]>([
  ['tape', {}, 'is not an archive: use disk, off, or s3://bucket/prefix'],
  ['s3://AKIA1:sesame@kit', aws, 'has a key in it: put it into AWS_ACCESS_KEY_ID'],
  ['s3:///videos', aws, 'names no bucket'],
  ['s3://kit?secret=sesame', aws, 'has a parameter that is not known'],
  ['s3://kit?endpoint=sesame', aws, 'has an endpoint or a public address that is not an http(s) URL'],
  ['s3://kit', aws, 'has no region: add ?region=…, or set AWS_REGION'],
  ['s3://kit?region=sesame!', aws, 'has a region that is none'],
  ['s3://kit?region=eu', {}, 'is a bucket: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, too'],
  ['s3://kit?region=eu', { ...aws, AWS_SESSION_TOKEN: 'sesame' }, 'AWS_SESSION_TOKEN is set'],
])('ARCHIVE=%s stops the start with the mend, and never repeats a key', (ARCHIVE, rest, message) => {
  const read = () => readConfig({ ARCHIVE, ...rest })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(message)
  expect(read).not.toThrow(/sesame/)
})
