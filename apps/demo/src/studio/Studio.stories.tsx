import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { Studio } from './Studio.tsx'
import './studio.css'
import { FORMS_KEY } from './useForms.ts'
import { THEME_KEY } from './useTheme.ts'

/**
 * The whole Studio on the real schema, in this page: no server, no key, no network. The toolbar chooses what goes wrong,
 * and at what pace.
 */
const meta = {
  title: 'Studio',
  component: Studio,
  // Live: what is told of a generation grows by a line, and with it what is below.
  parameters: { layout: 'fullscreen', live: {}, layoutShift: 0.05 },
  args: { provider: 'simulation', language: 'en' },
  decorators: [
    (Story, { globals }) => {
      // The Studio has a choice of its own: it begins with the toolbar's.
      localStorage.setItem(THEME_KEY, globals['theme'] as string)
      return <Story key={globals['theme'] as string} />
    },
  ],
  // What the story before has typed is not this one's.
  beforeEach: () => {
    sessionStorage.removeItem(FORMS_KEY)
    location.hash = ''
  },
} satisfies Meta<typeof Studio>
export default meta

type Story = StoryObj<typeof meta>
type Play = NonNullable<Story['play']>

export const Tour: Story = {}

export const InGerman: Story = { args: { language: 'de' } }

/** Right to left, the page too. */
export const InArabic: Story = {
  args: { language: 'ar' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'المكتبة' })).toBeVisible()
    await expect(document.documentElement).toHaveAttribute('dir', 'rtl')
  },
}

/** The page goes on in the language that was chosen, says so to the browser, and keeps it for the next visit. */
export const ChangesItsLanguage: Story = {
  args: { language: 'en' },
  play: async ({ canvas, userEvent }) => {
    location.hash = 'TEXT_TO_VIDEO'
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Language' }), 'de')
    await expect(await canvas.findByRole('heading', { name: 'Text zu Video' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Video generieren' })).toBeVisible()
    await expect(document.documentElement).toHaveAttribute('lang', 'de')
    await expect(localStorage.getItem('pika-kit-studio-language')).toBe('de')
    localStorage.removeItem('pika-kit-studio-language')
  },
}

const generateFromWords = async ({
  canvas,
  userEvent,
}: Pick<Parameters<Play>[0], 'canvas' | 'userEvent'>) => {
  location.hash = 'TEXT_TO_VIDEO'
  await userEvent.type(await canvas.findByRole('textbox', { name: 'Prompt' }), 'a paper boat')
  await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
}

export const GeneratesFromWords: Story = {
  globals: { latency: 50 },
  play: async (context) => {
    await generateFromWords(context)
    await expect(
      await context.canvas.findByRole('link', { name: 'Download' }, { timeout: 15_000 }),
    ).toBeVisible()
  },
}

/** The draft that was judged, in place of the video while the button is held. */
export const HeldAgainstItsDraft: Story = {
  globals: { latency: 50 },
  play: async (context) => {
    await generateFromWords(context)
    const { canvas, userEvent, canvasElement } = context
    const hold = await canvas.findByRole('button', { name: /^Hold to see/ }, { timeout: 15_000 })
    await userEvent.pointer({ keys: '[MouseLeft>]', target: hold })
    await waitFor(() => expect(canvasElement.querySelector('.studio-judged')).toBeVisible())
  },
}

export const RefusedByTheModel: Story = {
  globals: { latency: 50, fault: 'content-policy' },
  play: async (context) => {
    await generateFromWords(context)
    const words = 'The content was refused by the policy of the model.'
    await expect(await context.canvas.findByText(words, undefined, { timeout: 8_000 })).toBeVisible()
  },
}

/** An address that this page may not read: the model could not fetch it, and says so. */
export const PictureOutOfReach: Story = {
  globals: { latency: 50 },
  beforeEach: () => {
    const input = { imageUrl: 'https://pictures.invalid/cat.png', prompt: 'the cat yawns' }
    sessionStorage.setItem(FORMS_KEY, JSON.stringify({ IMAGE_TO_VIDEO: input }))
    location.hash = 'IMAGE_TO_VIDEO'
  },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('This draft could not be drawn')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    const words = 'An image or video could not be fetched or read.'
    await expect(await canvas.findByText(words, undefined, { timeout: 8_000 })).toBeVisible()
  },
}

/** The reply to the submission is lost, the list of requests has it: nothing is submitted again. */
export const ReplyLost: Story = {
  globals: { latency: 50, fault: 'lose-submit-reply' },
  play: async (context) => {
    await generateFromWords(context)
    await expect(
      await context.canvas.findByRole('link', { name: 'Download' }, { timeout: 15_000 }),
    ).toBeVisible()
  },
}

/** The list proves that nothing was accepted: it fails, and says that a retry is safe. */
export const SubmissionLost: Story = {
  globals: { latency: 50, fault: 'submission-lost' },
  play: async (context) => {
    await generateFromWords(context)
    await expect(
      await context.canvas.findByText(/proved that nothing was submitted/, undefined, { timeout: 15_000 }),
    ).toBeVisible()
  },
}
