import { createCatalog, type Operation } from '@pika-kit/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { CostBadge } from '../cost-badge/CostBadge.tsx'
import { storyPicture } from '../story-support/pictures.ts'
import { storyteller } from '../story-support/storyteller.ts'
import { uploadHere } from '../story-support/uploads.ts'
import { OperationForm, type OperationFormProps } from './OperationForm.tsx'
import { useOperationForm, type UseOperationFormOptions } from './useOperationForm.ts'

const catalog = createCatalog()
const operation = (id: string) => catalog.find(id) as Operation
const price = <CostBadge amount={{ amount: 0.2, currency: 'USD' }} />

/** The input of any operation, drawn from the descriptions of its fields: there is no code for any one operation. */
const meta = {
  title: 'OperationForm',
  component: OperationForm,
  parameters: { inlineSize: 720 },
  args: {
    operation: operation('TEXT_TO_VIDEO'),
    upload: uploadHere,
    onGenerate: fn<OperationFormProps['onGenerate']>(),
    price,
  },
} satisfies Meta<typeof OperationForm>
export default meta

type Story = StoryObj<typeof meta>

export const Pikaframes: Story = {
  args: {
    operation: operation('PIKAFRAMES'),
    defaultValue: {
      imageUrls: [20, 200, 280].map(storyPicture),
      transitions: [{ duration: 2 }, { duration: 3, prompt: 'dusk falls' }],
    },
  },
}
export const ImageToVideo: Story = { args: { operation: operation('IMAGE_TO_VIDEO') } }

export const TextToVideo: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Prompt' }), 'a paper boat')
    await userEvent.click(canvas.getByRole('radio', { name: '9:16' }))
    await userEvent.click(canvas.getByRole('radio', { name: '10 s' }))
    await expect(canvas.getByText('10 s · 9:16 · 720p')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await expect(args.onGenerate).toHaveBeenCalledWith({
      prompt: 'a paper boat',
      aspectRatio: '9:16',
      duration: 10,
    })
  },
}

export const Pikascenes: Story = {
  args: { operation: operation('PIKASCENES'), defaultValue: { imageUrls: [20, 200].map(storyPicture) } },
}
export const Pikaswaps: Story = { args: { operation: operation('PIKASWAPS') } }
export const Pikadditions: Story = { args: { operation: operation('PIKADDITIONS') } }
export const Pikaffects: Story = {
  args: { operation: operation('PIKAFFECTS'), defaultValue: { imageUrl: storyPicture(200) } },
}
export const CollectionToVideo: Story = { args: { operation: operation('COLLECTION_TO_VIDEO') } }

/** Nothing is scolded before the first press. Then each issue stands at its field and in the summary, whose links lead there. */
export const Issues: Story = {
  args: { operation: operation('IMAGE_TO_VIDEO') },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    const summary = canvas.getByRole('group', { name: '2 things need another look' })
    await waitFor(() => expect(summary).toHaveFocus())
    await userEvent.click(canvas.getByRole('button', { name: 'Prompt: is required' }))
    await expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveFocus()
    await expect(args.onGenerate).not.toHaveBeenCalled()
  },
}

/** What only the server can know: it comes to the same places; what belongs to no field is told in the summary. */
export const RefusedByTheServer: Story = {
  args: {
    operation: operation('PIKASCENES'),
    defaultValue: { imageUrls: [20, 200].map(storyPicture), prompt: 'a market at dawn' },
    onGenerate: fn<OperationFormProps['onGenerate']>(() => ({
      type: 'invalid',
      message: 'Some fields need another look.',
      issues: [
        {
          path: ['imageUrls', '1'],
          message: 'cannot be fetched: the server answered 403',
          code: 'WRONG_MEDIA',
        },
        { path: [], message: 'This operation is not offered any more.', code: 'GONE' },
      ],
    })),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await waitFor(() =>
      expect(canvas.getByRole('group', { name: '2 things need another look' })).toHaveFocus(),
    )
  },
}

/** A wrong setting opens what it is behind. */
export const WrongSetting: Story = {
  args: { defaultValue: { prompt: 'a paper boat', seed: -4 } },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('Changed: Seed -4')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Seed: must be at least 0' }))
    await expect(canvas.getByRole('spinbutton', { name: 'Seed' })).toHaveFocus()
  },
}

/** Refused as a whole: what happened, that nothing was paid, and what to do. The button keeps the focus. */
export const TooMany: Story = {
  args: {
    defaultValue: { prompt: 'a paper boat' },
    onGenerate: fn<OperationFormProps['onGenerate']>(() => ({
      type: 'refused',
      code: 'LIMIT_EXCEEDED',
      message: '50 generations are under way, which is the most.',
    })),
  },
  play: async ({ canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: 'Generate video' })
    await userEvent.click(button)
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Nothing was paid.')
    await expect(button).toHaveFocus()
  },
}

/** The reply was lost: to press again is safe. */
export const NoAnswer: Story = {
  args: {
    defaultValue: { prompt: 'a paper boat' },
    onGenerate: fn<OperationFormProps['onGenerate']>(() => ({
      type: 'unknown',
      message: 'The server could not be reached. Press again: it will not be paid twice.',
    })),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('not be paid twice')
  },
}

/** The button keeps the focus while it sends, and a press again does nothing. */
export const Sending: Story = {
  args: {
    defaultValue: { prompt: 'a paper boat' },
    onGenerate: fn<OperationFormProps['onGenerate']>(() => new Promise(() => {})),
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    const button = await canvas.findByRole('button', { name: 'Sending…' })
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(args.onGenerate).toHaveBeenCalledTimes(1)
  },
}

/** Reset puts everything back, and takes that back where it was pressed by mistake. */
export const Reset: Story = {
  args: { defaultValue: { prompt: 'a paper boat' } },
  play: async ({ canvas, userEvent }) => {
    const prompt = canvas.getByRole('textbox', { name: 'Prompt' })
    await userEvent.type(prompt, ' in the rain')
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }))
    await expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveValue('a paper boat')
    const undo = canvas.getByRole('button', { name: 'Undo reset' })
    await expect(undo).toHaveFocus()
    await userEvent.click(undo)
    await expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveValue('a paper boat in the rain')
  },
}

export const PriceUnknown: Story = { args: { price: <CostBadge amount={null} /> } }

/** An operation of one's own, with everything that a field may be: a text, a number, choices, a group, a list of groups. */
export const OwnOperation: Story = {
  args: { operation: storyteller },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Title: is required' }))
    await userEvent.keyboard('Sea')
    await userEvent.type(canvas.getByRole('textbox', { name: 'Words' }), 'Once upon a time')
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Scenes, number 1, Picture: is required' }),
    )
    await expect(canvas.getByRole('group', { name: 'Picture' })).toContainElement(
      document.activeElement as HTMLElement,
    )
  },
}

/** `useOperationForm` alone: the checks, the words, the sending and the focus, with markup of your own. */
export const Headless: Story = {
  parameters: { docs: { source: { type: 'code' } } },
  render: function Cards(options: UseOperationFormOptions) {
    const form = useOperationForm(options)
    const prompt = form.field('prompt')
    const duration = form.field('duration')
    return (
      <form {...form.formProps} style={{ display: 'grid', gap: 16, padding: 16, border: '1px dashed' }}>
        <label data-field="prompt">
          {prompt.description.label}
          <input
            style={{ display: 'block', inlineSize: '100%' }}
            value={typeof prompt.value === 'string' ? prompt.value : ''}
            aria-invalid={prompt.issue !== undefined}
            onChange={(event) => prompt.set(event.target.value)}
          />
        </label>
        {prompt.issue && <strong>{`${prompt.description.label} ${prompt.issue}.`}</strong>}
        <label data-field="duration">
          {duration.description.label}{' '}
          <select
            value={Number(duration.value ?? duration.description.default)}
            onChange={(event) => duration.set(Number(event.target.value))}
          >
            {duration.description.allowed?.map((seconds) => (
              <option key={seconds} value={seconds}>{`${seconds} seconds`}</option>
            ))}
          </select>
        </label>
        <button type="submit">{form.state === 'sending' ? 'On its way…' : 'Make it'}</button>
        <p role="status">{form.announcement}</p>
      </form>
    )
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Make it' }))
    await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveFocus())
    await userEvent.keyboard('a paper boat{Enter}')
    await expect(args.onGenerate).toHaveBeenCalledWith({ prompt: 'a paper boat' })
  },
}

/** Parts laid out anew: the price first, one field with a control of your own, nothing advanced. */
export const ByParts: Story = {
  render: (args) => (
    <OperationForm.Root {...args}>
      <OperationForm.Summary />
      <OperationForm.Price>{price}</OperationForm.Price>
      <OperationForm.Field name="prompt" />
      <OperationForm.Field name="resolution">
        {(resolution) => (
          <label>
            <input
              type="checkbox"
              checked={resolution.value === '1080p'}
              onChange={(event) => resolution.set(event.target.checked ? '1080p' : undefined)}
            />{' '}
            Full HD
          </label>
        )}
      </OperationForm.Field>
      <OperationForm.Outcome />
      <OperationForm.Submit>Surprise me</OperationForm.Submit>
    </OperationForm.Root>
  ),
}

export const Dark: Story = { ...Issues, globals: { theme: 'dark' } }
export const Narrow: Story = { ...RefusedByTheServer, globals: { width: '320px' } }
export const RightToLeft: Story = { ...WrongSetting, globals: { direction: 'rtl' } }
