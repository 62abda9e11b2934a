import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { CostBadge } from './CostBadge.tsx'

/** What a generation costs, before it is made. Never a guess: what is not known says so. */
const meta = { title: 'CostBadge', component: CostBadge, args: { amount: null } } satisfies Meta<
  typeof CostBadge
>
export default meta

type Story = StoryObj<typeof meta>

export const Unknown: Story = {}
export const Known: Story = {
  args: { amount: { amount: 0.45, currency: 'USD' }, detail: '9 s at 720p' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('Price: $0.45 9 s at 720p')
  },
}
export const PartOfACent: Story = { args: { amount: { amount: 0.0125, currency: 'USD' } } }
export const Free: Story = { args: { isFree: true } }
export const Loading: Story = { args: { isLoading: true } }
/** The last price stays to be read while the next one is asked for. */
export const LoadingAgain: Story = {
  args: { isLoading: true, amount: { amount: 0.45, currency: 'USD' }, detail: '9 s at 720p' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('.pk-cost')).toHaveAttribute('aria-busy', 'true')
  },
}
export const Dark: Story = { ...Known, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...Known, globals: { direction: 'rtl' } }
export const Narrow: Story = { ...Known, globals: { width: '320px' } }
