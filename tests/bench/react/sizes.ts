import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Weight, weigh } from '../../support/weigh.ts'

/** What apps use for such work today. They are no dependencies of ours: the bench installs them into the cache. */
const KITS = {
  '@uploadthing/react': '7.3.3',
  uploadthing: '7.7.4',
  'media-chrome': '4.19.4',
  '@xzdarcy/react-timeline-editor': '1.0.0',
}
const packageFolder = fileURLToPath(new URL('../../../packages/react/', import.meta.url))
const cache = fileURLToPath(new URL('../../../node_modules/.cache/bench-kits/', import.meta.url))

const ours = [
  ['MediaInput', "export { MediaInput } from '@pika-kit/react'"],
  ['VideoResult with its player', "export { VideoResult } from '@pika-kit/react/video-result'"],
  ['KeyframeTimeline', "export { KeyframeTimeline } from '@pika-kit/react/keyframe-timeline'"],
  ['EffectPicker with its effects', "export { EffectPicker } from '@pika-kit/react/effect-picker'"],
  ['OperationForm', "export { OperationForm } from '@pika-kit/react'"],
  ['the hooks', "export * from '@pika-kit/react/hooks'"],
] as const

const theirs = [
  [
    'uploadthing/react: dropzone and button',
    "export { generateUploadDropzone, generateUploadButton } from '@uploadthing/react'",
  ],
  ['media-chrome/react: all of the player', "export * from 'media-chrome/react'"],
  ['react-timeline-editor', "export { Timeline } from '@xzdarcy/react-timeline-editor'"],
] as const

export async function sizes(isQuick: boolean) {
  const rows = []
  for (const [name, code] of isQuick ? ours.slice(0, 1) : ours)
    rows.push(row(`${name} (Pika Kit)`, await weigh(code, packageFolder)))
  if (isQuick) return rows
  await install()
  for (const [name, code] of theirs) rows.push(row(name, await weigh(code, cache)))
  return rows
}

function row(what: string, { first, later, worker }: Weight) {
  return { what, 'at first kB': first / 1_000, 'later kB': later / 1_000, 'worker kB': worker / 1_000 }
}

async function install() {
  const isThere = Object.keys(KITS).every((name) => existsSync(`${cache}node_modules/${name}`))
  if (isThere) return
  await mkdir(cache, { recursive: true })
  await writeFile(
    `${cache}package.json`,
    JSON.stringify({ private: true, type: 'module', dependencies: KITS }),
  )
  await promisify(execFile)(
    'npm',
    ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'],
    {
      cwd: cache,
      shell: process.platform === 'win32',
    },
  )
}
