import '@pika-kit/react/styles.css'
import './preview.css'
import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'

export default definePreview({
  tags: ['autodocs'],
  addons: [addonDocs(), addonA11y()],
  parameters: { a11y: { test: 'error' }, layout: 'padded', controls: { expanded: true } },
  globalTypes: {
    theme: {
      toolbar: { title: 'Colours', icon: 'mirror', items: ['system', 'light', 'dark'], dynamicTitle: true },
    },
    direction: {
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    width: {
      toolbar: {
        title: 'Width',
        icon: 'grow',
        items: ['full', '320px', '560px', '900px'],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'system', direction: 'ltr', width: 'full' },
  decorators: [
    (Story, { globals }) => {
      const { theme, direction, width } = globals as { theme: string; direction: string; width: string }
      if (theme === 'system') delete document.documentElement.dataset['pkTheme']
      else document.documentElement.dataset['pkTheme'] = theme
      document.documentElement.dir = direction
      return (
        <div className="pk-root" style={{ maxInlineSize: width === 'full' ? undefined : width }}>
          <Story />
        </div>
      )
    },
  ],
})
