// The arrows between the packages (docs/decisions/0002-package-boundaries.md), held in two ways:
// the packages' manifests may declare only what the table allows, and the linter must still catch a planted violation.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root, StepFailure } from '../step.mjs'

/**
 * What each package may declare as a dependency. `ours` are packages of this repository; `others`, where given, is the
 * whole list of foreign ones.
 * @type {Record<string, { ours: string[], others?: RegExp }>}
 */
const allowed = {
  core: { ours: [], others: /^zod$/ },
  preview: { ours: ['core'], others: /^$/ },
  schema: { ours: ['core'], others: /^(@pothos\/.+|dataloader|graphql)$/ },
  emulator: { ours: ['core', 'preview'] },
  server: { ours: ['core', 'schema', 'emulator'] },
  react: { ours: ['core', 'preview'] },
}

/**
 * Each planted line must be refused where it stands…
 * @type {[path: string, line: string][]}
 */
const refused = [
  ['packages/core/src/a.ts', "import { readFile } from 'node:fs'"],
  ['packages/core/src/b.ts', "import { buildSchema } from 'graphql'"],
  ['packages/core/src/c.ts', "import type { Store } from '@pika-kit/server'"],
  ['packages/core/src/generation/d.ts', "export { a } from '../../../server/src/store/store.ts'"],
  ['packages/core/src/e.ts', "export const kysely = await import('kysely')"],
  ['packages/core/src/f.ts', 'export const key = process.env'],
  ['packages/core/src/g.ts', "export const reply = fetch('x')"],
  ['packages/core/src/h.ts', "import { fixture } from './store.conformance.ts'"],
  ['packages/preview/src/a.ts', "import { createCanvas } from '@napi-rs/canvas'"],
  ['packages/preview/src/b.ts', "import { cpus } from 'node:os'"],
  ['packages/preview/src/c.ts', "export const canvas = document.createElement('canvas')"],
  ['packages/preview/src/d.ts', "import { createEmulator } from '@pika-kit/emulator'"],
  ['packages/schema/src/a.ts', "import { createServer } from '@pika-kit/server'"],
  ['packages/schema/src/b.ts', "import { readFile } from 'node:fs'"],
  ['packages/schema/src/c.ts', "import { createYoga } from 'graphql-yoga'"],
  ['packages/server/src/a.ts', "import { createEmulator } from '@pika-kit/emulator'"],
  ['packages/server/src/store/b.ts', "import { useGeneration } from '@pika-kit/react/hooks'"],
  ['packages/server/src/bin/c.ts', "import { VideoResult } from '@pika-kit/react'"],
  ['packages/emulator/src/a.ts', "import { createServer } from '@pika-kit/server'"],
  ['packages/emulator/src/b.ts', "import { createSchema } from '@pika-kit/schema'"],
  ['packages/emulator/src/c.ts', "import { VideoResult } from '@pika-kit/react'"],
  ['packages/react/src/a.ts', "import { createSchema } from '@pika-kit/schema'"],
  ['packages/react/src/b.ts', "import { readFile } from 'node:fs'"],
  ['packages/react/src/hooks/c.ts', "import { createServer } from '@pika-kit/server'"],
  ['packages/react/src/video-result/d.tsx', "import { useQuery } from 'urql'"],
  ['packages/react/src/video-result/e.tsx', "import { sample } from './VideoResult.stories.tsx'"],
  ['packages/react/src/graphql/f.ts', "import { createEmulator } from '@pika-kit/emulator'"],
  ['apps/demo/src/a.ts', "import { thing } from '@pika-kit/core/src/generation/submit.ts'"],
  ['apps/demo/src/b.ts', "import { thing } from '../../../packages/react/src/hooks/useGeneration.ts'"],
  ['tests/e2e/a.test.ts', "import { thing } from '../../packages/server/src/store/store.ts'"],
]

/**
 * …and each of these must pass, so that the rules do not refuse everything.
 * @type {[path: string, line: string][]}
 */
const accepted = [
  ['packages/core/src/ok.ts', "import { z } from 'zod'"],
  ['packages/core/src/generation/ok.ts', "import { z } from '../operations/catalog.ts'"],
  ['packages/core/src/ok.test.ts', "import { readFile } from 'node:fs'"],
  ['packages/preview/src/ok.ts', "import { operations } from '@pika-kit/core'"],
  ['packages/schema/src/ok.ts', "import SchemaBuilder from '@pothos/core'"],
  ['packages/schema/src/ok2.ts', "import { InMemoryStore } from '@pika-kit/core/memory'"],
  ['packages/server/src/ok.ts', "import { createSchema } from '@pika-kit/schema'"],
  ['packages/server/src/bin/ok.ts', "export const emulator = await import('@pika-kit/emulator')"],
  ['packages/emulator/src/ok.ts', "import { readFile } from 'node:fs'"],
  ['packages/react/src/hooks/ok.ts', "import { useQuery } from 'urql'"],
  ['packages/react/src/provider/ok.tsx', "import { createClient } from '@urql/core'"],
  ['apps/demo/src/ok.ts', "import { KeyframeTimeline } from '@pika-kit/react'"],
  ['tests/e2e/ok.test.ts', "import { createPikaServer } from '@pika-kit/server'"],
]

const arrowRules = /no-restricted-(imports|globals)/

/** Fails when a manifest breaks the table, or when the linter misses a planted violation or refuses what is allowed. */
export async function checkPackageArrows() {
  const problems = [...Object.keys(allowed).flatMap(problemsOfManifest), ...problemsOfLinter()]
  if (problems.length) throw new StepFailure(problems.join('\n'))
  return `${refused.length} planted violations caught`
}

/** @param {string} name */
function problemsOfManifest(name) {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
  const { ours, others } = /** @type {{ ours: string[], others?: RegExp }} */ (allowed[name])
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  return declared
    .filter((dependency) =>
      dependency.startsWith('@pika-kit/')
        ? !ours.includes(dependency.slice('@pika-kit/'.length))
        : others !== undefined && !others.test(dependency),
    )
    .map(
      (dependency) =>
        `packages/${name}/package.json depends on ${dependency}: the table of arrows has no such arrow`,
    )
}

function problemsOfLinter() {
  // Outside of the checkout: the rules are bound to paths below the configuration, so it is copied along.
  const folder = mkdtempSync(join(tmpdir(), 'pika-kit-arrows-'))
  try {
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    for (const [path, line] of [...refused, ...accepted]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), `${line}\n`)
    }
    const caught = lint(folder)
    return [
      ...refused
        .filter(([path]) => !caught.has(path))
        .map(([path, line]) => `the linter let pass in ${path}: ${line}`),
      ...accepted
        .filter(([path]) => caught.has(path))
        .map(([path, line]) => `the linter refused in ${path}: ${line}`),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * @param {string} folder
 * @returns {Set<string>} the files in which an arrow rule found something
 */
function lint(folder) {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format=json', '.'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (!stdout.trimStart().startsWith('{')) throw new StepFailure(`oxlint did not answer: ${stderr || stdout}`)
  /** @type {{ diagnostics: { code: string, filename: string }[] }} */
  const { diagnostics } = JSON.parse(stdout)
  return new Set(
    diagnostics
      .filter(({ code }) => arrowRules.test(code))
      .map(({ filename }) => filename.replaceAll('\\', '/')),
  )
}
