// Renders a draft of every operation in every ratio and resolution, reads each file as ffprobe does, and writes the table
// docs/drafts-matrix.md: `npm run drafts:matrix` (some minutes). Half a second of each, and all of it once per operation.
// Exits with 1 when a file is not what it should be.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { draftCases, renderCase, shortened, writeMedia } from './draft-cases.ts'

const folder = await mkdtemp(join(tmpdir(), 'pika-matrix-'))
const media = await writeMedia(folder)
const whole = new Set<string>()
const rows: string[] = []
let wrong = 0
try {
  for (const draftCase of draftCases()) {
    const id = draftCase.operation.id
    // The first case of each operation at its full length.
    const isWhole = !whole.has(id)
    whole.add(id)
    const wanted = isWhole ? draftCase : shortened(draftCase, 0.5)
    const start = process.cpuUsage()
    const facts = await renderCase(wanted, media, join(folder, 'draft.mp4'))
    const { user, system } = process.cpuUsage(start)
    const isRight =
      facts.width === wanted.width &&
      facts.height === wanted.height &&
      facts.pixelFormat === 'yuv420p' &&
      facts.isFastStart &&
      Math.abs(facts.duration - wanted.duration) < 0.05
    if (!isRight) wrong++
    const cells = [
      id,
      draftCase.name,
      `${facts.width} × ${facts.height}`,
      facts.pixelFormat,
      `${facts.duration.toFixed(2)} s`,
      facts.isFastStart ? 'yes' : 'no',
      isRight ? 'yes' : '**no**',
      ((user + system) / 1e6).toFixed(1),
    ]
    rows.push(`| ${cells.join(' | ')} |`)
    console.log(cells.join('  '))
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
await writeFile(
  new URL('../../../../docs/drafts-matrix.md', import.meta.url),
  `# Drafts of every operation

Written by \`npm run drafts:matrix\`: each operation in each ratio and resolution that it offers, rendered by the emulator and
read by FFmpeg's own libraries, as ffprobe does. The first case of an operation has its full length, the others half a second.
Pikaswaps and Pikadditions last as long as the test's input video, 0.5 s. ${wrong === 0 ? 'All files are what they should be.' : `${wrong} files are not what they should be.`}

| operation | case | size | pixels | length | index first | as wanted | CPU s |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
)
if (wrong > 0) process.exit(1)
