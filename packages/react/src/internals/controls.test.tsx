// Numbers and addresses on a page from right to left: -4 would read "4-", and an address would begin with its last slash.
import '../styles.css'
import type { Storyboard } from '@pika-kit/core'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
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

const READ_FROM_THE_LEFT = { direction: 'ltr', textAlign: 'right' }

test('the seed', async () => {
  await render(<SeedField defaultValue={-4} />)
  await expect.element(page.getByRole('spinbutton', { name: 'Seed' })).toHaveStyle(READ_FROM_THE_LEFT)
})

test('a number of an operation', async () => {
  await render(form({ operation: storyteller }).element)
  await expect.element(page.getByRole('spinbutton', { name: 'Length' })).toHaveStyle(READ_FROM_THE_LEFT)
})

test('the seconds of a transition, and the address of a keyframe', async () => {
  await render(<KeyframeTimeline defaultValue={storyboard} upload={noUpload} />)
  await userEvent.click(page.getByRole('button', { name: /^Transition 1,/ }))
  await expect.element(page.getByRole('spinbutton')).toHaveStyle(READ_FROM_THE_LEFT)
  await userEvent.click(page.getByRole('button', { name: 'Add by address' }))
  await expect
    .element(page.getByRole('textbox', { name: 'Address of a picture' }))
    .toHaveStyle(READ_FROM_THE_LEFT)
})

test('the address of a picture', async () => {
  await render(<MediaInput kind="image" label="Image" upload={noUpload} />)
  await expect.element(page.getByRole('textbox', { name: 'Image: Address' })).toHaveStyle(READ_FROM_THE_LEFT)
})

test('the ID of a request', async () => {
  const server = createTestServer()
  await render(<AdoptRequest />, { wrapper: server.wrapper })
  await expect.element(page.getByRole('textbox', { name: 'Request ID' })).toHaveStyle(READ_FROM_THE_LEFT)
  await server.stop()
})
