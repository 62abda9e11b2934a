import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentType, useState } from 'react'
import { expect, fn, waitFor, within } from 'storybook/test'
import { storyStreams, standInCamera } from '../story-support/camera.ts'
import { storyFile, storyPicture, storyVideo } from '../story-support/pictures.ts'
import { uploadBroken, uploadHere, uploadStuck } from '../story-support/uploads.ts'
import { MediaInput, type MediaInputProps } from './MediaInput.tsx'
import { useMediaInput } from './useMediaInput.ts'

/** The props of one and of several in one, which is how Storybook's controls have them. */
type StoryArgs = Omit<MediaInputProps, 'multiple' | 'value' | 'defaultValue' | 'onChange' | 'ref'> & {
  multiple?: boolean
  defaultValue?: string | readonly string[]
  onChange?: (value: never) => void
}
const Input = MediaInput as unknown as ComponentType<StoryArgs>

/**
 * Pictures or videos: dropped, pasted, chosen, photographed, or given by their address; one, or several in an order. Files are
 * looked into before they are sent.
 */
const meta: Meta<StoryArgs> = {
  title: 'MediaInput',
  component: Input,
  parameters: { inlineSize: 460 },
  args: { kind: 'image', label: 'Image', upload: uploadHere, onChange: fn() },
}
export default meta

type Story = StoryObj<StoryArgs>

const pictures = [200, 120, 28].map(storyPicture)
/** A page that is called a picture. */
const page = () => new File(['<!doctype html><p>No picture'], 'cat.png', { type: 'image/png' })
const cutOff = async () =>
  new File([(await storyFile().arrayBuffer()).slice(0, 400)], 'cut-off.jpg', { type: 'image/jpeg' })

export const Empty: Story = { args: { description: 'The first frame of the video.' } }
export const EmptyVideo: Story = { args: { kind: 'video', label: 'Video' } }

export const Filled: Story = {
  args: { defaultValue: storyPicture(200) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/JPEG · 480\s×\s270 · \d+\skB/)).toBeVisible()
  },
}

export const FilledVideo: Story = {
  args: { kind: 'video', label: 'Video', defaultValue: storyVideo() },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('dusk.mp4')).toBeVisible()
    await expect(await canvas.findByText(/480\s×\s270 · 2\.0\ss/)).toBeVisible()
  },
}

export const ByFile: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.upload(canvas.getByLabelText('Image: Choose a file'), storyFile())
    await waitFor(() => expect(args.onChange).toHaveBeenCalledWith(expect.stringMatching(/^blob:/)))
    await expect(await canvas.findByText('picture.png')).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('picture.png has arrived.'))
  },
}

export const ByAddress: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.type(canvas.getByLabelText('Image: Address'), 'lake.jpg{Enter}')
    await expect(await canvas.findByText(/^Address: must be an http\(s\) URL/)).toBeVisible()
    await userEvent.clear(canvas.getByLabelText('Image: Address'))
    await userEvent.paste(storyPicture(120))
    await userEvent.click(canvas.getByRole('button', { name: 'Use' }))
    await expect(args.onChange).toHaveBeenCalledWith(storyPicture(120))
  },
}

/** Where a page of another site refuses its picture, or it is of a format that this browser cannot show. */
export const AddressThatCannotBeShown: Story = {
  args: { defaultValue: 'data:image/png;base64,AAAA' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/No picture can be shown/)).toBeVisible()
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
    await expect(await canvas.findByText(/picture\.png did not arrive\. The upload broke off/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** What was there comes back when its replacement is given up. */
export const ReplacementFailed: Story = {
  args: { upload: uploadBroken, defaultValue: storyPicture(200) },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.upload(canvas.getByLabelText('Image: Choose a file'), storyFile())
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(args.onChange).toHaveBeenLastCalledWith(null)
    await userEvent.click(canvas.getByRole('button', { name: 'Put the earlier one back: Image' }))
    await expect(args.onChange).toHaveBeenLastCalledWith(storyPicture(200))
    await userEvent.upload(canvas.getByLabelText('Image: Choose a file'), storyFile())
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** By its bytes, whatever its name is; the words are those of the server. */
export const WrongFile: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.upload(canvas.getByLabelText('Image: Choose a file'), page())
    await expect(
      await canvas.findByText('cat.png is text/html: send PNG, JPEG, WebP, GIF or AVIF.'),
    ).toBeVisible()
    await expect(args.onChange).not.toHaveBeenCalled()
  },
}

export const BrokenPicture: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.upload(canvas.getByLabelText('Image: Choose a file'), await cutOff())
    await expect(await canvas.findByText('cut-off.jpg cannot be read: the file is broken.')).toBeVisible()
  },
}

export const TooLarge: Story = {
  args: { maximumFileSize: 4_096 },
  play: async ({ canvas, userEvent }) => {
    await userEvent.upload(canvas.getByLabelText('Image: Choose a file'), storyFile('huge.jpg'))
    await expect(await canvas.findByText(/huge\.jpg has .+ and .+ is the limit for an image\./)).toBeVisible()
  },
}

export const VideoTooLong: Story = {
  args: { kind: 'video', label: 'Video', maximumSeconds: 1.5 },
  play: async ({ canvas, userEvent }) => {
    const response = await fetch(storyVideo())
    const file = new File([await response.blob()], 'dusk.mp4', { type: 'video/mp4' })
    await userEvent.upload(canvas.getByLabelText('Video: Choose a file'), file)
    await expect(await canvas.findByText('dusk.mp4 lasts 2 s, and 1.5 s is the limit.')).toBeVisible()
  },
}

function hold(element: Element, file: File) {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(file)
  element.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }))
}

export const HeldOver: Story = {
  play: async ({ canvas }) => {
    hold(canvas.getByRole('group', { name: 'Image' }), storyFile())
    await expect(await canvas.findByText('Let go to add it', { selector: 'strong' })).toBeVisible()
  },
}

export const WrongKindHeldOver: Story = {
  play: async ({ canvas }) => {
    hold(canvas.getByRole('group', { name: 'Image' }), new File(['x'], 'a.mp4', { type: 'video/mp4' }))
    await expect(await canvas.findByText('That is not a picture', { selector: 'strong' })).toBeVisible()
  },
}

/** A live picture, a photo of it, and the camera's light goes out. */
export const Camera: Story = {
  beforeEach: () => standInCamera('works', 2),
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Take a photo' }))
    const shutter = await canvas.findByRole('button', { name: 'Take the photo' })
    await waitFor(() => expect(shutter).toHaveFocus())
    await waitFor(
      () =>
        expect(canvas.getByLabelText<HTMLVideoElement>('Camera', { selector: 'video' }).videoWidth).toBe(640),
      // A camera takes its time on a busy machine.
      { timeout: 8_000 },
    )
    await userEvent.click(shutter)
    await userEvent.click(await canvas.findByRole('button', { name: 'Use this photo' }))
    await waitFor(() => expect(args.onChange).toHaveBeenCalledWith(expect.stringMatching(/^blob:/)))
    await expect(await canvas.findByText(/JPEG · 640\s×\s360/)).toBeVisible()
    for (const stream of storyStreams)
      for (const track of stream.getTracks()) await expect(track.readyState).toBe('ended')
  },
}

export const CameraLive: Story = {
  beforeEach: () => standInCamera('works', 2),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Take a photo' }))
    await expect(await canvas.findByRole('button', { name: 'Next camera' })).toBeVisible()
  },
}

export const CameraWaits: Story = {
  beforeEach: () => standInCamera('waits'),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Take a photo' }))
    await expect(await canvas.findByText(/Your browser asks/)).toBeVisible()
  },
}

export const CameraDenied: Story = {
  beforeEach: () => standInCamera('NotAllowedError'),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Take a photo' }))
    await expect(await canvas.findByText(/The camera may not be used here/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const CameraBusy: Story = {
  beforeEach: () => standInCamera('NotReadableError'),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Take a photo' }))
    await expect(await canvas.findByText(/Another program has the camera/)).toBeVisible()
  },
}

export const EmptySeveral: Story = { args: { multiple: true, label: 'Ingredients', maximumItems: 20 } }

export const Several: Story = {
  args: { multiple: true, label: 'Ingredients', maximumItems: 5, defaultValue: pictures },
  play: async ({ canvas, userEvent, args }) => {
    const list = within(canvas.getByRole('list', { name: 'Ingredients, in their order' }))
    await expect(list.getAllByRole('listitem')).toHaveLength(3)
    list.getByRole('button', { name: 'Move later: 1, The picture' }).focus()
    await userEvent.keyboard('{Enter}')
    await expect(args.onChange).toHaveBeenLastCalledWith([pictures[1], pictures[0], pictures[2]])
    await userEvent.keyboard('{Alt>}{End}{/Alt}')
    await expect(args.onChange).toHaveBeenLastCalledWith([pictures[1], pictures[2], pictures[0]])
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent('The picture moved to place 3 of 3.'),
    )
  },
}

/** Each file is judged for itself: two are taken, the others are named. */
export const SeveralAtOnce: Story = {
  args: { multiple: true, label: 'Ingredients', maximumItems: 2 },
  play: async ({ canvas, userEvent }) => {
    await userEvent.upload(canvas.getByLabelText('Ingredients: Choose files'), [
      storyFile('heron.jpg'),
      page(),
      storyFile('boat.jpg'),
      storyFile('moon.jpg'),
    ])
    await expect(await canvas.findByText(/^cat\.png is text\/html/)).toBeVisible()
    await expect(canvas.getByText('moon.jpg was left out: 2 are the most.')).toBeVisible()
    await expect(canvas.getByText('boat.jpg')).toBeVisible()
  },
}

export const SeveralWithIssues: Story = {
  args: {
    multiple: true,
    label: 'Ingredients',
    defaultValue: pictures,
    itemIssues: [undefined, 'cannot be reached by fal'],
    issue: 'takes at most 2',
  },
}

export const SeveralVideos: Story = {
  args: {
    multiple: true,
    kind: 'video',
    label: 'Clips',
    defaultValue: [storyVideo(), `${storyVideo()}?again`],
  },
}

export const WithAnIssue: Story = {
  args: { issue: 'must be an http(s) URL, a base64 data URI, or the URL that an upload returned' },
}
export const Disabled: Story = { args: { isDisabled: true } }
export const ReadOnly: Story = { args: { isReadOnly: true, defaultValue: storyPicture(200) } }
export const ReadOnlyEmpty: Story = { args: { isReadOnly: true } }

/** In a native form: it is waited for, it is asked for, and its address is sent under its name. */
export const InAForm: Story = {
  args: { name: 'image', isRequired: true },
  render: function Form(args) {
    const [sent, setSent] = useState<string | null>(null)
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const image = new FormData(event.currentTarget).get('image')
          setSent(typeof image === 'string' ? image : null)
        }}
      >
        <Input {...args} />
        <p>
          <button className="pk-button">Send</button>{' '}
          <button type="reset" className="pk-button">
            Reset
          </button>
        </p>
        <output>{sent?.slice(0, 40)}</output>
      </form>
    )
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }))
    await expect(await canvas.findByText('Image: required')).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Choose a file' })).toHaveFocus())
  },
}

/** Markup of one's own, on the hook. */
export const Headless: Story = {
  parameters: { docs: { source: { type: 'code' } } },
  render: function Own({ upload, kind }) {
    const media = useMediaInput({ kind, upload, multiple: true })
    return (
      <div className="pk-root">
        <label>
          Photos{' '}
          <input
            type="file"
            multiple
            accept="image/*"
            onChange={(event) => void media.addFiles([...(event.target.files ?? [])])}
          />
        </label>
        <ul>
          {media.entries.map(({ id, details, upload: state }) => (
            <li key={id}>
              {details.name}: {state?.error ?? (state ? `${Math.round(state.part * 100)} %` : 'there')}{' '}
              <button type="button" onClick={() => media.remove(id)}>
                Remove {details.name}
              </button>
            </li>
          ))}
        </ul>
        {media.refusals.map(({ name, problem }) => (
          <p key={name} role="alert">
            {name}: {problem.code}
          </p>
        ))}
      </div>
    )
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.upload(canvas.getByLabelText('Photos'), [storyFile('heron.jpg'), page()])
    await expect(await canvas.findByText(/heron\.jpg: there/)).toBeVisible()
    await expect(await canvas.findByText('cat.png: WRONG_TYPE')).toBeVisible()
  },
}

/** By its parts: the way in first, no camera and no address. */
export const RecipeOfParts: Story = {
  render: ({ upload, kind }) => (
    <MediaInput.Root kind={kind} upload={upload} label="Portrait" style={{ maxInlineSize: 240 }}>
      <MediaInput.Box />
      <MediaInput.Sources>
        <MediaInput.Choose>Choose a portrait</MediaInput.Choose>
      </MediaInput.Sources>
      <MediaInput.Label />
      <MediaInput.Notes />
    </MediaInput.Root>
  ),
}

export const Dark: Story = { ...Empty, globals: { theme: 'dark' } }
export const SeveralDark: Story = { ...Several, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...Filled, globals: { direction: 'rtl' } }
export const SeveralRightToLeft: Story = { ...Several, globals: { direction: 'rtl' } }
export const Narrow: Story = { ...FilledVideo, globals: { width: '320px' } }
export const SeveralNarrow: Story = { ...Several, globals: { width: '320px' } }
