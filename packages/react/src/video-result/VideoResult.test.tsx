import '../styles.css'
import { generationError } from '@pika-kit/core'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createTestServer } from '../test-support/test-server.tsx'
import { VideoResult, type VideoResultProps } from './VideoResult.tsx'

let server: ReturnType<typeof createTestServer>
beforeEach(() => {
  server = createTestServer()
})
afterEach(() => server.stop())

async function generate(
  operationId = 'TEXT_TO_VIDEO',
  input: Record<string, unknown> = { prompt: 'a boat' },
) {
  const result = await server.generations.generate('viewer', { operationId, input })
  if (result.type !== 'accepted') throw new Error(result.type)
  return result.generation.id
}

async function show(props: Omit<VideoResultProps, 'ref'>) {
  const view = await render(<VideoResult style={{ inlineSize: 360 }} {...props} />, {
    wrapper: server.wrapper,
  })
  const result = view.getByRole('region', { name: 'Result' })
  const state = () => result.element().getAttribute('data-state')
  return { ...view, result, state }
}

const violations = async (container: Element) => {
  // Colours that are still on their way are nobody's colours; what sweeps while it waits never ends.
  const passages = container.getAnimations({ subtree: true }).filter((one) => one instanceof CSSTransition)
  await Promise.all(passages.map(({ finished }) => finished))
  return (await axe.run(container)).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
}

test('a generation is followed through its states to its video, and nothing below the stage jumps', async () => {
  const { result, state, getByRole, getByText } = await show({
    id: await generate('TEXT_TO_VIDEO', { prompt: 'a boat', aspectRatio: '9:16' }),
  })
  await expect.poll(state).toBe('in-queue')
  await expect.element(getByText('One ahead of you').first()).toBeVisible()
  const top = () =>
    Math.round(
      getByText(/so far|took/)
        .element()
        .getBoundingClientRect().top,
    )
  const before = top()
  await server.move('run')
  await expect.poll(state).toBe('in-progress')
  await expect.element(getByRole('log')).toHaveTextContent('started')
  expect(top()).toBe(before)
  await server.move('finish')
  await expect.poll(state).toBe('completed')
  await expect.element(getByRole('link', { name: 'Download' })).toHaveAttribute('download', 'a.mp4')
  await expect.element(result.getByRole('status')).toHaveTextContent('Ready')
})

test('a cancel says at once what it did, also to those who cannot see it', async () => {
  const { getByRole, result } = await show({ id: await generate() })
  await getByRole('button', { name: 'Cancel' }).click()
  const words = 'fal was asked to cancel. If it is too late, the video arrives after all.'
  await expect.element(result.getByText(words).first()).toBeVisible()
  await expect.element(result.getByRole('status')).toHaveTextContent(words)
  await expect.element(getByRole('button', { name: 'Cancel' })).not.toBeInTheDocument()
})

test('a cancel before it was sent ends it, and costs nothing', async () => {
  server.refuseSubmissions()
  const id = await generate()
  const { getByRole, state, result } = await show({ id })
  await expect.poll(async () => (await server.generations.find('viewer', id))?.submissionStartedAt).toBe(null)
  await expect.poll(state).toBe('submitting')
  await getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(state).toBe('cancelled')
  await expect.element(result.getByText('It was not sent, and nothing is paid.').first()).toBeVisible()
  expect(server.submitted).toEqual([])
})

test('a cancel that comes too late says so', async () => {
  const { getByRole, state, result } = await show({ id: await generate() })
  await expect.poll(state).toBe('in-queue')
  server.disconnect()
  await server.move('finish')
  await expect
    .poll(
      async () =>
        (await server.generations.list({ viewerId: 'viewer', filter: {}, first: 1 })).generations[0]?.status,
    )
    .toBe('COMPLETED')
  await getByRole('button', { name: 'Cancel' }).click()
  await expect.element(result.getByText('Too late to cancel: it had ended.').first()).toBeVisible()
  server.reconnect()
  await expect.poll(state).toBe('completed')
})

test('a cancel that fal could not be asked for says so', async () => {
  server.cancelsWith('unknown')
  const { getByRole, state, result } = await show({ id: await generate() })
  await expect.poll(state).toBe('in-queue')
  await getByRole('button', { name: 'Cancel' }).click()
  const words = 'fal could not be asked to cancel now. The video may still arrive.'
  await expect.element(result.getByText(words).first()).toBeVisible()
  await expect.element(result.getByRole('status')).toHaveTextContent(words)
})

test('refused fields are named as the form names them, with the price of it and the way on', async () => {
  const issues = [
    { path: ['transitions', '0', 'duration'], message: 'is too long', code: 'TOO_BIG' },
  ] as const
  server.failWith(
    generationError('INPUT_REJECTED', {
      issues: issues.map((issue) => ({ ...issue, path: [...issue.path] })),
    }),
  )
  const onChangeInput = vi.fn<() => void>()
  const id = await generate('PIKAFRAMES', { imageUrls: ['https://a.test/1.png', 'https://a.test/2.png'] })
  const { getByRole, getByText } = await show({ id, onChangeInput })
  await server.move('run')
  await server.move('finish')
  const failure = getByRole('group', { name: 'The model refused the input.' })
  await expect
    .poll(() => failure.element().textContent)
    .toContain('Transitions, number 1, Duration: is too long')
  await expect.element(getByText('It may have been paid.')).toBeVisible()
  await getByRole('button', { name: 'Change the input' }).click()
  expect(onChangeInput).toHaveBeenCalledWith(expect.objectContaining({ id }))
})

test('another try is linked with the first one', async () => {
  server.failWith(generationError('PROVIDER_FAILED'))
  const first = await generate()
  const onRetry = vi.fn<(generation: { id: string }) => void>()
  const onOpen = vi.fn<(id: string) => void>()
  const { getByRole, rerender } = await show({ id: first, onRetry })
  await server.move('finish')
  await getByRole('button', { name: 'Generate again' }).click()
  await expect.poll(() => onRetry.mock.lastCall?.[0].id).toBeTruthy()
  await rerender(<VideoResult id={onRetry.mock.lastCall![0].id} onOpen={onOpen} />)
  await getByRole('button', { name: 'Show the earlier one' }).click()
  expect(onOpen).toHaveBeenCalledWith(first)
})

test('looking again goes on to the video', async () => {
  server.loseResults(true)
  const { getByRole, getByText, state } = await show({ id: await generate() })
  await server.move('run')
  await server.move('finish')
  await expect.element(getByText('fal no longer keeps the result of this request.')).toBeVisible()
  await getByRole('button', { name: 'Look again' }).click()
  await expect.poll(state).toBe('failed')
  server.loseResults(false)
  await getByRole('button', { name: 'Look again' }).click()
  await expect.poll(state).toBe('completed')
})

test('a video that fal alone has is copied to the archive when that is asked for', async () => {
  await server.stop()
  server = createTestServer({ hasArchive: true })
  server.allowCopies(false)
  const { getByRole, getByText, state } = await show({ id: await generate() })
  await server.move('finish')
  await expect.poll(state).toBe('completed')
  await expect.element(getByText(/kept by fal alone/)).toBeVisible()
  server.allowCopies(true)
  await getByRole('button', { name: 'Copy it to the archive' }).click()
  await expect.element(getByText(/kept by fal alone/)).not.toBeInTheDocument()
  await expect.poll(state).toBe('completed')
  await expect.element(getByRole('button', { name: 'Copy it to the archive' })).not.toBeInTheDocument()
})

test('a server without an archive says that it keeps no copies', async () => {
  const { getByRole, result, state } = await show({ id: await generate() })
  await server.move('finish')
  await expect.poll(state).toBe('completed')
  await getByRole('button', { name: 'Copy it to the archive' }).click()
  const words = 'This server keeps no copies of videos. Download it to keep it.'
  await expect.element(result.getByText(words).first()).toBeVisible()
  await expect.element(result.getByRole('status')).toHaveTextContent(words)
  await expect.element(getByRole('button', { name: 'Copy it to the archive' })).not.toBeInTheDocument()
})

test('a submission that was lost says that another try is safe', async () => {
  server.failWith(generationError('SUBMISSION_LOST'))
  const { getByText } = await show({ id: await generate() })
  await server.move('finish')
  await expect.element(getByText('Nothing was paid.')).toBeVisible()
  await expect.element(getByText(/Retry, which is safe/)).toBeVisible()
})

test('a lost connection is shown and spoken, and what was missed is there again', async () => {
  const { result, getByText, state } = await show({ id: await generate() })
  await expect.poll(state).toBe('in-queue')
  server.disconnect()
  await expect.element(getByText(/catches up by itself/).first()).toBeVisible()
  await expect.element(result).toHaveAttribute('data-offline')
  await server.move('run')
  server.reconnect()
  await expect.poll(state).toBe('in-progress')
  await expect.element(result).not.toHaveAttribute('data-offline')
})

test('one that does not exist is said to be missing', async () => {
  const { getByText } = await show({ id: 'gen_none' })
  await expect.element(getByText(/no generation/)).toBeVisible()
})

test('by keyboard alone: look, cancel, delete after a question, and the focus is where it was', async () => {
  const onRemove = vi.fn<(id: string) => void>()
  server.failWith(generationError('PROVIDER_FAILED'))
  const id = await generate()
  const { getByRole, state } = await show({ id, onRemove })
  await expect.poll(state).toBe('in-queue')
  await userEvent.keyboard('{Tab}')
  await expect.element(getByRole('button', { name: 'Cancel' })).toHaveFocus()
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(getByRole('searchbox')).toBeVisible()
  await server.move('finish')
  await expect.poll(state).toBe('failed')
  const remove = getByRole('button', { name: 'Delete' }).first()
  remove.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(getByRole('button', { name: 'Keep it' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(getByRole('alertdialog')).not.toBeInTheDocument()
  await expect.element(remove).toHaveFocus()
  expect(onRemove).not.toHaveBeenCalled()
  await userEvent.keyboard('{Enter}{Tab}{Enter}')
  await expect.poll(() => onRemove.mock.lastCall).toEqual([id])
})

test.each(['light', 'dark'])('axe finds nothing in any state, %s', async (theme) => {
  document.documentElement.dataset['pkTheme'] = theme
  document.body.style.background = 'var(--pk-background)'
  try {
    server.failWith(generationError('CONTENT_REFUSED'))
    const { container, state, getByRole } = await show({ id: await generate() })
    await expect.poll(state).toBe('in-queue')
    await getByRole('button', { name: 'Show more lines' }).click()
    expect(await violations(container)).toEqual([])
    await server.move('finish')
    await expect.poll(state).toBe('failed')
    expect(await violations(container)).toEqual([])
  } finally {
    delete document.documentElement.dataset['pkTheme']
  }
})

test('a part outside of its root says what to do', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  await expect(render(<VideoResult.Status />)).rejects.toThrow(/outside of <VideoResult.Root>: put it inside/)
  error.mockRestore()
})
