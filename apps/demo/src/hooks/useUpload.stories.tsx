import { useUpload } from '@pika-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect } from 'storybook/test'

/**
 * Straight to storage by a ticket of the server, with progress and abort; here files stay in the page.
 * With the plainest markup that uses it, on the real schema in this page; the toolbar chooses what goes wrong, and at what pace.
 */
const meta = {
  title: 'Hooks/useUpload',
  parameters: { live: {} },
  globals: { latency: 50 },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

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

export const UseUpload: Story = {
  render: () => <Files />,
  play: async ({ canvas, userEvent }) => {
    const file = new File([Uint8Array.of(137, 80, 78, 71)], 'boat.png', { type: 'image/png' })
    await userEvent.upload(canvas.getByLabelText('A picture'), file)
    await expect(await canvas.findByText(/^arrived: data:image/)).toBeVisible()
  },
}
