import '../styles.css'
import { type FormEvent, useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { PromptField } from './PromptField.tsx'
import { useRecentPrompts } from './useRecentPrompts.ts'

const KEY = 'prompts of the test'
beforeEach(() => localStorage.removeItem(KEY))
const box = () => page.getByRole('textbox', { name: 'Prompt' })

test('Ctrl with Enter submits the form, Enter alone begins a line', async () => {
  const onSubmit = vi.fn<(event: FormEvent) => void>((event) => event.preventDefault())
  await render(
    <form onSubmit={onSubmit}>
      <PromptField label="Prompt" />
    </form>,
  )
  await userEvent.click(box())
  await userEvent.keyboard('a{Enter}b')
  await expect.element(box()).toHaveValue('a\nb')
  expect(onSubmit).not.toHaveBeenCalled()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(onSubmit).toHaveBeenCalledOnce()
})

test('it grows with its text', async () => {
  await render(<PromptField label="Prompt" />)
  const height = () => box().element().getBoundingClientRect().height
  const before = height()
  await userEvent.fill(box(), 'line\n'.repeat(8))
  await expect.poll(height).toBeGreaterThan(before + 60)
})

test('a text over the limit is kept, counted, and said once', async () => {
  await render(<PromptField label="Prompt" maximum={10} />)
  await userEvent.fill(box(), 'eight of')
  await expect.element(box()).toHaveAccessibleDescription('8 of 10 characters')
  await expect.element(page.getByRole('status')).toHaveTextContent('')
  await userEvent.fill(box(), 'eleven, yes')
  await expect.element(box()).toHaveValue('eleven, yes')
  await expect.element(box()).toHaveAttribute('aria-invalid', 'true')
  await expect.element(page.getByRole('status')).toHaveTextContent('It is longer than 10 characters.')
})

test('prompts are remembered for the next page, newest first, each once', async () => {
  function App() {
    const { recent, remember } = useRecentPrompts(KEY)
    const [text, setText] = useState('')
    return (
      <>
        <PromptField label="Prompt" value={text} onChange={setText} recent={recent} />
        <button onClick={() => remember(text)}>remember</button>
      </>
    )
  }
  const first = await render(<App />)
  for (const text of ['dusk', 'dawn', ' dusk ', '  ']) {
    await userEvent.fill(box(), text)
    await userEvent.click(page.getByRole('button', { name: 'remember' }))
  }
  await first.unmount()
  await render(<App />)
  await userEvent.click(page.getByText('Recent prompts'))
  const list = page.getByRole('list', { name: 'Recent texts for Prompt' })
  expect(
    list
      .getByRole('button')
      .elements()
      .map((button) => button.textContent),
  ).toEqual(['dusk', 'dawn'])
  await userEvent.click(list.getByRole('button', { name: 'dawn' }))
  await expect.element(box()).toHaveValue('dawn')
  await expect.element(box()).toHaveFocus()
})
