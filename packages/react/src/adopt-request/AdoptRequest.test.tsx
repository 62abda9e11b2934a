// Requests that fal has already are taken in, and what cannot be is said at its field.
import '../styles.css'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { GenerationData } from '../graphql/documents.ts'
import { createTestServer } from '../test-support/test-server.tsx'
import { AdoptRequest } from './AdoptRequest.tsx'

let server: ReturnType<typeof createTestServer>
beforeEach(() => {
  server = createTestServer()
})
afterEach(() => server.stop())

test('a request is taken in with its input, and nothing is submitted', async () => {
  server.offer('made-elsewhere', { prompt: 'a heron' })
  const onAdopt = vi.fn<(generation: GenerationData) => void>()
  const { getByRole } = await render(<AdoptRequest onAdopt={onAdopt} />, { wrapper: server.wrapper })
  await expect.element(getByRole('option', { name: 'Text to video' })).toBeInTheDocument()
  await userEvent.selectOptions(getByRole('combobox', { name: 'Kind' }), 'Text to video')
  await userEvent.type(getByRole('textbox', { name: 'Request ID' }), ' made-elsewhere {Enter}')
  await expect.poll(() => onAdopt.mock.lastCall?.[0].requestId).toBe('made-elsewhere')
  expect(onAdopt.mock.lastCall?.[0]).toMatchObject({ status: 'IN_PROGRESS', input: { prompt: 'a heron' } })
  expect(server.submitted).toEqual([])
  await expect.poll(() => getByRole('status').element().textContent).toContain('It is taken in.')
  await expect.element(getByRole('textbox', { name: 'Request ID' })).toHaveValue('')
})

test('what cannot be taken in is said at the field, as is a field that was left empty', async () => {
  const { getByRole, getByText, container } = await render(
    <div style={{ background: 'var(--pk-panel)' }}>
      <AdoptRequest />
    </div>,
    { wrapper: server.wrapper },
  )
  await expect.element(getByRole('option', { name: 'Text to video' })).toBeInTheDocument()
  const field = getByRole('textbox', { name: 'Request ID' })
  await getByRole('button', { name: 'Take it in' }).click()
  await expect.element(getByText('Request ID: must not be empty', { exact: true })).toBeVisible()
  await field.fill('nothing-of-mine')
  await getByRole('button', { name: 'Take it in' }).click()
  await expect.element(field).toHaveAccessibleDescription(/names no request of this operation/)
  expect((await axe.run(container)).violations.map(({ id }) => id)).toEqual([])
})
