// Numbers and addresses on a page from right to left: -4 would read "4-", and an address would begin with its last slash.
import '../styles.css'
import type { Storyboard } from '@pika-kit/core'
import { beforeEach, expect, test } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { AdoptRequest } from '../adopt-request/AdoptRequest.tsx'
import { KeyframeTimeline } from '../keyframe-timeline/KeyframeTimeline.tsx'
import { MediaInput } from '../media-input/MediaInput.tsx'
import { SeedField } from '../seed-field/SeedField.tsx'
import { storyteller } from '../story-support/storyteller.ts'
import { form, noUpload } from '../test-support/operation-form.tsx'
import { createTestServer } from '../test-support/test-server.tsx'

const DOT = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
const storyboard: Storyboard = {
  keyframes: ['a', 'b'].map((id) => ({ id, url: DOT })),
  transitions: [{ duration: 2 }],
}

beforeEach(() => {
  document.documentElement.dir = 'rtl'
  return () => document.documentElement.removeAttribute('dir')
})

async function expectReadFromTheLeft(field: Locator) {
  await expect.element(field).toHaveStyle({ direction: 'ltr', textAlign: 'right' })
}

test('the seed', async () => {
  await render(<SeedField defaultValue={-4} />)
  await expectReadFromTheLeft(page.getByRole('spinbutton', { name: 'Seed' }))
})

test('a number of an operation', async () => {
  await render(form({ operation: storyteller }).element)
  await expectReadFromTheLeft(page.getByRole('spinbutton', { name: 'Length' }))
})

test('the seconds of a transition, and the address of a keyframe', async () => {
  await render(<KeyframeTimeline defaultValue={storyboard} upload={noUpload} />)
  await userEvent.click(page.getByRole('button', { name: /^Transition 1,/ }))
  await expectReadFromTheLeft(page.getByRole('spinbutton'))
  await userEvent.click(page.getByRole('button', { name: 'Add by address' }))
  await expectReadFromTheLeft(page.getByRole('textbox', { name: 'Address of a picture' }))
})

test('the address of a picture', async () => {
  await render(<MediaInput kind="image" label="Image" upload={noUpload} />)
  await expectReadFromTheLeft(page.getByRole('textbox', { name: 'Image: Address' }))
})

test('the ID of a request', async () => {
  const server = createTestServer()
  await render(<AdoptRequest />, { wrapper: server.wrapper })
  await expectReadFromTheLeft(page.getByRole('textbox', { name: 'Request ID' }))
  await server.stop()
})
