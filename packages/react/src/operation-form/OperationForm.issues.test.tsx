import '../styles.css'
import axe from 'axe-core'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type GenerateOutcome } from '../hooks/useGenerate.ts'
import { PikaProvider } from '../provider/PikaProvider.tsx'
import { button, form, image, operation, prompt, summary } from '../test-support/operation-form.tsx'

test('by keyboard alone: nothing is scolded before the press, the summary leads to the field, Ctrl with Enter sends', async () => {
  const { element, onGenerate } = form({})
  await render(element)
  ;(prompt().element() as HTMLElement).focus()
  await userEvent.keyboard('a{Backspace}')
  expect(page.getByText('is required').elements()).toHaveLength(0)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(summary('One thing needs another look')).toHaveFocus()
  await expect.element(prompt()).toHaveAttribute('aria-invalid', 'true')
  await expect.element(prompt()).toHaveAccessibleDescription('Prompt: is required')
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(prompt()).toHaveFocus()
  await userEvent.keyboard('b')
  await expect.element(summary('One thing needs another look')).not.toBeInTheDocument()
  await expect.element(prompt()).not.toHaveAttribute('aria-invalid')
  // It is right, and being written anew: nothing is told until the next press.
  await userEvent.keyboard('{Backspace}')
  expect(page.getByText('is required').elements()).toHaveLength(0)
  await userEvent.keyboard('a boat{Control>}{Enter}{/Control}')
  expect(onGenerate).toHaveBeenCalledExactlyOnceWith({ prompt: 'a boat' })
})

test('an issue of a folded setting opens it, and the link leads into it; the summary says what differs', async () => {
  const { element, onGenerate } = form({ defaultValue: { prompt: 'a', seed: -4 } })
  await render(element)
  const seed = page.getByRole('spinbutton', { name: 'Seed' })
  await expect.element(page.getByText('Changed: Seed -4')).toBeVisible()
  await expect.element(seed).not.toBeInTheDocument()
  await userEvent.click(button())
  await expect.element(seed).toBeVisible()
  await userEvent.click(page.getByText(/^More settings/))
  await expect.element(seed).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('button', { name: 'Seed: must be at least 0' }))
  await expect.element(seed).toHaveFocus()
  await userEvent.fill(seed, '7')
  await userEvent.click(button())
  expect(onGenerate).toHaveBeenCalledExactlyOnceWith({ prompt: 'a', seed: 7 })
})

test('a number field that says something else is not sent as empty', async () => {
  const { element, onGenerate } = form({ defaultValue: { prompt: 'a' } })
  await render(element)
  await userEvent.click(page.getByText(/^More settings/))
  const seed = page.getByRole('spinbutton', { name: 'Seed' })
  await userEvent.type(seed, '1e')
  await userEvent.click(button())
  await expect.element(page.getByRole('button', { name: 'Seed: must be a whole number' })).toBeVisible()
  expect(onGenerate).not.toHaveBeenCalled()
})

describe('what the server refuses', () => {
  const refusal: GenerateOutcome = {
    type: 'invalid',
    message: 'Some fields need another look.',
    issues: [
      { path: ['imageUrls', '1'], message: 'cannot be read', code: 'WRONG_MEDIA' },
      { path: ['moon'], message: 'is not known', code: 'UNKNOWN_FIELD' },
    ],
  }
  const scenes = {
    operation: operation('PIKASCENES'),
    defaultValue: { imageUrls: ['a', 'b'].map(image), prompt: 'a market' },
  }

  test('stands at its fields, the rest in the summary, and the input is kept', async () => {
    const { element } = form({ ...scenes, onGenerate: () => Promise.resolve(refusal) })
    await render(element)
    await userEvent.click(button())
    await expect.element(summary('2 things need another look')).toHaveFocus()
    await expect.element(page.getByText('moon: is not known')).toBeVisible()
    await expect.element(prompt()).toHaveValue('a market')
    const second = page.getByRole('listitem').filter({ hasText: '2, b.png: cannot be read' })
    await expect.element(second).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: 'Ingredients, number 2: cannot be read' }))
    await expect.element(page.getByRole('button', { name: 'Replace: 2, b.png' }).last()).toHaveFocus()
    await userEvent.click(page.getByRole('button', { name: 'Remove: 2, b.png' }))
    await expect.element(page.getByText(/cannot be read/)).not.toBeInTheDocument()
  })

  test('may come by props, and comes again with the next press', async () => {
    const { issues } = refusal
    function App() {
      const [told, tell] = useState<typeof issues>([])
      return form({ ...scenes, issues: [...told], onGenerate: () => tell(issues) }).element
    }
    await render(<App />)
    await userEvent.click(button())
    await expect.element(summary('2 things need another look')).toHaveFocus()
    await userEvent.fill(prompt(), 'another market')
    await userEvent.click(button())
    await expect.element(summary('2 things need another look')).toHaveFocus()
  })

  test('leads to keyframes and transitions on the axis', async () => {
    const { element } = form({
      operation: operation('PIKAFRAMES'),
      defaultValue: {
        imageUrls: ['a', 'b', 'c'].map(image),
        transitions: [{ duration: 2 }, { duration: 3 }],
      },
      onGenerate: () => ({
        ...refusal,
        issues: [
          { path: ['imageUrls', '2'], message: 'is too small', code: 'WRONG_MEDIA' },
          { path: ['transitions', '0', 'duration'], message: 'is too short', code: 'TOO_SMALL' },
        ],
      }),
    })
    await render(element)
    await userEvent.click(button())
    await userEvent.click(page.getByRole('button', { name: 'Keyframes, number 3: is too small' }))
    await expect.poll(() => document.activeElement?.closest('[data-at]')?.textContent).toContain('3')
    await userEvent.click(page.getByRole('button', { name: 'Transitions, number 1, Duration: is too short' }))
    await expect
      .poll(() => document.activeElement?.closest<HTMLElement>('[data-transition]')?.dataset['transition'])
      .toBe('0')
  })

  test('as a whole says what happened, that nothing was paid, what to do, and leaves the focus', async () => {
    const { element } = form({
      defaultValue: { prompt: 'a' },
      onGenerate: () => ({ type: 'refused', code: 'LIMIT_EXCEEDED', message: '50 are under way.' }),
    })
    await render(element)
    await userEvent.click(button())
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'It was not sent. 50 are under way.Nothing was paid. Wait until a video is ready, or cancel one. Then press again.',
      )
    await expect.element(button()).toHaveFocus()
    await expect.element(page.getByRole('form')).toHaveAttribute('data-state', 'failed')
  })

  test('with an error of the app counts as not answered', async () => {
    const { element } = form({
      defaultValue: { prompt: 'a' },
      onGenerate: () => Promise.reject(new Error('The app is offline.')),
    })
    await render(element)
    await userEvent.click(button())
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('No answer came. The app is offline. Press again: it will not be paid twice.')
  })
})

test('labels and issues are said in the language of the app, wherever they were found', async () => {
  const { element } = form({ onGenerate: () => Promise.reject(new Error('not in this test')) })
  await render(
    <PikaProvider
      messages={{
        catalog: {
          fields: { prompt: { label: 'Text', description: 'Was geschieht.' } },
          issues: { REQUIRED: () => 'fehlt' },
        },
        form: { summary: (count) => `${count} offen`, generate: 'Los' },
        common: { before: (label) => `${label} – ` },
      }}
    >
      {element}
    </PikaProvider>,
  )
  await userEvent.click(page.getByRole('button', { name: 'Los' }))
  await expect.element(summary('1 offen')).toHaveFocus()
  await userEvent.click(page.getByRole('button', { name: 'Text – fehlt' }))
  await expect.element(page.getByRole('textbox', { name: 'Text' })).toHaveFocus()
})

test.each(['light', 'dark'])('with everything wrong it has no violation of WCAG, %s', async (theme) => {
  document.documentElement.dataset['pkTheme'] = theme
  document.body.style.background = 'var(--pk-background)'
  const { element } = form({ operation: operation('PIKASWAPS'), defaultValue: { seed: -1 } })
  const { container } = await render(element)
  await userEvent.click(button())
  await expect.element(summary('2 things need another look')).toHaveFocus()
  const { violations } = await axe.run(container, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  delete document.documentElement.dataset['pkTheme']
  document.body.style.background = ''
})
