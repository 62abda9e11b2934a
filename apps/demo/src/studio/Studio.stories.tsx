import { PikaProvider } from '@pika-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useMemo } from 'react'
import { expect } from 'storybook/test'
import { createSimulation } from '../simulation/create-simulation.ts'
import { type Scenario, SCENARIOS } from '../simulation/simulated-gateway.ts'
import { Studio } from './Studio.tsx'
import './studio.css'

function SimulatedStudio({ scenario, stepMs }: { scenario: Scenario; stepMs: number }) {
  const simulation = useMemo(() => createSimulation({ scenario, stepMs }), [scenario, stepMs])
  useEffect(() => () => void simulation.stop(), [simulation])
  return (
    <PikaProvider client={simulation.client} upload={simulation.upload}>
      <Studio provider="simulation" />
    </PikaProvider>
  )
}

/** The whole Studio on the real schema, in this page: no server, no key, no network. */
const meta = {
  title: 'Studio',
  component: SimulatedStudio,
  parameters: { layout: 'fullscreen' },
  args: { scenario: 'none', stepMs: 700 },
  argTypes: {
    scenario: { control: 'select', options: SCENARIOS },
    stepMs: { control: { type: 'range', min: 50, max: 3_000, step: 50 } },
  },
} satisfies Meta<typeof SimulatedStudio>
export default meta

type Story = StoryObj<typeof meta>

export const Tour: Story = {}

export const GeneratesFromWords: Story = {
  args: { stepMs: 60 },
  play: async ({ canvas, userEvent }) => {
    location.hash = 'TEXT_TO_VIDEO'
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Prompt' }), 'a paper boat')
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await expect(await canvas.findByRole('link', { name: 'Download' }, { timeout: 15_000 })).toBeVisible()
  },
}

export const RefusedByTheModel: Story = {
  args: { stepMs: 60, scenario: 'content policy' },
  play: async ({ canvas, userEvent }) => {
    location.hash = 'TEXT_TO_VIDEO'
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Prompt' }), 'a paper boat')
    await userEvent.click(canvas.getByRole('button', { name: 'Generate video' }))
    await expect(
      await canvas.findByText('The content was refused by the policy of the model.', undefined, {
        timeout: 8_000,
      }),
    ).toBeVisible()
  },
}
