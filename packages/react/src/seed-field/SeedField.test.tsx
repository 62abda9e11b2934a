import '../styles.css'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { SeedField } from './SeedField.tsx'

const box = () => page.getByRole('spinbutton', { name: 'Seed' })

const spoken = () => page.getByRole('status').element().textContent

test('a lock that is opened is random, and closed again brings the same seed back', async () => {
  const onChange = vi.fn<(seed: number | null) => void>()
  await render(<SeedField defaultValue={42} onChange={onChange} />)
  const lock = page.getByRole('button', { name: 'Keep this seed' })
  await expect.element(lock).toHaveAttribute('aria-pressed', 'true')
  await userEvent.click(lock)
  expect(onChange).toHaveBeenLastCalledWith(null)
  await expect.poll(spoken).toContain('The seed is random each time.')
  await userEvent.click(lock)
  expect(onChange).toHaveBeenLastCalledWith(42)
})

test('a rolled seed is within the limits, spoken, and kept', async () => {
  const onChange = vi.fn<(seed: number | null) => void>()
  await render(<SeedField minimum={7} maximum={9} onChange={onChange} />)
  await userEvent.click(page.getByRole('button', { name: 'Roll a new seed' }))
  const rolled = onChange.mock.lastCall?.[0]
  expect([7, 8, 9]).toContain(rolled)
  await expect.poll(spoken).toContain(`The seed is ${rolled}.`)
  await expect.element(box()).toHaveValue(rolled)
})

test('the seed of a result is taken over, and then no longer offered', async () => {
  await render(<SeedField resultSeed={77} />)
  await userEvent.click(page.getByRole('button', { name: 'Use 77, the seed of this result' }))
  await expect.element(box()).toHaveValue(77)
  expect(page.getByRole('button', { name: /of this result/ }).elements()).toEqual([])
})

test('a controlled seed that is set to null is empty', async () => {
  function App() {
    const [seed, setSeed] = useState<number | null>(5)
    return (
      <>
        <SeedField value={seed} onChange={setSeed} />
        <button onClick={() => setSeed(null)}>clear</button>
      </>
    )
  }
  await render(<App />)
  await userEvent.fill(box(), '6')
  await userEvent.click(page.getByRole('button', { name: 'clear' }))
  await expect.element(box()).toHaveValue(null)
})

test('numbers out of the limits are given on, so that the rules can name them', async () => {
  const onChange = vi.fn<(seed: number | null) => void>()
  await render(<SeedField onChange={onChange} issue="must be at least 0" />)
  await userEvent.fill(box(), '-3')
  expect(onChange).toHaveBeenLastCalledWith(-3)
  await expect.element(box()).toHaveAccessibleDescription('Seed: must be at least 0')
})
