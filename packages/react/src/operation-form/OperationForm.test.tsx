import { createCatalog, type Operation } from '@pika-kit/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { useGenerate } from '../hooks/useGenerate.ts'
import { createTestServer } from '../test-support/test-server.tsx'
import { OperationForm } from './OperationForm.tsx'

const textToVideo = createCatalog().find('TEXT_TO_VIDEO') as Operation
let server: ReturnType<typeof createTestServer>
beforeEach(() => {
  server = createTestServer()
})
afterEach(() => server.stop())

/** The form as an app uses it, on the real schema. */
function App() {
  const { generate, isSubmitting, outcome } = useGenerate(textToVideo)
  return (
    <>
      <OperationForm
        operation={textToVideo}
        defaultValue={{ prompt: 'a paper boat' }}
        onGenerate={(input) => void generate(input)}
        isSubmitting={isSubmitting}
        upload={() => Promise.reject(new Error('nothing is uploaded here'))}
      />
      <output aria-label="outcome">
        {outcome?.type === 'accepted' ? `accepted, replay ${outcome.isReplay}` : outcome?.type}
      </output>
    </>
  )
}
const outcome = () => page.getByRole('status', { name: 'outcome' })
const generated = async () => {
  const { generations } = await server.generations.list({ viewerId: 'viewer', filter: {}, first: 10 })
  return generations.length
}

test('a double click on Generate makes one generation', async () => {
  await render(<App />, { wrapper: server.wrapper })
  await userEvent.dblClick(page.getByRole('button', { name: 'Generate video' }))
  await expect.element(outcome()).toHaveTextContent('accepted, replay false')
  await expect.poll(() => server.submitted.length).toBe(1)
  expect(await generated()).toBe(1)
})

test('two presses before the form can show that it submits make one generation', async () => {
  await render(<App />, { wrapper: server.wrapper })
  const button = page.getByRole('button', { name: 'Generate video' }).element() as HTMLButtonElement
  button.click()
  button.click()
  await expect.element(outcome()).toHaveTextContent('accepted, replay false')
  await expect.poll(() => server.submitted.length).toBe(1)
  expect(await generated()).toBe(1)
})

test('a press again after the reply was lost answers the generation that was made', async () => {
  await render(<App />, { wrapper: server.wrapper })
  server.loseAnswers('network')
  const button = page.getByRole('button', { name: 'Generate video' })
  await userEvent.click(button)
  await expect.element(outcome()).toHaveTextContent('unknown')
  await userEvent.click(button)
  await expect.element(outcome()).toHaveTextContent('accepted, replay true')
  await expect.poll(() => server.submitted.length).toBe(1)
  expect(await generated()).toBe(1)
})
