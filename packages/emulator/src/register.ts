/**
 * Preload that redirects fal's hosts to an emulator, with no change to the program:
 *
 *     node --import @pika-kit/emulator/register app.js
 *
 * The emulator is at `PIKA_EMULATOR_URL`, by default http://127.0.0.1:4100. Works because `@fal-ai/client` takes the global
 * `fetch` when it is imported, and this runs before. Code with a `fetch` of its own, and WebSockets, are not redirected.
 */
import { redirectingFetch } from './fal-client.ts'

const url = process.env['PIKA_EMULATOR_URL'] || 'http://127.0.0.1:4100'
globalThis.fetch = redirectingFetch(url, globalThis.fetch)
