// What is seen and spoken in another language than English: the kit's own words, and those of core and the server.
import '../styles.css'
import { createCatalog, effects, type InputIssue, type Operation, type Storyboard } from '@pika-kit/core'
import { type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render, renderHook } from 'vitest-browser-react'
import { EffectPicker } from '../effect-picker/EffectPicker.tsx'
import type { GenerationData } from '../graphql/documents.ts'
import { KeyframeTimeline } from '../keyframe-timeline/KeyframeTimeline.tsx'
import { OperationForm } from '../operation-form/OperationForm.tsx'
import { PikaProvider } from '../provider/PikaProvider.tsx'
import { failed, storyGeneration } from '../story-support/generations.ts'
import { useSpokenProgress } from '../video-result/useSpokenProgress.ts'
import { arabic } from './arabic/index.ts'
import { german } from './german/index.ts'

const DOT = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
const storyboard: Storyboard = {
  keyframes: ['a', 'b', 'c'].map((id) => ({ id, url: DOT, name: `${id}.jpg` })),
  transitions: [{ duration: 2 }, { duration: 3 }],
}
const operation = (id: string): Operation => createCatalog().find(id)!
const upload = () => new Promise<never>(() => {})
/** What the live region says, without the sign that has the same words read anew. */
const spoken = () => page.getByRole('status').element().textContent?.replace('\u200b', '')
const inGerman = ({ children }: { children: ReactNode }) => (
  <PikaProvider messages={german}>{children}</PikaProvider>
)

test('a keyframe that is moved and removed by keys is spoken of in German', async () => {
  const view = await render(<KeyframeTimeline defaultValue={storyboard} upload={upload} />, {
    wrapper: inGerman,
  })
  await userEvent.click(view.getByRole('button', { name: /^Keyframe 1 von 3, bei 0 Sekunden/ }))
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await expect.poll(spoken).toBe('Keyframe auf Platz 2 von 3 verschoben.')
  await userEvent.keyboard('{Delete}')
  await expect.poll(spoken).toBe('Keyframe 2 entfernt. Noch 2.')
})

test('how a generation stands and fails is spoken in German', async () => {
  const queued = storyGeneration({ queuePosition: 3 })
  const told: string[] = []
  const { rerender } = await renderHook(
    (props?: { generation: GenerationData }) => {
      const { generation } = props ?? { generation: queued }
      const { spoken } = useSpokenProgress(generation, 'live')
      if (spoken !== '' && told.at(-1) !== spoken) told.push(spoken)
    },
    { initialProps: { generation: queued }, wrapper: inGerman },
  )
  await expect.poll(() => told.at(-1)).toBe('Noch 3 vor Ihnen')
  await rerender({ generation: failed('CONTENT_REFUSED') })
  await expect
    .poll(() => told.at(-1))
    .toBe(
      'Fehlgeschlagen. Die Richtlinien des Modells lassen diesen Inhalt nicht zu. Es wurde möglicherweise bezahlt.',
    )
})

test.each([
  ['by the page', (asked: Operation) => asked.parse({ prompt: ' ', duration: 7 })],
  [
    'by the server',
    () => ({
      ok: false as const,
      issues: [
        { path: ['prompt'], code: 'REQUIRED', message: 'is needed' },
        { path: ['duration'], code: 'NOT_ALLOWED', message: 'is not possible' },
      ] satisfies InputIssue[],
    }),
  ],
])('a field is named and what is wrong with it, found %s, in the same words', async (_by, check) => {
  const asked = operation('TEXT_TO_VIDEO')
  const checked = check(asked)
  const view = await render(
    <OperationForm
      operation={asked}
      issues={checked.ok ? [] : checked.issues}
      upload={upload}
      onGenerate={() => {}}
    />,
    { wrapper: inGerman },
  )
  await expect
    .element(view.getByRole('textbox', { name: 'Prompt', exact: true }))
    .toHaveAccessibleDescription(/Prompt: fehlt/)
  await expect
    .element(view.getByRole('radiogroup', { name: 'Dauer' }))
    .toHaveAccessibleDescription(/Dauer: möglich sind: 5 und 10/)
  await expect.element(view.getByRole('radiogroup', { name: 'Seitenverhältnis' })).toBeVisible()
  await expect.element(view.getByRole('button', { name: 'Video generieren' })).toBeVisible()
})

// Sixteen stills take a while to draw.
const three = effects.filter(({ id }) => ['INFLATE', 'MELT', 'TEAR'].includes(id))

test('effects have their names in Arabic, and are found by them', async () => {
  const view = await render(
    <div dir="rtl" lang="ar" style={{ inlineSize: 620 }}>
      <PikaProvider messages={arabic}>
        <EffectPicker imageUrl={null} effects={three} />
      </PikaProvider>
    </div>,
  )
  await expect.element(view.getByRole('radio', { name: 'ذوبان' })).toBeInTheDocument()
  await userEvent.fill(view.getByRole('searchbox', { name: 'بحث عن تأثير' }), 'شمع')
  await expect.poll(spoken).toBe('عُثر على تأثير واحد.')
  expect(view.getByRole('radio').elements()).toHaveLength(1)
})
