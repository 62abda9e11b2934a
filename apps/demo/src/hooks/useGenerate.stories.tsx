import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Generate } from './Generate.tsx'
import code from './Generate.tsx?raw'

/**
 * One idempotency key for a press, kept until it is answered; what is wrong is told by field, and nothing is sent.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useGenerate',
  parameters: { live: {}, docs: { source: { code, language: 'tsx' } } },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

export const UseGenerate: Story = {
  render: () => <Generate />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate without a prompt' }))
    await expect(await canvas.findByText(/^prompt /)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }))
    await expect(await canvas.findByText('Accepted as Text to video')).toBeVisible()
  },
}
