import { createCatalog, type Operation } from '@pika-kit/core'
import type { Draft } from '@pika-kit/preview'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useRef, useState } from 'react'
import { expect, waitFor } from 'storybook/test'
import { storyPicture } from '../story-support/pictures.ts'
import { DraftPlayer } from './DraftPlayer.tsx'
import { useDraft } from './useDraft.ts'

const catalog = createCatalog()
const operation = (id: string) => catalog.find(id) as Operation

/** What an operation would make of an input, drawn in the browser: free, at once, and marked as a draft. */
const meta = {
  title: 'DraftPlayer',
  component: DraftPlayer,
  parameters: { inlineSize: 640 },
  args: { operation: operation('TEXT_TO_VIDEO'), input: {} },
} satisfies Meta<typeof DraftPlayer>
export default meta

type Story = StoryObj<typeof meta>

export const Waiting: Story = {}

export const FromWords: Story = {
  args: { input: { prompt: 'A paper boat crosses a puddle at dusk' } },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('img')).toBeVisible()
    const position = canvas.getByRole('slider', { name: 'Position in the draft' })
    await userEvent.click(canvas.getByRole('button', { name: 'Play the draft' }))
    await expect(await canvas.findByRole('button', { name: 'Pause the draft' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Pause the draft' }))
    await expect(position).toBeEnabled()
  },
}

export const BetweenKeyframes: Story = {
  render: (args) => (
    <DraftPlayer
      {...args}
      operation={operation('PIKAFRAMES')}
      input={{ imageUrls: [20, 330].map(storyPicture), transitions: [{ duration: 4 }] }}
      time={2}
    />
  ),
}

export const Unreadable: Story = {
  args: {
    operation: operation('IMAGE_TO_VIDEO'),
    input: { imageUrl: 'data:image/png;base64,AAAA', prompt: 'x' },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('This draft could not be drawn')).toBeVisible()
  },
}

/** Only the draft, by `useDraft`, painted on a canvas of one's own: here a still for each second. */
export const Headless: Story = {
  render: function Stills() {
    const { draft, status } = useDraft(operation('TEXT_TO_VIDEO'), words, { width: 320 })
    if (!draft) return <p>{status}</p>
    return (
      <div
        role="img"
        aria-label="The draft, second by second"
        style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}
      >
        {Array.from({ length: draft.duration }, (_, second) => (
          <Still key={second} draft={draft} second={second} />
        ))}
      </div>
    )
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-painted]')).toHaveLength(5))
  },
}

const words = { prompt: 'A paper boat crosses a puddle at dusk' }

function Still({ draft, second }: { draft: Draft; second: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isPainted, setIsPainted] = useState(false)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    draft.draw(context, second)
    setIsPainted(true)
  }, [draft, second])
  return (
    <canvas
      ref={canvas}
      width={draft.width}
      height={draft.height}
      style={{ inlineSize: 112 }}
      data-painted={isPainted || undefined}
    />
  )
}

export const Dark: Story = { ...BetweenKeyframes, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...BetweenKeyframes, globals: { direction: 'rtl' } }
export const Narrow: Story = { ...BetweenKeyframes, globals: { width: '320px' } }
