import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import type { UseGenerations } from '../hooks/useGenerations.ts'
import { completed, failed, storyGeneration } from '../story-support/generations.ts'
import { storyPicture, storyVideo } from '../story-support/pictures.ts'
import { GenerationListView } from './GenerationListView.tsx'

const list = (changes: Partial<UseGenerations> = {}): UseGenerations => ({
  generations: [],
  isLoading: false,
  error: null,
  hasMore: false,
  isOffline: false,
  loadMore: fn(),
  refresh: fn(),
  remove: fn(),
  ...changes,
})

/** The viewer's generations. Here each state is given; `GenerationList` reads and follows the real ones. */
const meta = {
  title: 'GenerationList',
  component: GenerationListView,
  decorators: [(Story) => <div style={{ maxInlineSize: 460 }}>{Story()}</div>],
  args: { list: list(), onSelect: fn() },
} satisfies Meta<typeof GenerationListView>
export default meta

type Story = StoryObj<typeof meta>

export const Empty: Story = {}
export const Loading: Story = { args: { list: list({ isLoading: true }) } }

export const Failed: Story = {
  args: { list: list({ error: 'The server cannot be reached.' }) },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.list.refresh).toHaveBeenCalled()
  },
}

export const OfAllKinds: Story = {
  loaders: [async () => ({ url: await storyVideo() })],
  render: ({ onSelect }, { loaded }) => {
    const url = String(loaded['url'])
    const picture = (hue: number) => ({
      __typename: 'ImageToVideoGenerationInput' as const,
      imageUrl: storyPicture(hue),
      prompt: 'mist drifts',
    })
    const generations = [
      storyGeneration({ id: 'gen_5', input: picture(20) }),
      storyGeneration({ id: 'gen_4', status: 'IN_PROGRESS', queuePosition: null, input: picture(280) }),
      completed(url, { id: 'gen_3' }),
      { ...failed('CONTENT_REFUSED'), id: 'gen_2' },
      completed(url, { id: 'gen_1' }),
    ]
    return (
      <GenerationListView
        list={list({ generations, hasMore: true })}
        selectedId="gen_3"
        {...(onSelect && { onSelect })}
      />
    )
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getAllByRole('button', { name: /paper boat/ })[0] as HTMLElement)
    await expect(args.onSelect).toHaveBeenCalledWith('gen_3')
  },
}

export const Dark: Story = { ...OfAllKinds, globals: { theme: 'dark' } }
