import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Follow } from './Follow.tsx'
import code from './Follow.tsx?raw'

/**
 * The present state first, then each change, and the log; older revisions are dropped, a reconnect catches up.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useGeneration',
  parameters: { live: {}, docs: { source: { code, language: 'tsx' } } },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

export const UseGeneration: Story = {
  render: () => <Follow />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }))
    await expect(await canvas.findByText('live: FINALIZING', undefined, { timeout: 8_000 })).toBeVisible()
    await expect(canvas.getByText('drawing the draft')).toBeVisible()
  },
}
