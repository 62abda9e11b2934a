import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Files } from './Files.tsx'
import code from './Files.tsx?raw'

/**
 * Straight to storage by a ticket of the server, with progress and abort; here files stay in the page.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useUpload',
  parameters: { live: {}, docs: { source: { code, language: 'tsx' } } },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

export const UseUpload: Story = {
  render: () => <Files />,
  play: async ({ canvas, userEvent }) => {
    const file = new File([Uint8Array.of(137, 80, 78, 71)], 'boat.png', { type: 'image/png' })
    await userEvent.upload(canvas.getByLabelText('A picture'), file)
    await expect(await canvas.findByText(/^arrived: data:image/)).toBeVisible()
  },
}
