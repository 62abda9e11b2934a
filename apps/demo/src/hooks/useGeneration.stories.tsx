import { useGenerate, useGeneration } from '@pika-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { idOf } from './idOf.ts'
import { textToVideo } from './textToVideo.ts'

/**
 * The present state first, then each change, and the log; older revisions are dropped, a reconnect catches up.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useGeneration',
  parameters: { live: {} },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

function Follow() {
  const { generate, outcome } = useGenerate(textToVideo)
  const { generation, logs, connection } = useGeneration(idOf(outcome))
  return (
    <>
      <button type="button" onClick={() => void generate({ prompt: 'a paper boat' })}>
        Generate
      </button>
      <p>
        {connection}: {generation?.status ?? '–'}
        {generation?.queuePosition != null && `, ${generation.queuePosition} ahead`}
      </p>
      <ol aria-label="Log">
        {logs.map(({ sequence, message }) => (
          <li key={sequence}>{message}</li>
        ))}
      </ol>
    </>
  )
}

export const UseGeneration: Story = {
  render: () => <Follow />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }))
    await expect(await canvas.findByText('live: FINALIZING', undefined, { timeout: 8_000 })).toBeVisible()
    await expect(canvas.getByText('drawing the draft')).toBeVisible()
  },
}
