import { createCatalog, type Operation } from '@pika-kit/core'
import {
  type GenerateOutcome,
  useGenerate,
  useGeneration,
  useGenerationActions,
  useGenerations,
  useUpload,
} from '@pika-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect } from 'storybook/test'

/**
 * The hooks, each with the plainest markup that uses it: what they answer is what the ready-made components draw. They run
 * on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks',
  parameters: { live: {} },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

const textToVideo = createCatalog().find('TEXT_TO_VIDEO') as Operation
const idOf = (outcome: GenerateOutcome | null) =>
  outcome?.type === 'accepted' ? outcome.generation.id : null

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

/** One idempotency key for a press, kept until it is answered; what is wrong is told by field, and nothing is sent. */
export const UseGenerate: Story = {
  render: () => <Generate />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate without a prompt' }))
    await expect(await canvas.findByText(/^prompt /)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }))
    await expect(await canvas.findByText('Accepted as Text to video')).toBeVisible()
  },
}

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

/** The present state first, then each change, and the log; older revisions are dropped, a reconnect catches up. */
export const UseGeneration: Story = {
  render: () => <Follow />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }))
    await expect(await canvas.findByText('live: FINALIZING', undefined, { timeout: 8_000 })).toBeVisible()
    await expect(canvas.getByText('drawing the draft')).toBeVisible()
  },
}

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

/** The viewer's generations, newest first, by pages, kept up to date live. */
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

/** Cancel, retry, look again and delete, each with its typed outcome; none of them rejects. */
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

function Files() {
  const upload = useUpload()
  const [state, setState] = useState('nothing yet')
  return (
    <>
      <label>
        A picture{' '}
        <input
          type="file"
          onChange={({ target: { files } }) => {
            const [file] = files ?? []
            if (!file) return
            upload(file, { onProgress: (part) => setState(`${Math.round(part * 100)} %`) }).then(
              ({ url }) => setState(`arrived: ${url.slice(0, 22)}…`),
              (error: unknown) => setState(error instanceof Error ? error.message : 'it did not arrive'),
            )
          }}
        />
      </label>
      <p role="status" style={{ overflowWrap: 'anywhere' }}>
        {state}
      </p>
    </>
  )
}

/** Straight to storage by a ticket of the server, with progress and abort; here files stay in the page. */
export const UseUpload: Story = {
  render: () => <Files />,
  play: async ({ canvas, userEvent }) => {
    const file = new File([Uint8Array.of(137, 80, 78, 71)], 'boat.png', { type: 'image/png' })
    await userEvent.upload(canvas.getByLabelText('A picture'), file)
    await expect(await canvas.findByText(/^arrived: data:image/)).toBeVisible()
  },
}
