// The control page: a list that follows the emulator's live stream, and the panels beside it. All text goes in as text.
import type { LiveState } from '../control/live-state.ts'
import { createControls } from './controls.ts'
import { byId, call, setText } from './dom.ts'
import { createCard, type RequestCard, spoken } from './request-card.ts'

const PAGE = 30
const MOST = 500

const list = byId('list', HTMLOListElement)
const more = byId('more', HTMLButtonElement)
const clear = byId('clear', HTMLButtonElement)
const empty = byId('empty', HTMLDivElement)
const connection = byId('connection', HTMLElement)
const announcer = byId('announcer', HTMLElement)
const cards = new Map<string, RequestCard>()
const showControls = createControls()
let first = PAGE
let show: keyof LiveState['counts'] = 'all'
let stream: EventSource | undefined
/** How far the emulator's clock is from the browser's, in milliseconds. */
let offset = 0

function connect(): void {
  stream?.close()
  stream = new EventSource(`./_emulator/live?first=${first}&show=${show}`)
  // The first message of each connection is the whole state: whatever was missed in between is in it.
  let isFirst = true
  stream.addEventListener('message', ({ data }) => {
    receive(JSON.parse(String(data)) as LiveState, isFirst)
    isFirst = false
  })
  stream.addEventListener('open', () => {
    isFirst = true
    setConnection('live', 'Live')
  })
  // The browser connects again by itself.
  stream.addEventListener('error', () => setConnection('lost', 'No connection'))
}

function setConnection(state: string, text: string): void {
  connection.dataset['state'] = state
  setText(connection, text)
}

function receive(state: LiveState, isFirst: boolean): void {
  offset = state.now - Date.now()
  for (const view of state.changed) {
    const card = cards.get(view.id)
    if (card && card.state !== view.state && !isFirst) setText(announcer, spoken(view))
    if (card) card.update(view)
    else cards.set(view.id, createCard(view))
  }
  const listed = new Set(state.order)
  for (const [id, { element }] of cards) {
    if (listed.has(id)) continue
    element.remove()
    cards.delete(id)
  }
  // From the end, each before the one after it: what stands right is not touched, and keeps its focus and its player.
  let after: Element | null = null
  for (const id of state.order.toReversed()) {
    const element = cards.get(id)?.element
    if (!element) continue
    if (element.nextElementSibling !== after || element.parentElement !== list)
      list.insertBefore(element, after)
    after = element
  }
  showCounts(state.counts)
  showControls(state)
  tick()
}

function showCounts(counts: LiveState['counts']): void {
  for (const [name, count] of Object.entries(counts)) {
    setText(byId(`count-${name}`, HTMLElement), count.toLocaleString())
  }
  document.title = counts.active > 0 ? `(${counts.active}) fal emulator` : 'fal emulator'
  clear.setAttribute('aria-disabled', String(counts.completed + counts.failed === 0))
  more.hidden = counts[show] <= cards.size || first >= MOST
  empty.hidden = cards.size > 0
  byId('empty-how', HTMLElement).hidden = counts.all > 0
  setText(byId('empty-title', HTMLElement), counts.all > 0 ? 'None here' : 'No request yet')
  setText(
    byId('empty-text', HTMLElement),
    counts.all > 0
      ? 'No request is in this state.'
      : 'Point a program here, and what it asks of fal appears as it happens.',
  )
}

function tick(): void {
  const now = Date.now() + offset
  for (const card of cards.values()) card.tick(now)
}

for (const choice of document.querySelectorAll<HTMLInputElement>('input[name=show]')) {
  choice.addEventListener('change', () => {
    show = choice.value as typeof show
    first = PAGE
    connect()
  })
}
more.addEventListener('click', () => {
  first = Math.min(MOST, first + PAGE)
  connect()
})
clear.addEventListener('click', () => {
  if (clear.getAttribute('aria-disabled') === 'true') return
  call('./_emulator/requests', { method: 'DELETE' }).then(
    (answer) => setText(announcer, `${(answer as { cleared: number }).cleared} requests cleared`),
    (error: unknown) => setText(announcer, error instanceof Error ? error.message : String(error)),
  )
})

const origin = location.href.replace(/[?#].*$/, '').replace(/\/$/, '')
setText(byId('address', HTMLElement), origin)
setText(
  byId('snippet-command', HTMLElement),
  `PIKA_EMULATOR_URL=${origin} \\\n  node --import @pika-kit/emulator/register app.js`,
)
setText(byId('snippet-code', HTMLElement), `const fal = createFalClient(falClientOptions('${origin}'))`)
setInterval(tick, 1000)
connect()
