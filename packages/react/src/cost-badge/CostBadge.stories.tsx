import type { Meta, StoryObj } from '@storybook/react-vite'
import { CostBadge } from './CostBadge.tsx'

/** What a generation costs, before it is made. Never a guess: what is not known says so. */
const meta = { title: 'CostBadge', component: CostBadge, args: { amount: null } } satisfies Meta<
  typeof CostBadge
>
export default meta

type Story = StoryObj<typeof meta>

export const Unknown: Story = {}
export const Known: Story = { args: { amount: { amount: 0.45, currency: 'USD' } } }
export const Free: Story = { args: { isFree: true } }
