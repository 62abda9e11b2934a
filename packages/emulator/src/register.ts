/**
 * Preload that redirects fal's hosts to an emulator, with no change to the program, be it of ES modules or CommonJS:
 *
 *     node --import @pika-kit/emulator/register app.js
 *
 * The emulator is at `PIKA_EMULATOR_URL`, by default http://127.0.0.1:4100. Redirected are the global `fetch` (which
 * `@fal-ai/client` takes when it is imported, and this runs before) and `node:https` (axios, got, node-fetch). The `fetch` and
 * `request` of an own copy of undici, and WebSockets, are not.
 */
import { redirectingFetch } from './fal-client.ts'
import { redirectHttps } from './redirect-https.ts'
import { redirectUrl } from './redirect.ts'

const url = process.env['PIKA_EMULATOR_URL'] || 'http://127.0.0.1:4100'
globalThis.fetch = redirectingFetch(url, globalThis.fetch)
redirectHttps(redirectUrl(url))
