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
    submissionLostAfter: 600_000,
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
      SUBMISSION_LOST_AFTER: '30',
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
    submissionLostAfter: 30_000,
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
