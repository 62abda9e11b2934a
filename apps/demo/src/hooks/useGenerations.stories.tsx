import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Library } from './Library.tsx'
import code from './Library.tsx?raw'

/**
 * The viewer's generations, newest first, by pages, kept up to date live.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useGenerations',
  parameters: { live: {}, docs: { source: { code, language: 'tsx' } } },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

export const UseGenerations: Story = {
  render: () => <Library />,
  play: async ({ canvas, userEvent }) => {
    const press = canvas.getByRole('button', { name: 'Generate' })
    await userEvent.click(press)
    await expect(
      await canvas.findByText(/IN_PROGRESS|FINALIZING/, undefined, { timeout: 8_000 }),
    ).toBeVisible()
  },
}
