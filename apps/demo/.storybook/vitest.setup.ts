import { afterEach } from 'vitest'
import { page } from 'vitest/browser'

/** The narrowest page that nobody may need to scroll sideways (WCAG 2.2, 1.4.10), and how large text may be made (1.4.4). */
const NARROWEST = { width: 320, height: 720 }
const LARGEST_TEXT = '200%'

// Each story once more, after its play function, as narrow and with as large a text as it may be shown.
afterEach(async () => {
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
})

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
