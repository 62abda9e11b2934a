import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { storyFile, storyPicture, storyVideo } from '../story-support/pictures.ts'
import { uploadBroken, uploadHere, uploadStuck } from '../story-support/uploads.ts'
import { MediaInput } from './MediaInput.tsx'

/** One picture or video: dropped, pasted, chosen, or given by its address. */
const meta = {
  title: 'MediaInput',
  component: MediaInput,
  decorators: [(Story) => <div style={{ maxInlineSize: 460 }}>{Story()}</div>],
  args: { kind: 'image', label: 'Image', upload: uploadHere, onChange: fn() },
} satisfies Meta<typeof MediaInput>
export default meta

type Story = StoryObj<typeof meta>

export const Empty: Story = { args: { description: 'The first frame of the video.' } }
export const EmptyVideo: Story = { args: { kind: 'video', label: 'Video' } }
export const Filled: Story = { render: (args) => <MediaInput {...args} defaultValue={storyPicture(200)} /> }

export const FilledVideo: Story = {
  render: (args) => <MediaInput {...args} kind="video" label="Video" defaultValue={storyVideo()} />,
}

export const ByAddress: Story = {
  play: async ({ canvas, userEvent, args }) => {
    const address = storyPicture(120)
    await userEvent.click(canvas.getByLabelText('Image: Address'))
    await userEvent.paste(address)
    await userEvent.click(canvas.getByRole('button', { name: 'Use' }))
    await expect(args.onChange).toHaveBeenCalledWith(address)
  },
}

export const Uploading: Story = {
  args: { upload: uploadStuck },
  play: async ({ canvas, userEvent }) => {
    await userEvent.upload(canvas.getByLabelText('Image: Choose a file'), storyFile())
    await expect(await canvas.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '42')
  },
}

export const UploadFailed: Story = {
  args: { upload: uploadBroken },
  play: async ({ canvas, userEvent }) => {
    await userEvent.upload(canvas.getByLabelText('Image: Choose a file'), storyFile())
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The upload broke off')
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** The preview of an uploaded file must not stand for the address that follows it. */
export const AddressAfterAnUpload: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    const address = storyPicture(40)
    await userEvent.upload(canvas.getByLabelText('Image: Choose a file'), storyFile())
    await waitFor(() => expect(canvasElement.querySelector('img')).toHaveAttribute('src'))
    await userEvent.click(canvas.getByRole('button', { name: 'Remove: Image' }))
    await userEvent.click(canvas.getByLabelText('Image: Address'))
    await userEvent.paste(address)
    await userEvent.click(canvas.getByRole('button', { name: 'Use' }))
    await waitFor(() => expect(canvasElement.querySelector('img')).toHaveAttribute('src', address))
  },
}

export const WithAnIssue: Story = {
  args: { issue: 'must be an http(s) URL, a base64 data URI, or the URL that an upload returned' },
}
export const Disabled: Story = { args: { isDisabled: true } }
export const Dark: Story = {
  args: { description: 'The first frame of the video.' },
  globals: { theme: 'dark' },
}
