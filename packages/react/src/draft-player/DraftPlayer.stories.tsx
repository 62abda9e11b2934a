import { createCatalog, type Operation } from '@pika-kit/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { storyPicture } from '../story-support/pictures.ts'
import { DraftPlayer } from './DraftPlayer.tsx'

const catalog = createCatalog()
const operation = (id: string) => catalog.find(id) as Operation

/** What an operation would make of an input, drawn in the browser: free, at once, and marked as a draft. */
const meta = {
  title: 'DraftPlayer',
  component: DraftPlayer,
  decorators: [(Story) => <div style={{ maxInlineSize: 640 }}>{Story()}</div>],
  args: { operation: operation('TEXT_TO_VIDEO'), input: {} },
} satisfies Meta<typeof DraftPlayer>
export default meta

type Story = StoryObj<typeof meta>

export const Waiting: Story = {}

export const FromWords: Story = {
  args: { input: { prompt: 'A paper boat crosses a puddle at dusk' } },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('img')).toBeVisible()
    const position = canvas.getByRole('slider', { name: 'Position in the draft' })
    await userEvent.click(canvas.getByRole('button', { name: 'Play the draft' }))
    await expect(await canvas.findByRole('button', { name: 'Pause the draft' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Pause the draft' }))
    await expect(position).toBeEnabled()
  },
}

export const BetweenKeyframes: Story = {
  render: (args) => (
    <DraftPlayer
      {...args}
      operation={operation('PIKAFRAMES')}
      input={{ imageUrls: [20, 200].map(storyPicture), transitions: [{ duration: 4 }] }}
      time={2}
    />
  ),
}

export const Unreadable: Story = {
  args: {
    operation: operation('IMAGE_TO_VIDEO'),
    input: { imageUrl: 'data:image/png;base64,AAAA', prompt: 'x' },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('This draft could not be drawn')).toBeVisible()
  },
}
