// A page that was rendered on a server is taken over in the browser without a word: same markup, no warning, in StrictMode.
import './styles.css'
import { createCatalog, type Operation, pikaOperations, type Storyboard } from '@pika-kit/core'
import { type ReactNode, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import {
  CostBadge,
  createPikaClient,
  DraftPlayer,
  EffectPicker,
  english,
  GenerationList,
  KeyframeTimeline,
  MediaInput,
  type Messages,
  OperationForm,
  PikaProvider,
  type Upload,
  VideoResult,
} from './index.ts'
import { arabic } from './messages/arabic/index.ts'

const upload: Upload = () => new Promise(() => {})
const ofId = (id: string): Operation => createCatalog().find(id)!
const storyboard: Storyboard = {
  keyframes: [
    { id: 'a', url: 'https://pictures.test/a.png' },
    { id: 'b', url: 'https://pictures.test/b.png' },
  ],
  transitions: [{ duration: 3, prompt: 'dusk falls' }],
}

const pages: Record<string, ReactNode> = {
  'KeyframeTimeline, empty': <KeyframeTimeline upload={upload} storageKey="hydration" />,
  KeyframeTimeline: <KeyframeTimeline upload={upload} defaultValue={storyboard} />,
  EffectPicker: <EffectPicker imageUrl={null} />,
  'VideoResult, empty': <VideoResult id={null} />,
  VideoResult: <VideoResult id="gen_1" />,
  GenerationList: <GenerationList />,
  MediaInput: <MediaInput kind="image" label="Picture" upload={upload} onChange={() => {}} />,
  'MediaInput, several': (
    <MediaInput
      kind="image"
      label="Pictures"
      multiple
      upload={upload}
      defaultValue={['https://pictures.test/a.png']}
    />
  ),
  CostBadge: <CostBadge amount={{ amount: 0.36, currency: 'USD' }} />,
  DraftPlayer: <DraftPlayer operation={ofId('TEXT_TO_VIDEO')} input={{ prompt: 'a heron' }} />,
  ...Object.fromEntries(
    pikaOperations.map((operation) => [
      `OperationForm of ${operation.id}`,
      <OperationForm key={operation.id} operation={operation} upload={upload} onGenerate={() => {}} />,
    ]),
  ),
}

const roots: { unmount(): void }[] = []
afterEach(() => {
  for (const root of roots.splice(0)) root.unmount()
  document.body.replaceChildren()
})

const languages: Record<string, Messages> = { English: english, Arabic: arabic }

test.each(
  Object.entries(pages).flatMap(([name, page]) =>
    Object.entries(languages).map(([language, messages]) => [name, language, page, messages] as const),
  ),
)('%s, in %s', async (_name, _language, page, messages) => {
  // Nothing listens there: what is looked at is the first paint, before any answer.
  const client = createPikaClient({ url: new URL('/nobody', location.href).href })
  let isHydrated = () => {}
  const hydrated = new Promise<void>((resolve) => (isHydrated = resolve))
  const app = (
    <StrictMode>
      <div ref={() => isHydrated()}>
        <PikaProvider client={client} messages={messages}>
          {page}
        </PikaProvider>
      </div>
    </StrictMode>
  )
  const container = document.createElement('div')
  container.innerHTML = renderToString(app)
  const before = container.textContent
  document.body.append(container)
  const problems: unknown[] = []
  roots.push(hydrateRoot(container, app, { onRecoverableError: (error) => problems.push(error) }))
  await hydrated
  expect(problems).toEqual([])
  expect(container.textContent).toBe(before)
})
