import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { SeedField } from './SeedField.tsx'

/** A number of one's own, a rolled one, the one of a result, or random each time. */
const meta = {
  title: 'SeedField',
  component: SeedField,
  parameters: { inlineSize: 300 },
  args: { onChange: fn() },
} satisfies Meta<typeof SeedField>
export default meta

type Story = StoryObj<typeof meta>

export const Random: Story = {}
export const Kept: Story = { args: { defaultValue: 1_234_567 } }
export const OfAResult: Story = { args: { resultSeed: 77_031 } }
export const WithAnIssue: Story = { args: { defaultValue: -4, issue: 'must be at least 0' } }
export const Disabled: Story = { args: { disabled: true, defaultValue: 12 } }
export const ByKeyboard: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.tab()
    await userEvent.keyboard('42{Tab}{Tab}')
    await expect(canvas.getByRole('button', { name: 'Keep this seed', pressed: true })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(args.onChange).toHaveBeenLastCalledWith(null)
    await expect(canvas.getByRole('status')).toHaveTextContent('The seed is random each time.')
  },
}
export const Dark: Story = { ...Kept, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...OfAResult, globals: { direction: 'rtl' } }
export const Narrow: Story = { ...OfAResult, globals: { width: '320px' } }
