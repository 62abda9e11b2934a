// The page of the draft bench: the kit's player over its whole width, or without pictures
// a canvas on which a worker puts one colour, anew with each frame.
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

/** A canvas of the same size, and a button that has a worker put one colour on it: what showing alone costs here. */
function showPlain(root: Element, seconds: number): void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
  const button = Object.assign(document.createElement('button'), { textContent: 'Play the draft' })
  root.append(canvas, button)
  const worker = new Worker(new URL('./plain-worker.ts', import.meta.url), { type: 'module' })
  const offscreen = canvas.transferControlToOffscreen()
  worker.postMessage({ canvas: offscreen }, [offscreen])
  button.addEventListener('click', () => {
    document.body.dataset['playing'] = 'true'
    worker.postMessage({ seconds })
    // The main thread is called for frames too, to see when it is.
    const end = performance.now() + seconds * 1_000
    requestAnimationFrame(function tick(now) {
      if (now < end) requestAnimationFrame(tick)
      else delete document.body.dataset['playing']
    })
  })
}
