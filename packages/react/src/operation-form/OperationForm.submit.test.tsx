import '../styles.css'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type GenerateOutcome, useGenerate } from '../hooks/useGenerate.ts'
import { button, form, noUpload, operation, prompt, spoken } from '../test-support/operation-form.tsx'
import { createTestServer } from '../test-support/test-server.tsx'
import { OperationForm, type OperationFormProps } from './OperationForm.tsx'

describe('on the real schema', () => {
  let server: ReturnType<typeof createTestServer>
  beforeEach(() => {
    server = createTestServer()
  })
  afterEach(() => server.stop())

  /** The form as an app uses it. */
  function App() {
    const { generate, outcome } = useGenerate(operation('TEXT_TO_VIDEO'))
    return (
      <>
        <OperationForm
          operation={operation('TEXT_TO_VIDEO')}
          defaultValue={{ prompt: 'a paper boat' }}
          onGenerate={generate}
          upload={noUpload}
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
    await userEvent.dblClick(button())
    await expect.element(outcome()).toHaveTextContent('accepted, replay false')
    await expect.poll(() => server.submitted.length).toBe(1)
    expect(await generated()).toBe(1)
  })

  test('two presses before the form can show that it submits make one generation', async () => {
    await render(<App />, { wrapper: server.wrapper })
    const element = button().element() as HTMLButtonElement
    element.click()
    element.click()
    await expect.element(outcome()).toHaveTextContent('accepted, replay false')
    await expect.poll(() => server.submitted.length).toBe(1)
    expect(await generated()).toBe(1)
  })

  test.each([
    ['on the button', () => button(), {}],
    ['in the prompt, with Ctrl', () => prompt(), { ctrlKey: true }],
  ])('Enter that is held down %s makes one generation', async (_name, place, modifiers) => {
    await render(<App />, { wrapper: server.wrapper })
    const element = place().element() as HTMLElement
    element.focus()
    const press = (repeat: boolean) => {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        repeat,
        bubbles: true,
        cancelable: true,
        ...modifiers,
      })
      // What the browser does with a press that nobody prevented.
      if (element.dispatchEvent(event) && element instanceof HTMLButtonElement) element.click()
    }
    press(false)
    await expect.element(outcome()).toHaveTextContent('accepted, replay false')
    for (let repeats = 0; repeats < 5; repeats++) press(true)
    await expect.element(spoken('Sent.')).toBeInTheDocument()
    expect(await generated()).toBe(1)
  })

  test('a press again after the reply was lost answers the generation that was made', async () => {
    await render(<App />, { wrapper: server.wrapper })
    server.loseAnswers('network')
    await userEvent.click(button())
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'No answer came. The server could not be reached. Press again: it will not be paid twice.',
      )
    await userEvent.click(button())
    await expect.element(outcome()).toHaveTextContent('accepted, replay true')
    await expect.element(spoken('It had arrived before: nothing is paid twice.')).toBeInTheDocument()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    await expect.poll(() => server.submitted.length).toBe(1)
    expect(await generated()).toBe(1)
  })
})

test('while it sends, the button keeps the focus, says so, and sends nothing more', async () => {
  let answer = (_outcome: GenerateOutcome) => {}
  const onGenerate = vi.fn<OperationFormProps['onGenerate']>(
    () => new Promise((resolve) => (answer = resolve)),
  )
  const { element } = form({ defaultValue: { prompt: 'a' }, onGenerate })
  await render(element)
  await userEvent.click(button())
  const sending = page.getByRole('button', { name: 'Sending…' })
  await expect.element(sending).toHaveFocus()
  await expect.element(sending).toHaveAttribute('aria-disabled', 'true')
  await expect.element(spoken('Sending…')).toBeInTheDocument()
  await userEvent.keyboard('{Enter}')
  await userEvent.click(prompt())
  await userEvent.keyboard(' b{Control>}{Enter}{/Control}')
  expect(onGenerate).toHaveBeenCalledExactlyOnceWith({ prompt: 'a' })
  answer({ type: 'unknown', message: 'gone' })
  await expect.element(page.getByRole('alert')).toBeVisible()
  // What was typed meanwhile is still there.
  await expect.element(prompt()).toHaveValue('a b')
})
