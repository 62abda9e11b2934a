import '../styles.css'
import axe from 'axe-core'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { storyPicture } from '../story-support/pictures.ts'
import { EffectPicker } from './EffectPicker.tsx'

afterEach(() => {
  document.documentElement.dir = 'ltr'
  delete document.documentElement.dataset['pkTheme']
})
const radio = (name: string) => page.getByRole('radio', { name, exact: true })
const spoken = () => page.getByRole('status').element().textContent
const canvases = () => [...document.querySelectorAll('canvas')]

test('Tab leads to the chosen effect, arrows in both directions choose, and its description is heard', async () => {
  const onChange = vi.fn<(effect: string) => void>()
  await render(
    <div style={{ inlineSize: 620 }}>
      <EffectPicker defaultValue="Deflate" onChange={onChange} />
    </div>,
  )
  // Four tiles in a row of 620 pixels.
  await userEvent.tab()
  await userEvent.tab()
  await expect.element(radio('Deflate')).toHaveFocus()
  await expect.element(radio('Deflate')).toHaveAccessibleDescription('The air goes out and it sags.')
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(radio('Inflate')).toHaveFocus()
  expect(onChange).toHaveBeenLastCalledWith('Inflate')
  await userEvent.keyboard('{ArrowRight}{ArrowUp}')
  expect(onChange).toHaveBeenLastCalledWith('Dissolve')
  await userEvent.keyboard('{Home}')
  expect(onChange).toHaveBeenLastCalledWith('Cake-ify')
})

test('where rows run from right to left, the arrows do too', async () => {
  document.documentElement.dir = 'rtl'
  const onChange = vi.fn<(effect: string) => void>()
  await render(<EffectPicker defaultValue="Crumble" onChange={onChange} />)
  ;(radio('Crumble').element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(onChange).toHaveBeenLastCalledWith('Crush')
})

test('several: one stop for Tab, arrows move without choosing, Space chooses, and the takes are counted aloud', async () => {
  const onChange = vi.fn<(effects: readonly string[]) => void>()
  await render(<EffectPicker multiple defaultValue={['Melt']} onChange={onChange} />)
  await userEvent.tab()
  await userEvent.tab()
  await expect.element(page.getByRole('checkbox', { name: 'Melt' })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  expect(onChange).not.toHaveBeenCalled()
  await userEvent.keyboard(' ')
  expect(onChange).toHaveBeenLastCalledWith(['Melt', 'Peel'])
  await expect.poll(spoken).toContain('2 effects chosen: 2 takes.')
  await userEvent.keyboard('{ArrowLeft} ')
  expect(onChange).toHaveBeenLastCalledWith(['Peel'])
  await expect.poll(spoken).toContain('One effect chosen.')
})

test('what the search finds is spoken, arrow down leads to it, Escape shows all again', async () => {
  await render(<EffectPicker />)
  await userEvent.fill(page.getByRole('searchbox'), 'air')
  await expect.poll(spoken).toContain('2 effects found.')
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(radio('Deflate')).toHaveFocus()
  await userEvent.fill(page.getByRole('searchbox'), 'cats')
  await expect.poll(spoken).toContain('No effect is called “cats”.')
  await userEvent.keyboard('{Escape}')
  expect(page.getByRole('radio').elements()).toHaveLength(16)
})

test('tiles are stills of different moments, and only the one with the focus moves', async () => {
  await render(<EffectPicker imageUrl={storyPicture(20)} />)
  // Sixteen stills are drawn one after another, each when the page is idle.
  await expect
    .poll(() => canvases().filter((canvas) => canvas.dataset['drawn']).length, { timeout: 20_000 })
    .toBe(16)
  expect(new Set(canvases().map((canvas) => canvas.toDataURL())).size).toBe(16)
  ;(radio('Melt').element() as HTMLElement).focus()
  await expect.poll(() => canvases().filter((canvas) => canvas.dataset['playing']).length).toBe(1)
  const tile = canvases().find((canvas) => canvas.dataset['playing']) as HTMLCanvasElement
  const before = tile.toDataURL()
  await expect.poll(() => tile.toDataURL()).not.toBe(before)
})

test('a picture that cannot be read is named, and a sample figure stands in', async () => {
  await render(<EffectPicker imageUrl="data:image/png;base64,AAAA" />)
  await expect.element(page.getByText(/Your picture cannot be read here/)).toBeVisible()
  await expect.poll(() => canvases().some((canvas) => canvas.dataset['drawn'])).toBe(true)
})

test.each(['light', 'dark'])('axe finds nothing, %s', async (theme) => {
  document.documentElement.dataset['pkTheme'] = theme
  const { container } = await render(
    <div style={{ background: 'var(--pk-panel)' }}>
      <EffectPicker defaultValue="Melt" issue="must be one of …" />
    </div>,
  )
  const { violations } = await axe.run(container)
  expect(violations.map(({ id }) => id)).toEqual([])
})

test.each([280, 320])('nothing runs over the side at %i px with text twice as large', async (width) => {
  await render(
    <div style={{ inlineSize: width, fontSize: '200%' }}>
      <EffectPicker />
    </div>,
  )
  const group = page.getByRole('radiogroup').element()
  expect(group.scrollWidth).toBeLessThanOrEqual(width)
})
