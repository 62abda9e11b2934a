import { useGenerate } from '@pika-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { textToVideo } from './textToVideo.ts'

/**
 * One idempotency key for a press, kept until it is answered; what is wrong is told by field, and nothing is sent.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useGenerate',
  parameters: { live: {} },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

function Generate() {
  const { generate, isSubmitting, outcome } = useGenerate(textToVideo)
  return (
    <>
      <button type="button" disabled={isSubmitting} onClick={() => void generate({ prompt: 'a paper boat' })}>
        Generate
      </button>{' '}
      <button type="button" disabled={isSubmitting} onClick={() => void generate({ prompt: '' })}>
        Generate without a prompt
      </button>
      <p role="status">
        {outcome?.type === 'accepted' && `Accepted as ${outcome.generation.operation.title}`}
        {outcome?.type === 'invalid' &&
          outcome.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join(', ')}
        {(outcome?.type === 'refused' || outcome?.type === 'unknown') && outcome.message}
      </p>
    </>
  )
}

export const UseGenerate: Story = {
  render: () => <Generate />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate without a prompt' }))
    await expect(await canvas.findByText(/^prompt /)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }))
    await expect(await canvas.findByText('Accepted as Text to video')).toBeVisible()
  },
}
