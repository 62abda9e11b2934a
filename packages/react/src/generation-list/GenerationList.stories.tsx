import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn } from 'storybook/test'
import { storyVideo } from '../story-support/pictures.ts'
import { manyGenerations, mixedGenerations, storyList } from '../story-support/list.ts'
import { everything } from './filters.ts'
import { GenerationList } from './GenerationList.tsx'
import { GenerationListView } from './GenerationListView.tsx'

/** The viewer's generations. Here each state is given; `GenerationList` reads and follows the real ones. */
const meta = {
  title: 'GenerationList',
  component: GenerationListView,
  subcomponents: { GenerationList },
  parameters: { inlineSize: 460 },
  args: { list: storyList(), onSelect: fn(), onDelete: fn() },
} satisfies Meta<typeof GenerationListView>
export default meta

type Story = StoryObj<typeof meta>

export const Empty: Story = {}
export const Loading: Story = { args: { list: storyList({ isLoading: true }) } }

export const Failed: Story = {
  args: { list: storyList({ error: 'The server cannot be reached.', refresh: fn() }) },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.list.refresh).toHaveBeenCalled()
  },
}

export const NothingIsLikeThat: Story = {
  args: {
    list: storyList({ choice: { ...everything, status: 'failed' }, isFiltering: true, choose: fn() }),
  },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.getByRole('combobox', { name: 'State' })).toHaveValue('failed')
    await userEvent.click(canvas.getByRole('button', { name: 'Show all' }))
    await expect(args.list.choose).toHaveBeenCalledWith(everything)
  },
}

export const OfAllKinds: Story = {
  render: (args) => {
    const generations = mixedGenerations(storyVideo())
    const list = storyList({ generations, hasMore: true, tags: ['cats', 'trailer'] })
    return <GenerationListView {...args} list={list} selectedId="gen_6" />
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Cake-ify ?, Cancelled ?, .*Pikaffects/ }))
    await expect(args.onSelect).toHaveBeenCalledWith('gen_3')
  },
}

export const Rows: Story = { ...OfAllKinds, args: { layout: 'list' } }

/** Deleting is asked about first, and what is under way stays. */
export const Choosing: Story = {
  ...OfAllKinds,
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Select' }))
    await userEvent.click(canvas.getByRole('checkbox', { name: /Cake-ify/ }))
    await userEvent.click(canvas.getByRole('checkbox', { name: /Waiting in the queue/ }))
    await expect(canvas.getByText('2 selected')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Delete 2' }))
    await expect(canvas.getByRole('alertdialog', { name: 'Delete this generation?' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Delete' }))
    await expect(args.onDelete).toHaveBeenCalledWith(['gen_3'])
    await expect(canvas.getByRole('alert')).toHaveTextContent(/cancel it first/)
  },
}

export const ConnectionLost: Story = {
  ...OfAllKinds,
  render: (args) => (
    <GenerationListView
      {...args}
      list={storyList({ generations: mixedGenerations(storyVideo()), isOffline: true })}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/catches up by itself/)).toBeVisible()
  },
}

/** A thousand: only what is near the window has a picture, and only what is in it is laid out. */
export const Thousand: Story = {
  render: (args) => {
    const list = storyList({ generations: manyGenerations(1_000) })
    return <GenerationListView {...args} list={list} />
  },
  // A thousand tiles take axe longer than they take anybody else; the other stories are of the same tiles.
  // On the page of all stories it scrolls in a frame of its own.
  parameters: { a11y: { test: 'off' }, docs: { story: { inline: false, height: '480px' } } },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('[data-id]')).toHaveLength(1_000)
    await expect(canvasElement.querySelectorAll('img').length).toBeLessThan(60)
  },
}

/** No part of the kit but the hook: what `useGenerationList` answers, as plain links. */
export const Headless: Story = {
  render: function Links() {
    // In an app: const list = useGenerationList()
    const [list] = useState(() => storyList({ generations: manyGenerations(3) }))
    return (
      <ul>
        {list.generations.map(({ id, operation, status }) => (
          <li key={id}>
            <a href={`#${id}`}>{operation.title}</a> {status.toLowerCase()}
          </li>
        ))}
      </ul>
    )
  },
}

export const Dark: Story = { ...OfAllKinds, globals: { theme: 'dark' } }
export const DarkRows: Story = { ...Rows, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...OfAllKinds, globals: { direction: 'rtl' } }
export const Narrow: Story = {
  ...OfAllKinds,
  parameters: { inlineSize: 280 },
}
export const NarrowRows: Story = {
  ...Rows,
  parameters: { inlineSize: 280 },
}
export const Wide: Story = {
  ...OfAllKinds,
  parameters: { inlineSize: 1000 },
}
