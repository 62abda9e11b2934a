import '../styles.css'
import { createCatalog, type Operation } from '@pika-kit/core'
import axe from 'axe-core'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { GenerateOutcome } from '../hooks/useGenerate.ts'
import { useGenerate } from '../hooks/useGenerate.ts'
import type { Upload } from '../hooks/useUpload.ts'
import { PikaProvider } from '../provider/PikaProvider.tsx'
import { storyFile } from '../story-support/pictures.ts'
import { storyteller } from '../story-support/storyteller.ts'
import { createTestServer } from '../test-support/test-server.tsx'
import type { FormValue } from './formValue.ts'
import { OperationForm, type OperationFormProps } from './OperationForm.tsx'

const operation = (id: string) => createCatalog().find(id) as Operation
const image = (name: string) => `https://pictures.test/${name}.png`
const noUpload: Upload = () => Promise.reject(new Error('nothing is uploaded here'))

function form(props: Partial<OperationFormProps>) {
  const onGenerate = vi.fn<OperationFormProps['onGenerate']>()
  const element = (
    <OperationForm
      operation={operation('TEXT_TO_VIDEO')}
      upload={noUpload}
      onGenerate={onGenerate}
      {...props}
    />
  )
  return { onGenerate, element }
}
const button = () => page.getByRole('button', { name: 'Generate video' })
const prompt = () => page.getByRole('textbox', { name: 'Prompt', exact: true })
const summary = (count: string) => page.getByRole('group', { name: count })
const spoken = (words: string) => page.getByRole('status').filter({ hasText: words })

afterEach(() => localStorage.clear())

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
    await expect.element(spoken('Sent. Your video is being made.')).toBeInTheDocument()
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

describe('files', () => {
  const uploads: { finish(url: string): void; fail(why: string): void }[] = []
  const upload: Upload = () =>
    new Promise((resolve, reject) =>
      uploads.push({ finish: (url) => resolve({ url }), fail: (why) => reject(new Error(why)) }),
    )
  afterEach(() => void uploads.splice(0))
  const choose = (name: string) => userEvent.upload(page.getByLabelText(name).first(), storyFile())

  test('that are on their way are waited for, and then nothing is wrong any more', async () => {
    const { element, onGenerate } = form({
      operation: operation('IMAGE_TO_VIDEO'),
      defaultValue: { prompt: 'a' },
      upload,
    })
    await render(element)
    await choose('Image: Choose a file')
    await expect.poll(() => uploads.length).toBe(1)
    await userEvent.click(button())
    await expect.element(page.getByRole('button', { name: 'Image: has not been uploaded yet' })).toBeVisible()
    expect(onGenerate).not.toHaveBeenCalled()
    uploads[0]?.finish(image('a'))
    await expect.element(summary('One thing needs another look')).not.toBeInTheDocument()
    await userEvent.click(button())
    expect(onGenerate).toHaveBeenCalledExactlyOnceWith({ imageUrl: image('a'), prompt: 'a' })
  })

  test('that did not arrive are not left out silently, also where the field may be left out', async () => {
    const { element, onGenerate } = form({
      operation: operation('PIKASWAPS'),
      defaultValue: { videoUrl: 'https://videos.test/a.mp4', prompt: 'a fox' },
      upload,
    })
    await render(element)
    await choose('Replacement: Choose a file')
    await expect.poll(() => uploads.length).toBe(1)
    uploads[0]?.fail('The storage is full.')
    await expect.element(page.getByText(/The storage is full/).first()).toBeInTheDocument()
    await userEvent.click(button())
    await userEvent.click(page.getByRole('button', { name: 'Replacement: has not been uploaded yet' }))
    expect(onGenerate).not.toHaveBeenCalled()
    await userEvent.click(page.getByRole('button', { name: 'Try again' }))
    await expect.poll(() => uploads.length).toBe(2)
    uploads[1]?.finish(image('fox'))
    await expect.element(summary('One thing needs another look')).not.toBeInTheDocument()
    await userEvent.click(button())
    expect(onGenerate).toHaveBeenCalledExactlyOnceWith({
      videoUrl: 'https://videos.test/a.mp4',
      prompt: 'a fox',
      imageUrl: image('fox'),
    })
  })

  test('that arrive in a list of groups come to their own, also when one before them was removed', async () => {
    let value: FormValue = {}
    const { element } = form({
      operation: storyteller,
      defaultValue: { scenes: [{ imageUrl: image('a'), words: 'One' }] },
      upload,
      onChange: (next) => (value = next),
    })
    await render(element)
    await userEvent.click(page.getByRole('button', { name: 'Add one more' }))
    await expect.element(spoken('Scene 2 added.')).toBeInTheDocument()
    await userEvent.click(page.getByRole('button', { name: 'Add one more' }))
    const scene = (place: number) => page.getByRole('group', { name: `Scene ${place}` })
    const chooseIn = (place: number) =>
      userEvent.upload(scene(place).getByLabelText('Picture: Choose a file').first(), storyFile())
    await chooseIn(2)
    await expect.poll(() => uploads.length).toBe(1)
    await chooseIn(3)
    await expect.poll(() => uploads.length).toBe(2)
    await userEvent.click(page.getByRole('button', { name: 'Remove Scene 1' }))
    await expect.element(spoken('Scene 1 removed.')).toBeInTheDocument()
    uploads[1]?.finish(image('c'))
    uploads[0]?.finish(image('b'))
    await expect.poll(() => value['scenes']).toEqual([{ imageUrl: image('b') }, { imageUrl: image('c') }])
  })
})

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
