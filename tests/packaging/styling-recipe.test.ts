// docs/recipes/style-the-kit.md: its blocks, run by Tailwind and looked at in a browser.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CostBadge, SeedField } from '@pika-kit/react'
import { type Browser, chromium, type Page } from 'playwright'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { compile } from 'tailwindcss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { args, chromiumPath } from '../../scripts/browser.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const recipe = readFileSync(`${root}docs/recipes/style-the-kit.md`, 'utf8')
const block = (mark: string) => {
  const found = [...recipe.matchAll(/```css\n(.*?)```/gs)].map(([, css = '']) => css)
  return found.find((css) => css.includes(mark)) ?? expect.fail(`no block of the recipe has ${mark}`)
}
const styles = {
  tailwindcss: createRequire(import.meta.url).resolve('tailwindcss/index.css'),
  '@pika-kit/react/styles.css': `${root}packages/react/src/styles.css`,
}
/** What a reader of the recipe uses: a utility on a part, and one for its state. */
const utilities = ['p-6', 'data-[state=free]:opacity-60']

const markup = renderToStaticMarkup(
  createElement('main', { className: 'pk-root' }, [
    createElement(CostBadge, { key: 1, amount: null, isFree: true, className: utilities.join(' ') }),
    createElement(SeedField, { key: 2, label: 'Seed', value: null, onChange: () => {} }),
  ]),
)

let browser: Browser
let page: Page
beforeAll(async () => {
  const executablePath = await chromiumPath()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
  page = await browser.newPage({ colorScheme: 'light' })
})
afterAll(() => browser.close())

async function show(css: string) {
  const compiler = await compile(css, {
    base: root,
    loadStylesheet: (id, base) => {
      const path = id in styles ? styles[id as keyof typeof styles] : resolve(base, id)
      return Promise.resolve({ path, base: dirname(path), content: readFileSync(path, 'utf8') })
    },
  })
  await page.setContent(`<style>${compiler.build(utilities)}</style>${markup}`)
}
const style = (selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

test('with Tailwind the buttons keep their edges and a utility wins over the kit', async () => {
  await show(block("@import 'tailwindcss'"))
  expect(await style('.pk-button', 'border-top-width')).toBe('1px')
  expect(await style('.pk-button', 'background-color')).toBe('rgb(255, 255, 255)')
  expect(await style('.pk-cost', 'padding-top')).toBe('24px')
  expect(await style('.pk-cost', 'opacity')).toBe('0.6')
})

test('the colours of shadcn are those of the kit, and a theme of its own needs no more than properties', async () => {
  const shadcn = ':root { --card: rgb(1 2 3); --foreground: rgb(250 251 252); --radius: 8px }'
  await show(`${block("@import 'tailwindcss'")}${shadcn}${block('--pk-panel: var(--card)')}`)
  expect(await style('.pk-button', 'background-color')).toBe('rgb(1, 2, 3)')
  expect(await style('.pk-root', 'color')).toBe('rgb(250, 251, 252)')
  expect(await style('.pk-button', 'border-top-left-radius')).toBe('6px')
  await show(`@import '@pika-kit/react/styles.css';${block('--pk-radius: 4px')}`)
  expect(await style('.pk-button', 'border-top-left-radius')).toBe('3px')
})
