import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { storyPicture } from '../story-support/pictures.ts'
import { EffectPicker } from './EffectPicker.tsx'

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
  render: (args) => <EffectPicker {...args} imageUrl={storyPicture(20)} defaultValue="Melt" />,
}

export const ByKeyboard: Story = {
  args: { defaultValue: 'Cake-ify' },
  play: async ({ canvas, userEvent, args }) => {
    canvas.getByRole('radio', { name: /^Cake-ify/ }).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(args.onChange).toHaveBeenLastCalledWith('Crumble')
    await userEvent.keyboard('m')
    await expect(canvas.getByRole('radio', { name: /^Melt/ })).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect(args.onChange).toHaveBeenLastCalledWith('Tear')
    await userEvent.keyboard('{ArrowRight}')
    await expect(canvas.getByRole('radio', { name: /^Cake-ify/ })).toBeChecked()
  },
}

export const Search: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox'), 'balloon')
    await expect(canvas.getAllByRole('radio')).toHaveLength(1)
    await userEvent.type(canvas.getByRole('searchbox'), 'ing cats')
    await expect(canvas.getByText(/No effect is called/)).toBeVisible()
  },
}

export const Missing: Story = { args: { issue: 'is required' } }
export const Disabled: Story = { args: { isDisabled: true, defaultValue: 'Crush' } }
export const Dark: Story = { ...WithAPicture, globals: { theme: 'dark' } }
