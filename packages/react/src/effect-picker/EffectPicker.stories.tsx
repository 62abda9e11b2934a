import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { storyPicture } from '../story-support/pictures.ts'
import { askForLessMotion } from '../story-support/reducedMotion.ts'
import { EffectPicker } from './EffectPicker.tsx'
import { useEffectPicker } from './useEffectPicker.ts'

/** The sixteen effects as a radio group, each on the viewer's own picture. Point at a tile, or move by arrows, to see it move. */
const meta = {
  title: 'EffectPicker',
  component: EffectPicker,
  args: { onChange: fn() },
} satisfies Meta<typeof EffectPicker>
export default meta

type Story = StoryObj<typeof meta>

export const WithoutAPicture: Story = {}

export const WithAPicture: Story = {
  render: (args) => (
    <EffectPicker isDisabled={args.isDisabled ?? false} imageUrl={storyPicture(20)} defaultValue="Melt" />
  ),
}

export const UnreadablePicture: Story = {
  args: { imageUrl: 'data:image/png;base64,AAAA' },
  // What went wrong is told above the effects, when it is known.
  parameters: { layoutShift: 0.02 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Your picture cannot be read here/)).toBeVisible()
  },
}

export const ByKeyboard: Story = {
  args: { defaultValue: 'Cake-ify' },
  play: async ({ canvas, userEvent, args }) => {
    canvas.getByRole('radio', { name: 'Cake-ify' }).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(args.onChange).toHaveBeenLastCalledWith('Crumble')
    await userEvent.keyboard('m')
    await expect(canvas.getByRole('radio', { name: 'Melt' })).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect(args.onChange).toHaveBeenLastCalledWith('Tear')
    await userEvent.keyboard('{ArrowRight}')
    await expect(canvas.getByRole('radio', { name: 'Cake-ify' })).toBeChecked()
  },
}

/** A take for each effect that is chosen. */
export const Several: Story = {
  args: { multiple: true, defaultValue: ['Melt', 'Tear'] },
  play: async ({ canvas, userEvent, args }) => {
    canvas.getByRole('checkbox', { name: 'Melt' }).focus()
    await userEvent.keyboard('{ArrowRight} ')
    await expect(args.onChange).toHaveBeenLastCalledWith(['Melt', 'Peel', 'Tear'])
    await expect(canvas.getByRole('status')).toHaveTextContent('3 effects chosen: 3 takes.')
  },
}

export const Search: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox'), 'balloon')
    await expect(canvas.getAllByRole('radio')).toHaveLength(1)
    await userEvent.type(canvas.getByRole('searchbox'), 'ing cats')
    await expect(canvas.getByText(/No effect is called/, { selector: '.pk-hint' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.getAllByRole('radio')).toHaveLength(16))
  },
}

/** By its parts: no search, larger tiles, and a caption of one's own. */
export const RecipeOfParts: Story = {
  render: (args) => (
    <EffectPicker.Root label="What should happen?" isDisabled={args.isDisabled ?? false}>
      <EffectPicker.Grid style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))' }}>
        {(effect) => (
          <EffectPicker.Tile key={effect.id} effect={effect}>
            <span className="pk-effect-stage">
              <EffectPicker.Preview effect={effect.value} />
            </span>
            <span aria-hidden="true">
              <strong>{effect.title}</strong> <span className="pk-hint">{effect.description}</span>
            </span>
          </EffectPicker.Tile>
        )}
      </EffectPicker.Grid>
    </EffectPicker.Root>
  ),
}

/** Only what the picker knows and does, by `useEffectPicker`: a list of buttons, and what is spoken shown to everybody. */
export const Headless: Story = {
  render: function Buttons() {
    const picker = useEffectPicker({ multiple: true, defaultValue: ['Melt'] })
    return (
      <div style={{ display: 'grid', gap: 12 }}>
        <label>
          Only those with{' '}
          <input value={picker.search} onChange={({ target }) => picker.setSearch(target.value)} />
        </label>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          {picker.shown.map((effect) => (
            <button
              key={effect.id}
              type="button"
              aria-pressed={picker.chosen.includes(effect.value)}
              onClick={() => picker.choose(effect)}
            >
              {effect.title}
            </button>
          ))}
        </div>
        <p role="status">{picker.announcement}</p>
      </div>
    )
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Inflate' }))
    await expect(canvas.getByRole('button', { name: 'Inflate', pressed: true })).toBeVisible()
    await userEvent.type(canvas.getByLabelText('Only those with'), 'wax')
    await expect(canvas.getAllByRole('button')).toHaveLength(1)
    await expect(canvas.getByText(/^One effect found\./)).toBeVisible()
  },
}

/** Where less motion is asked for, every tile stays a still: also the one that is pointed at. */
export const ReducedMotion: Story = {
  ...WithAPicture,
  beforeEach: askForLessMotion,
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.hover(canvas.getByText('Melt', { selector: '.pk-effect-title' }))
    await expect(canvas.getByText(/It runs down like wax/, { selector: ':not([hidden])' })).toBeVisible()
    await expect(canvasElement.querySelector('[data-active]')).toBeInTheDocument()
    await expect(canvasElement.querySelector('[data-playing]')).toBeNull()
  },
}

export const Missing: Story = { args: { issue: 'is required' } }
export const Disabled: Story = { args: { isDisabled: true, defaultValue: 'Crush' } }
export const Dark: Story = { ...WithAPicture, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...WithAPicture, globals: { direction: 'rtl' } }
export const Narrow: Story = { ...WithAPicture, globals: { width: '320px' } }
