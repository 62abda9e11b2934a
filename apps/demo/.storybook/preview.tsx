import '@pika-kit/react/styles.css'
import './preview.css'
import addonA11y from '@storybook/addon-a11y'
import type { Operation } from '@pika-kit/core'
import addonDocs from '@storybook/addon-docs'
import { PikaProvider } from '@pika-kit/react'
import { definePreview } from '@storybook/react-vite'
import { StrictMode } from 'react'
import { arabic } from '../src/languages/arabic.ts'
import { english } from '../src/languages/english.ts'
import { french } from '../src/languages/french.ts'
import { german } from '../src/languages/german.ts'
import { japanese } from '../src/languages/japanese.ts'
import { languages, type LanguageTag } from '../src/languages/languages.ts'
import { spanish } from '../src/languages/spanish.ts'
import { Simulated } from '../src/simulation/Simulated.tsx'
import { type Fault, FAULTS } from '../src/simulation/simulated-gateway.ts'
import { shownSource } from './shownSource.ts'
import { strayStyling } from './strayStyling.ts'

/** All at once: a story is drawn without waiting for its words. */
const words = { en: english, de: german, fr: french, es: spanish, ja: japanese, ar: arabic }

export default definePreview({
  tags: ['autodocs'],
  addons: [addonDocs(), addonA11y()],
  parameters: {
    a11y: { test: 'error' },
    layout: 'padded',
    controls: { expanded: true },
    docs: { source: { transform: shownSource, language: 'tsx' } },
  },
  globalTypes: {
    theme: {
      toolbar: { title: 'Colours', icon: 'mirror', items: ['system', 'light', 'dark'], dynamicTitle: true },
    },
    language: {
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: Object.entries(languages).map(([value, { name }]) => ({ value, title: name })),
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Of the page; that of the language by itself',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['auto', 'ltr', 'rtl'], dynamicTitle: true },
    },
    width: {
      toolbar: {
        title: 'Width',
        icon: 'grow',
        items: ['full', '320px', '560px', '900px'],
        dynamicTitle: true,
      },
    },
    fault: {
      description: 'What goes wrong in stories that run the real schema in this page',
      toolbar: {
        title: 'Fault',
        icon: 'lightning',
        items: Object.entries(FAULTS).map(([value, title]) => ({ value, title: `${value}: ${title}` })),
        dynamicTitle: true,
      },
    },
    latency: {
      description: 'How long each step of a generation takes in these stories',
      toolbar: {
        title: 'Pace',
        icon: 'timer',
        items: [
          { value: 50, title: 'Steps of 50 ms' },
          { value: 700, title: 'Steps of 0.7 s' },
          { value: 3_000, title: 'Steps of 3 s' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: {
    theme: 'system',
    language: 'en',
    direction: 'auto',
    width: 'full',
    fault: 'none',
    latency: 700,
  },
  afterEach: ({ canvasElement }) => {
    const stray = strayStyling(canvasElement)
    if (stray.length > 0) throw new Error(`not in packages/react/styling.json: ${stray.join(', ')}`)
  },
  decorators: [
    // `parameters: { live: {} }` puts the real schema around a story; `live.operations` are added to it.
    (Story, { globals, parameters }) => {
      const live = parameters['live'] as { operations?: readonly Operation[] } | undefined
      if (!live) return <Story />
      const { fault, latency } = globals as { fault: Fault; latency: number }
      return (
        <Simulated fault={fault} stepMs={latency} operations={live.operations}>
          <Story />
        </Simulated>
      )
    },
    // `parameters: { inlineSize: 360 }` is as wide as a story gets, in pixels, as where it is used.
    (Story, { globals, parameters }) => {
      const { theme, language, direction, width } = globals as {
        theme: string
        language: LanguageTag
        direction: string
        width: string
      }
      if (theme === 'system') delete document.documentElement.dataset['pkTheme']
      else document.documentElement.dataset['pkTheme'] = theme
      document.documentElement.lang = language
      document.documentElement.dir = direction === 'auto' ? languages[language].direction : direction
      const { inlineSize = Infinity } = parameters as { inlineSize?: number }
      const maxInlineSize = Math.min(inlineSize, width === 'full' ? Infinity : Number.parseInt(width))
      return (
        <div className="story pk-root" style={Number.isFinite(maxInlineSize) ? { maxInlineSize } : undefined}>
          <StrictMode>
            <PikaProvider messages={words[language].kit}>
              <Story />
            </PikaProvider>
          </StrictMode>
        </div>
      )
    },
  ],
})
