import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { OwnOperation, turboTextToVideo } from './OwnOperation.tsx'
import code from './OwnOperation.tsx?raw'

/**
 * Your own schema: from one definition come the mutation with its types, the validation on both sides, the form, the draft
 * and the result. The recipe is `docs/recipes/add-an-operation.md`.
 */
const meta = {
  title: 'Your own operation',
  component: OwnOperation,
  // As the Studio's: what is told of a generation grows by a line.
  parameters: {
    live: { operations: [turboTextToVideo] },
    layoutShift: 0.05,
    docs: { source: { code, language: 'tsx' } },
  },
} satisfies Meta<typeof OwnOperation>
export default meta

export const TurboTextToVideo: StoryObj<typeof meta> = {
  globals: { latency: 50 },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Prompt' }), 'a paper boat')
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await expect(await canvas.findByRole('link', { name: 'Download' }, { timeout: 15_000 })).toBeVisible()
  },
}
