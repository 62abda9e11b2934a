import { afterEach, beforeEach } from 'vitest'
import { page } from 'vitest/browser'
import { forgetLayoutShifts, layoutShifts } from './layoutShifts.ts'

/** The narrowest page that nobody may need to scroll sideways (WCAG 2.2, 1.4.10), and how large text may be made (1.4.4). */
const NARROWEST = { width: 320, height: 720 }
const LARGEST_TEXT = '200%'

declare module 'vitest' {
  interface TestContext {
    /** What Storybook's tests run. */
    story?: { parameters: { layoutShift?: number } }
  }
}

beforeEach(async () => {
  // What the story before has left behind.
  await nextFrame()
  await nextFrame()
  forgetLayoutShifts()
})

/** Some lines of text by a pixel: what nobody sees. */
const UNSEEN_SHIFT = 0.001

// In its story nothing moves unless somebody did something: `parameters: { layoutShift }` is how much may.
// Then each once more as narrow and with as large a text as it may be shown.
afterEach(async ({ story }) => {
  await nextFrame()
  await nextFrame()
  const { score, moved } = layoutShifts()
  if (score > (story?.parameters.layoutShift ?? UNSEEN_SHIFT))
    throw new Error(`moved by itself, by ${score.toFixed(4)}: ${moved.join('; ')}`)
  await fitsNarrowest()
})

async function fitsNarrowest(): Promise<void> {
  const { documentElement } = document
  const before = { width: innerWidth, height: innerHeight }
  documentElement.style.fontSize = LARGEST_TEXT
  await page.viewport(NARROWEST.width, NARROWEST.height)
  try {
    // What watches its size has drawn anew after the first of them.
    await nextFrame()
    await nextFrame()
    if (documentElement.scrollWidth > NARROWEST.width)
      throw new Error(`wider than ${NARROWEST.width} px in large text: ${wider().join(', ')}`)
  } finally {
    documentElement.style.fontSize = ''
    await page.viewport(before.width, before.height)
  }
}

/** What reaches beyond the page, without what is inside of it. */
function wider(): string[] {
  const isWider = (element: Element | null) => {
    const { left = 0, right = 0 } = element?.getBoundingClientRect() ?? {}
    return left < -1 || right > NARROWEST.width + 1
  }
  return Array.from(document.body.querySelectorAll('*'))
    .filter((element) => isWider(element) && !isWider(element.parentElement))
    .map((element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`)
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}
