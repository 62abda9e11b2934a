// The page of the draft bench: the kit's player over its whole width, or without pictures
// a canvas whose pixels are put anew with each frame, without anything to draw.
import { createCatalog } from '@pika-kit/core'
import { DraftPlayer, PikaProvider } from '@pika-kit/react'
import '@pika-kit/react/styles.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const root = document.querySelector('#root')
const operation = createCatalog().find('PIKAFRAMES')
if (!root || !operation) throw new Error('the page has no root, or the catalog no PIKAFRAMES')

const { searchParams } = new URL(location.href)
const imageUrls = searchParams.getAll('picture')
const seconds = Number(searchParams.get('seconds'))
if (imageUrls.length === 0) showPlain(root, seconds)
else {
  const transitions = imageUrls.slice(1).map(() => ({ duration: seconds }))
  createRoot(root).render(
    createElement(
      PikaProvider,
      null,
      createElement(DraftPlayer, { operation, input: { imageUrls, transitions, seed: 1 } }),
    ),
  )
}

/** A canvas of the same size, and a button that has one colour put on it for some seconds: what showing alone costs here. */
function showPlain(root: Element, seconds: number): void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
  const button = Object.assign(document.createElement('button'), { textContent: 'Play the draft' })
  root.append(canvas, button)
  const context = canvas.getContext('2d')
  const pixels = context?.createImageData(1280, 720)
  if (!context || !pixels) throw new Error('the browser has no 2D canvas')
  const words = new Int32Array(pixels.data.buffer)
  const paint = (now: number) => {
    words.fill(0xff000000 | (now & 0xffffff))
    context.putImageData(pixels, 0, 0)
  }
  requestAnimationFrame(paint)
  button.addEventListener('click', () => {
    const end = performance.now() + seconds * 1_000
    document.body.dataset['playing'] = 'true'
    requestAnimationFrame(function tick(now) {
      paint(now)
      if (now < end) requestAnimationFrame(tick)
      else delete document.body.dataset['playing']
    })
  })
}
