// What runs in the browser: mounts components of the kit, and watches what each frame of a drag costs its main thread.
import { createCatalog, type Operation, type Storyboard } from '@pika-kit/core'
import {
  createPikaClient,
  EffectPicker,
  KeyframeTimeline,
  MediaInput,
  OperationForm,
  PikaProvider,
  PromptField,
  VideoResult,
} from '@pika-kit/react'
import '@pika-kit/react/styles.css'
import type { ReactElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { flushSync } from 'react-dom'

export interface BenchPage {
  /** Milliseconds until the component stands in a page that is laid out. Leaves it there until the next. */
  mount(name: string): number
  watch(): void
  /** Milliseconds of the main thread for each frame that had a move of the pointer, from its handlers to its painting. */
  frames(): number[]
}

const catalog = createCatalog()
const operation = (id: string) => catalog.find(id) as Operation
const picture = picturesByHue()
const storyboard: Storyboard = {
  keyframes: [28, 330, 255, 205, 160].map((hue) => ({ id: `keyframe-${hue}`, url: picture(hue) })),
  transitions: [{ duration: 5 }, { duration: 6 }, { duration: 4 }, { duration: 7 }],
}
const upload = () => new Promise<never>(() => {})
const nothing = () => {}
// Nothing is asked of it.
const client = createPikaClient({ url: 'http://localhost/graphql' })

const components: Record<string, () => ReactElement> = {
  'nothing but a div': () => <div />,
  'a hundred buttons': () => (
    <div>
      {Array.from({ length: 100 }, (_, place) => (
        <button key={place} type="button">
          {place}
        </button>
      ))}
    </div>
  ),
  PromptField: () => <PromptField label="Prompt" defaultValue="mist drifts" />,
  MediaInput: () => <MediaInput label="Image" kind="image" upload={upload} />,
  'KeyframeTimeline, 5 keyframes': () => <KeyframeTimeline defaultValue={storyboard} upload={upload} />,
  'EffectPicker, 16 effects': () => <EffectPicker imageUrl={picture(28)} />,
  'OperationForm of Pikaframes': () => (
    <OperationForm operation={operation('PIKAFRAMES')} upload={upload} onGenerate={nothing} />
  ),
  VideoResult: () => (
    <PikaProvider client={client}>
      <VideoResult id={null} />
    </PikaProvider>
  ),
}

let root: Root | undefined
let place: HTMLElement | undefined
let handlersStarted: number | null = null
let worked: number[] = []

// A message that is posted in a frame's callback arrives after that frame has been painted.
const afterPaint = new MessageChannel()
afterPaint.port1.addEventListener('message', () => {
  if (handlersStarted !== null) worked.push(performance.now() - handlersStarted)
  handlersStarted = null
})
afterPaint.port1.start()

const bench: BenchPage = {
  mount(name) {
    root?.unmount()
    place?.remove()
    place = document.createElement('main')
    place.className = 'pk-root'
    document.body.append(place)
    const component = components[name] as () => ReactElement
    const element = component()
    const start = performance.now()
    root = createRoot(place)
    flushSync(() => root?.render(element))
    place.getBoundingClientRect()
    return performance.now() - start
  },
  watch() {
    worked = []
    addEventListener(
      'pointermove',
      () => {
        if (handlersStarted !== null) return
        handlersStarted = performance.now()
        requestAnimationFrame(() => afterPaint.port2.postMessage(0))
      },
      { capture: true },
    )
  },
  frames: () => worked,
}
Object.assign(globalThis, { bench, componentNames: Object.keys(components) })

function picturesByHue() {
  const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 270 })
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  return (hue: number) => {
    const sky = context.createLinearGradient(0, 0, 0, 270)
    sky.addColorStop(0, `hsl(${hue} 55% 62%)`)
    sky.addColorStop(1, `hsl(${hue + 150} 24% 34%)`)
    context.fillStyle = sky
    context.fillRect(0, 0, 480, 270)
    return canvas.toDataURL('image/jpeg', 0.8)
  }
}
