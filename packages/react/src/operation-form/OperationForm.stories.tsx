import { createCatalog, type Operation } from '@pika-kit/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { CostBadge } from '../cost-badge/CostBadge.tsx'
import { storyPicture } from '../story-support/pictures.ts'
import { uploadHere } from '../story-support/uploads.ts'
import { OperationForm } from './OperationForm.tsx'

const catalog = createCatalog()
const operation = (id: string) => catalog.find(id) as Operation

/** The input of any operation, drawn from the descriptions of its fields: there is no code for any one operation. */
const meta = {
  title: 'OperationForm',
  component: OperationForm,
  decorators: [(Story) => <div style={{ maxInlineSize: 720 }}>{Story()}</div>],
  args: { operation: operation('TEXT_TO_VIDEO'), upload: uploadHere, onGenerate: fn() },
} satisfies Meta<typeof OperationForm>
export default meta

type Story = StoryObj<typeof meta>

export const Pikaframes: Story = {
  render: (args) => (
    <OperationForm
      {...args}
      operation={operation('PIKAFRAMES')}
      defaultValue={{
        imageUrls: [20, 200, 280].map(storyPicture),
        transitions: [{ duration: 2 }, { duration: 3, prompt: 'dusk falls' }],
      }}
    />
  ),
}
export const ImageToVideo: Story = { args: { operation: operation('IMAGE_TO_VIDEO') } }

export const TextToVideo: Story = {
  args: { price: <CostBadge amount={{ amount: 0.2, currency: 'USD' }} /> },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Prompt' }), 'a paper boat')
    await userEvent.click(canvas.getByRole('radio', { name: '9:16' }))
    await userEvent.click(canvas.getByRole('radio', { name: '10 s' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await expect(args.onGenerate).toHaveBeenCalledWith({
      prompt: 'a paper boat',
      aspectRatio: '9:16',
      duration: 10,
    })
  },
}

export const Pikascenes: Story = { args: { operation: operation('PIKASCENES') } }
export const Pikaswaps: Story = { args: { operation: operation('PIKASWAPS') } }
export const Pikadditions: Story = { args: { operation: operation('PIKADDITIONS') } }
export const Pikaffects: Story = { args: { operation: operation('PIKAFFECTS') } }
export const CollectionToVideo: Story = { args: { operation: operation('COLLECTION_TO_VIDEO') } }

export const WithIssues: Story = {
  args: {
    operation: operation('PIKAFFECTS'),
    problem: 'Some fields need another look.',
    issues: [
      { path: ['imageUrl'], message: 'is required', code: 'REQUIRED' },
      { path: ['pikaffect'], message: 'is required', code: 'REQUIRED' },
    ],
  },
}
export const Sending: Story = { args: { isSubmitting: true } }
export const PriceUnknown: Story = { args: { price: <CostBadge amount={null} /> } }
export const Dark: Story = { ...Pikaframes, globals: { theme: 'dark' } }
export const Narrow: Story = { ...Pikaframes, globals: { width: '320px' } }
