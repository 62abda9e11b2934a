import '../styles.css'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { storyteller } from '../story-support/storyteller.ts'
import {
  button,
  form,
  image,
  noUpload,
  operation,
  prompt,
  spoken,
  summary,
} from '../test-support/operation-form.tsx'
import type { FormValue } from './formValue.ts'
import { OperationForm } from './OperationForm.tsx'

afterEach(() => localStorage.clear())

test('what was typed survives a reload by its key, and belongs to its operation', async () => {
  const { element } = form({ storageKey: 'form' })
  const first = await render(element)
  await userEvent.fill(prompt(), 'a paper boat')
  await first.unmount()
  const told = vi.fn<(value: FormValue) => void>()
  const again = await render(form({ storageKey: 'form', onChange: told }).element)
  await expect.element(prompt()).toHaveValue('a paper boat')
  expect(told).toHaveBeenCalledExactlyOnceWith({ prompt: 'a paper boat' })
  await again.rerender(form({ storageKey: 'form', operation: operation('IMAGE_TO_VIDEO') }).element)
  await expect.element(prompt()).toHaveValue('')
})

test('a reset goes back to the start, keeps the focus, and can be taken back', async () => {
  const { element } = form({ defaultValue: { prompt: 'a' } })
  await render(element)
  await expect.element(page.getByRole('button', { name: 'Reset' })).not.toBeInTheDocument()
  await userEvent.fill(prompt(), 'a boat')
  await userEvent.click(page.getByRole('radio', { name: '9:16' }))
  await expect.element(page.getByRole('form')).toHaveAttribute('data-dirty', 'true')
  await userEvent.click(page.getByRole('button', { name: 'Reset' }))
  await expect.element(prompt()).toHaveValue('a')
  await expect.element(page.getByRole('radio', { name: '16:9' })).toBeChecked()
  await expect.element(spoken('Everything is as at the start. Press again to undo.')).toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Undo reset' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(prompt()).toHaveValue('a boat')
  await expect.element(page.getByRole('radio', { name: '9:16' })).toBeChecked()
  await expect.element(page.getByRole('button', { name: 'Reset' })).toHaveFocus()
})

test('a reset by the app is one too, media and all', async () => {
  const { element } = form({
    operation: operation('IMAGE_TO_VIDEO'),
    defaultValue: { imageUrl: image('a'), prompt: 'a' },
  })
  await render(element)
  await userEvent.click(page.getByRole('button', { name: 'Remove: Image' }))
  await userEvent.fill(prompt(), 'a boat')
  ;(page.getByRole('form').element() as HTMLFormElement).reset()
  await expect.element(prompt()).toHaveValue('a')
  await expect.element(page.getByRole('button', { name: 'Remove: Image' })).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Undo reset' }))
  await expect.element(prompt()).toHaveValue('a boat')
  await expect.element(page.getByRole('button', { name: 'Remove: Image' })).not.toBeInTheDocument()
})

test('choices are radios by keyboard; the default is there, and described as such', async () => {
  const { element, onGenerate } = form({ defaultValue: { prompt: 'a' } })
  await render(element)
  const ratios = page.getByRole('radiogroup', { name: 'Aspect ratio' })
  await expect.element(ratios.getByRole('radio', { name: '16:9' })).toBeChecked()
  await expect.element(ratios.getByRole('radio', { name: '16:9' })).toHaveAccessibleDescription('Default')
  ;(ratios.getByRole('radio', { name: '16:9' }).element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(ratios.getByRole('radio', { name: '9:16' })).toBeChecked()
  const shapes = [...ratios.element().querySelectorAll('.pk-form-shape > span')].map((shape) => {
    const { width, height } = shape.getBoundingClientRect()
    return width / height
  })
  for (const [index, ratio] of [16 / 9, 9 / 16, 1, 4 / 5, 5 / 4, 3 / 2, 2 / 3].entries())
    expect(shapes[index]).toBeCloseTo(ratio, 1)
  await expect.element(page.getByText('5 s · 9:16 · 720p')).toBeVisible()
  await userEvent.click(button())
  expect(onGenerate).toHaveBeenCalledWith({ prompt: 'a', aspectRatio: '9:16' })
})

test('an operation of one’s own has all its fields, in groups and lists', async () => {
  const { element, onGenerate } = form({
    operation: storyteller,
    defaultValue: { title: 'Sea', scenes: [{ imageUrl: image('a'), words: 'Once' }] },
  })
  await render(element)
  await userEvent.click(page.getByRole('button', { name: 'Add one more' }))
  await userEvent.click(page.getByRole('radio', { name: 'Dream like' }))
  await userEvent.fill(page.getByRole('spinbutton', { name: 'Length' }), '40')
  await userEvent.click(button())
  await expect.element(summary('3 things need another look')).toHaveFocus()
  await userEvent.click(page.getByRole('button', { name: 'Scenes, number 2, Words: is required' }))
  const second = page.getByRole('group', { name: 'Scene 2' })
  await expect.element(second.getByRole('textbox', { name: 'Words' })).toHaveFocus()
  await userEvent.click(page.getByRole('button', { name: 'Length: must be at most 30' }))
  await userEvent.fill(page.getByRole('spinbutton', { name: 'Length' }), '20')
  await userEvent.click(page.getByRole('button', { name: 'Remove Scene 2' }))
  await userEvent.click(button())
  expect(onGenerate).toHaveBeenCalledExactlyOnceWith({
    title: 'Sea',
    scenes: [{ imageUrl: image('a'), words: 'Once' }],
    mood: 'dream-like',
    length: 20,
  })
})

test('a part outside of the form, and a field that there is not, say what to do', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
  await expect(render(<OperationForm.Submit />)).rejects.toThrow('put it inside')
  const { onGenerate } = form({})
  await expect(
    render(
      <OperationForm.Root operation={operation('TEXT_TO_VIDEO')} upload={noUpload} onGenerate={onGenerate}>
        <OperationForm.Field name="moon" />
      </OperationForm.Root>,
    ),
  ).rejects.toThrow('TEXT_TO_VIDEO has no field "moon"')
  silence.mockRestore()
})
