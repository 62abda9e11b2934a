import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { AdoptRequest } from './AdoptRequest.tsx'

/** Takes in a request that another program made with the key of the server. Nothing is submitted. */
const meta = {
  title: 'AdoptRequest',
  component: AdoptRequest,
  args: { onAdopt: fn() },
  parameters: { live: {}, inlineSize: 360 },
} satisfies Meta<typeof AdoptRequest>
export default meta

type Story = StoryObj<typeof meta>

export const Default: Story = {}

export const Unknown: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await expect(await canvas.findByRole('option', { name: 'Pikaframes' })).toBeInTheDocument()
    await userEvent.type(canvas.getByLabelText('Request ID'), 'not-here{Enter}')
    await expect(await canvas.findByText(/names no request of this operation/)).toBeVisible()
    await expect(args.onAdopt).not.toHaveBeenCalled()
  },
}

export const LeftEmpty: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Take it in' }))
    await expect(await canvas.findByText('Request ID: must not be empty')).toBeVisible()
  },
}

export const Dark: Story = { ...Unknown, globals: { theme: 'dark' } }
export const RightToLeft: Story = { globals: { direction: 'rtl' } }
export const Narrow: Story = { globals: { width: '320px' } }
