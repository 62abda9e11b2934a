import '../styles.css'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { manyGenerations, mixedGenerations, storyList } from '../story-support/list.ts'
import { createTestServer } from '../test-support/test-server.tsx'
import { GenerationList, type GenerationListProps } from './GenerationList.tsx'
import { GenerationListView } from './GenerationListView.tsx'

let server: ReturnType<typeof createTestServer>
beforeEach(() => {
  server = createTestServer()
})
afterEach(() => server.stop())

async function generate(prompt: string, tags: string[] = []) {
  const result = await server.generations.generate('viewer', {
    operationId: 'TEXT_TO_VIDEO',
    input: { prompt },
    options: { tags },
  })
  if (result.type !== 'accepted') throw new Error(result.type)
  return result.generation.id
}

async function show(props: Omit<GenerationListProps, 'ref'> = {}) {
  const view = await render(<GenerationList style={{ inlineSize: 460 }} {...props} />, {
    wrapper: server.wrapper,
  })
  const tiles = () => [...view.container.querySelectorAll<HTMLElement>('[data-id]')]
  return { ...view, tiles, count: () => tiles().length }
}

test('it fills page by page, and what is made meanwhile comes first', async () => {
  for (let number = 1; number <= 5; number++) await generate(`boat ${number}`)
  const { getByRole, count, tiles } = await show({ pageSize: 2 })
  await expect.poll(count).toBe(2)
  await getByRole('button', { name: 'Show more' }).click()
  await expect.poll(count).toBe(4)
  await generate('boat 6')
  await expect.poll(() => tiles()[0]?.textContent).toMatch(/^boat 6, /)
  await getByRole('button', { name: 'Show more' }).click()
  await expect.poll(count).toBe(6)
  await expect.element(getByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
})

test('by scrolling, each page comes when the end is near', async () => {
  for (let number = 1; number <= 7; number++) await generate(`boat ${number}`)
  const { count } = await show({ pageSize: 2, loadsOnScroll: true })
  await expect.poll(count).toBe(7)
})

test('state and tag are filtered by controls, the number is spoken, and all is a press away', async () => {
  await generate('a cat', ['cats'])
  await generate('a boat')
  const { getByRole, count } = await show()
  await expect.poll(count).toBe(2)
  await getByRole('combobox', { name: 'Tag' }).selectOptions('cats')
  await expect.poll(count).toBe(1)
  await expect.poll(() => getByRole('status').element().textContent).toContain('One is shown.')
  await getByRole('combobox', { name: 'State' }).selectOptions('Failed')
  await expect.poll(count).toBe(0)
  await expect.poll(() => getByRole('status').element().textContent).toContain('Nothing is like that')
  await getByRole('button', { name: 'Show all' }).click()
  await expect.poll(count).toBe(2)
})

test('what the app has fixed is not asked for', async () => {
  await generate('a boat')
  const { getByRole, count } = await show({ filter: { statuses: ['IN_QUEUE'] } })
  await expect.poll(count).toBe(1)
  await expect.element(getByRole('combobox', { name: 'State' })).not.toBeInTheDocument()
})

test('a generation is deleted by keyboard, after a question, and the focus goes on to its neighbour', async () => {
  const onDelete = vi.fn<(ids: readonly string[]) => void>()
  const first = await generate('first')
  await expect.poll(() => server.submitted.length).toBe(1)
  await server.move('finish')
  await expect.poll(async () => (await server.generations.find('viewer', first))?.status).toBe('COMPLETED')
  await generate('second')
  const { getByRole, tiles, count } = await show({ onDelete })
  await expect.poll(count).toBe(2)
  tiles()[0]!.focus()
  await userEvent.keyboard('{Delete}')
  // It is under way.
  await expect
    .element(getByRole('alert'))
    .toHaveTextContent('What is under way cannot be deleted: cancel it first.')
  await userEvent.keyboard('{ArrowRight}{Delete}')
  await expect.element(getByRole('button', { name: 'Keep', exact: true })).toHaveFocus()
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.poll(count).toBe(1)
  expect(onDelete).toHaveBeenCalledWith([first])
  await expect.poll(() => document.activeElement).toBe(tiles()[0])
  await expect.poll(() => getByRole('status').element().textContent).toContain('Deleted.')
})

test('a lost connection is shown, and what was missed is there again', async () => {
  const { getByText, count } = await show()
  await expect.element(getByText('Nothing here yet')).toBeVisible()
  server.disconnect()
  await expect.element(getByText(/catches up by itself/)).toBeVisible()
  await generate('a boat')
  server.reconnect()
  await expect.poll(count).toBe(1)
  await expect.element(getByText(/catches up by itself/)).not.toBeInTheDocument()
})

async function grid(width: number, count: number) {
  const generations = manyGenerations(count)
  const view = await render(
    <GenerationListView style={{ inlineSize: width }} list={storyList({ generations })} />,
  )
  const tiles = [...view.container.querySelectorAll<HTMLElement>('[data-id]')]
  return { ...view, tiles, at: () => tiles.indexOf(document.activeElement as HTMLElement) }
}

test('Tab stops once in the grid, arrows go in two directions, and the place is kept', async () => {
  const { tiles, at } = await grid(460, 7)
  expect(tiles.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  tiles[0]!.focus()
  await userEvent.keyboard('{ArrowRight}{ArrowDown}')
  expect(at()).toBe(4)
  await userEvent.keyboard('{End}')
  expect(at()).toBe(6)
  await userEvent.keyboard('{ArrowUp}{Home}')
  expect(at()).toBe(0)
  await userEvent.keyboard('{ArrowRight}')
  expect(tiles.filter(({ tabIndex }) => tabIndex === 0)).toEqual([tiles[1]])
})

test('of a thousand only what is near has a picture, and one change draws one tile anew', async () => {
  const { container, tiles, at } = await grid(460, 1_000)
  await expect.poll(() => container.querySelectorAll('img').length).toBeGreaterThan(3)
  expect(container.querySelectorAll('img').length).toBeLessThan(60)
  tiles[0]!.focus()
  await userEvent.keyboard('{End}')
  expect(at()).toBe(999)
  await expect.poll(() => tiles[999]!.querySelector('img')).not.toBeNull()
})

test.each([
  ['light', 'ltr', 'grid', 460],
  ['dark', 'ltr', 'list', 460],
  ['light', 'rtl', 'grid', 280],
  ['dark', 'rtl', 'list', 280],
] as const)(
  'axe finds nothing, and nothing sticks out: %s, %s, %s, %s px',
  async (theme, direction, layout, width) => {
    document.documentElement.dataset['pkTheme'] = theme
    document.documentElement.dir = direction
    document.body.style.background = 'var(--pk-background)'
    try {
      const list = storyList({ generations: mixedGenerations('data:video/mp4;base64,AAAA'), tags: ['cats'] })
      const { container } = await render(
        <GenerationListView style={{ inlineSize: width }} list={list} layout={layout} selectedId="gen_6" />,
      )
      const root = container.querySelector('section')!
      const { violations } = await axe.run(root)
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
      expect(root.scrollWidth).toBeLessThanOrEqual(width)
    } finally {
      delete document.documentElement.dataset['pkTheme']
      document.documentElement.dir = 'ltr'
    }
  },
)
