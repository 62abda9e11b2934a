import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Actions } from './Actions.tsx'
import code from './Actions.tsx?raw'

/**
 * Cancel, retry, look again and delete, each with its typed outcome; none of them rejects.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useGenerationActions',
  parameters: { live: {}, docs: { source: { code, language: 'tsx' } } },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

export const UseGenerationActions: Story = {
  globals: { fault: 'queue-stuck' },
  render: () => <Actions />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }))
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeEnabled()
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
    await expect(await canvas.findByText(/CANCELLED|REQUESTED/)).toBeVisible()
  },
}
