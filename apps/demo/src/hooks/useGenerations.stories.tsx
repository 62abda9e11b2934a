import { useGenerate, useGenerations } from '@pika-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { textToVideo } from './textToVideo.ts'

/**
 * The viewer's generations, newest first, by pages, kept up to date live.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useGenerations',
  parameters: { live: {} },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

function Library() {
  const { generate } = useGenerate(textToVideo)
  const { generations, hasMore, loadMore } = useGenerations({ pageSize: 2 })
  return (
    <>
      <button type="button" onClick={() => void generate({ prompt: `boat ${generations.length + 1}` })}>
        Generate
      </button>
      <ul aria-label="Library">
        {generations.map(({ id, status }) => (
          <li key={id}>{status}</li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" onClick={loadMore}>
          Show more
        </button>
      )}
    </>
  )
}

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
