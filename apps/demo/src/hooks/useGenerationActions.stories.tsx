import { useGenerate, useGenerationActions } from '@pika-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect } from 'storybook/test'
import { idOf } from './idOf.ts'
import { textToVideo } from './textToVideo.ts'

/**
 * Cancel, retry, look again and delete, each with its typed outcome; none of them rejects.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useGenerationActions',
  parameters: { live: {} },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

function Actions() {
  const { generate, outcome } = useGenerate(textToVideo)
  const { cancel } = useGenerationActions()
  const [answer, setAnswer] = useState('')
  const id = idOf(outcome)
  return (
    <>
      <button type="button" onClick={() => void generate({ prompt: 'a paper boat' })}>
        Generate
      </button>{' '}
      <button
        type="button"
        disabled={id === null}
        onClick={() => id !== null && void cancel(id).then(({ type }) => setAnswer(type))}
      >
        Cancel
      </button>
      <p role="status">{answer}</p>
    </>
  )
}

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
