// The kit as an app gets it: what an entry weighs, that it can be rendered on a server, that frameworks take it to the browser.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { weigh } from '../support/weigh.ts'

const packageFolder = fileURLToPath(new URL('../../packages/react/', import.meta.url))
const { exports: entries } = JSON.parse(readFileSync(`${packageFolder}package.json`, 'utf8')) as {
  exports: Record<string, { default: string } | string>
}
const scripts = Object.entries(entries).flatMap(([name, entry]) =>
  typeof entry === 'string' ? [] : [[name, entry.default] as const],
)

/**
 * Budgets in kB (1,000 bytes), a little above what there is: whoever goes over one has a reason, or has pulled in something
 * by accident. The whole kit holds zod, graphql-ws, the form with its checks and parts (7 kB), and by `useDraft` the drafts of
 * every operation with the sixteen effects;
 * `EffectPicker` the effects alone;
 * `KeyframeTimeline` the look into a file before it is sent (2 kB); `VideoResult` a parser of GraphQL (3 kB), and what fetches its controls before the video is there. A component holds its own words, in English.
 */
test.each([
  ["export * from '@pika-kit/react'", 106],
  ["export { KeyframeTimeline } from '@pika-kit/react/keyframe-timeline'", 19],
  ["export { EffectPicker } from '@pika-kit/react/effect-picker'", 28],
  ["export { VideoResult } from '@pika-kit/react/video-result'", 15.5],
  ["export { useGenerate, useGeneration, useGenerations, useUpload } from '@pika-kit/react/hooks'", 7.5],
  ["export { useGeneration } from '@pika-kit/react'", 4.5],
  ["export { createPikaClient } from '@pika-kit/react'", 4],
  ["export { CostBadge } from '@pika-kit/react'", 1.5],
  ["export { german } from '@pika-kit/react/messages/de'", 11],
  ["export { french } from '@pika-kit/react/messages/fr'", 11],
  ["export { spanish } from '@pika-kit/react/messages/es'", 11],
  ["export { japanese } from '@pika-kit/react/messages/ja'", 11],
  ["export { arabic } from '@pika-kit/react/messages/ar'", 11],
])('%s is at most %s kB', async (code, budget) => {
  expect((await weigh(code, packageFolder)).first / 1_000).toBeLessThanOrEqual(budget)
})

// media-chrome's store is 8 kB of it (docs/decisions/0014): a page that waits for no video does not load it.
test('the controls of a video are at most 11.5 kB, and come on their own', async () => {
  const { later } = await weigh("export { VideoResult } from '@pika-kit/react/video-result'", packageFolder)
  expect(later / 1_000).toBeGreaterThan(8)
  expect(later / 1_000).toBeLessThanOrEqual(11.5)
})

// An app's bundler makes a file of its own of it, which holds the drawing of every operation and is fetched with the first draft.
test('the worker that draws is at most 50 kB, and a player without it 13 kB', async () => {
  const { first, worker } = await weigh("export { DraftPlayer } from '@pika-kit/react'", packageFolder)
  expect(worker / 1_000).toBeGreaterThan(20)
  expect(worker / 1_000).toBeLessThanOrEqual(50)
  expect(first / 1_000).toBeLessThanOrEqual(13)
})

test.each(scripts)('%s says that it is for the browser', (_name, file) => {
  expect(readFileSync(packageFolder + file, 'utf8')).toMatch(/^'use client'\n/)
})

test('the worker that draws is one file without that directive, of which bundlers would warn', () => {
  const worker = readFileSync(`${packageFolder}dist/draft-player/draft-worker.js`, 'utf8')
  expect(worker).not.toContain('use client')
  expect([...worker.matchAll(/from "(.+?)"/g)].map(([, name]) => name)).toEqual(['@pika-kit/preview'])
})

test('every file of the styles is there', () => {
  const styles = readFileSync(`${packageFolder}src/styles.css`, 'utf8')
  expect(entries['./styles.css']).toBe('./src/styles.css')
  const imported = [...styles.matchAll(/@import '(.+?)'/g)].map(([, path]) => path)
  expect(imported.length).toBeGreaterThan(5)
  for (const path of imported)
    expect(readFileSync(`${packageFolder}src/${path}`, 'utf8')).toContain('@layer pika-kit')
})
