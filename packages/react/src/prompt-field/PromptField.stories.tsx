import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { PromptField } from './PromptField.tsx'

/** A text that grows as it is written. Ctrl or Cmd with Enter submits the form around it. */
const meta = {
  title: 'PromptField',
  component: PromptField,
  parameters: { inlineSize: 560 },
  args: { label: 'Prompt', onChange: fn(), maximum: 10_000 },
} satisfies Meta<typeof PromptField>
export default meta

type Story = StoryObj<typeof meta>
const boat = 'A paper boat crosses a puddle at dusk. '

export const Empty: Story = { args: { description: 'What should happen, in words.' } }
export const Optional: Story = { args: { isOptional: true } }
export const Long: Story = { render: (args) => <PromptField {...args} defaultValue={boat.repeat(9)} /> }
export const NearTheLimit: Story = {
  args: { maximum: 80 },
  render: (args) => <PromptField {...args} defaultValue={boat.repeat(2)} />,
}
export const OverTheLimit: Story = {
  args: { maximum: 80, issue: 'must have at most 80 characters' },
  render: (args) => <PromptField {...args} defaultValue={boat.repeat(3)} />,
}
export const WithAnIssue: Story = { args: { issue: 'must not be empty' } }
export const RecentPrompts: Story = {
  args: {
    recent: [boat.trim(), 'The camera pulls out over a city at night, rain on the glass', 'dusk falls'],
  },
  play: async ({ canvas, userEvent, args }) => {
    canvas.getByText('Recent prompts').focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(canvas.getByRole('button', { name: 'dusk falls' }))
    await expect(args.onChange).toHaveBeenLastCalledWith('dusk falls')
    await expect(canvas.getByRole('textbox')).toHaveFocus()
    await userEvent.click(canvas.getByText('Recent prompts'))
  },
}
export const Disabled: Story = { args: { disabled: true } }
export const Dark: Story = { ...RecentPrompts, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...RecentPrompts, globals: { direction: 'rtl' } }
export const Narrow: Story = { ...OverTheLimit, globals: { width: '320px' } }
