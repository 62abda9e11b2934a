import type { RequestState, RequestView } from '../control/live-state.ts'
import { byId, call, setText, within } from './dom.ts'
import { duration } from './format.ts'

/** One request in the list. Its element stays the same while the request lives, so that focus and an open player do too. */
export interface RequestCard {
  readonly element: HTMLLIElement
  readonly state: RequestState
  update(view: RequestView): void
  /** Writes how long it takes so far; `now` is the emulator's, in milliseconds since 1970. */
  tick(now: number): void
}

const STATES: Readonly<Record<RequestState, string>> = {
  queued: 'In queue',
  running: 'Rendering',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
}
const WEBHOOK_STATES = {
  waiting: 'webhook waits',
  sending: 'webhook on its way',
  delivered: 'webhook delivered',
  undelivered: 'webhook not delivered',
} as const

/** Makes the card of a request. */
export function createCard(first: RequestView): RequestCard {
  const fragment = byId('card', HTMLTemplateElement).content.cloneNode(true) as DocumentFragment
  const element = within(fragment, 'li', HTMLLIElement)
  const article = within(element, 'article', HTMLElement)
  const title = within(element, 'h3', HTMLHeadingElement)
  const pill = within(element, '.pill', HTMLElement)
  const elapsed = within(element, '.elapsed', HTMLTimeElement)
  const prompt = within(element, '.prompt', HTMLElement)
  const log = within(element, '.log', HTMLPreElement)
  const error = within(element, '.error', HTMLElement)
  const image = within(element, 'img', HTMLImageElement)
  const play = within(element, '.play', HTMLButtonElement)
  const details = within(element, 'details', HTMLDetailsElement)
  const steps = [...element.querySelectorAll('.steps li')]
  let view = first

  title.id = `title-${first.id}`
  article.setAttribute('aria-labelledby', title.id)
  within(element, '.glyph', HTMLElement).textContent = first.title.slice(0, 1)
  image.addEventListener('error', () => (image.hidden = true))
  play.addEventListener('click', () => showPlayer(element, view))
  details.addEventListener('toggle', () => details.open && void loadDetails(details, view.id))

  const card: RequestCard = {
    element,
    get state() {
      return view.state
    },
    update(next) {
      const isOtherState = next.state !== view.state
      view = next
      element.dataset['state'] = next.state
      setText(title, next.title)
      setText(pill, pillText(next))
      setText(prompt, next.prompt)
      setText(log, next.log.join('\n'))
      log.hidden = next.log.length === 0 || next.completedAt !== null
      setText(
        error,
        next.error ? `${next.error.status} ${next.error.type ?? ''} · ${next.error.message}` : '',
      )
      const reached = next.state === 'queued' ? 0 : next.state === 'running' ? 1 : 2
      for (const [index, step] of steps.entries()) {
        step.className =
          index < reached || next.state === 'completed' ? 'past' : index === reached ? 'present' : ''
      }
      if (next.thumbnail && image.getAttribute('src') !== `.${next.thumbnail}`) {
        image.hidden = false
        image.src = `.${next.thumbnail}`
      }
      play.hidden = next.video === null
      play.setAttribute('aria-label', `Play the video of ${next.title}`)
      showFacts(within(element, '.facts', HTMLUListElement), next)
      if (isOtherState && details.open) void loadDetails(details, next.id)
    },
    tick(now) {
      const end = view.completedAt ?? now
      setText(elapsed, duration(end - view.submittedAt))
      elapsed.title = `Sent at ${new Date(view.submittedAt).toLocaleTimeString()}`
    },
  }
  card.update(first)
  return card
}

function pillText({ state, position }: RequestView): string {
  if (position === null) return STATES[state]
  return position === 0 ? 'Next in the queue' : `In queue, ${position} ahead`
}

/** The states in words, for what is spoken. */
export function spoken({ title, state, error }: RequestView): string {
  return `${title}: ${STATES[state]}${error?.type ? `, ${error.type}` : ''}`
}

function showFacts(list: HTMLUListElement, { endpointId, id, scenario, webhook }: RequestView): void {
  const facts: [text: string, kind: string, title: string][] = [
    [endpointId, 'code', 'Endpoint'],
    [id, 'code', 'Request id'],
  ]
  if (scenario !== null) facts.push([scenario, 'fault', 'Fault'])
  if (webhook) facts.push([WEBHOOK_STATES[webhook.state], `webhook ${webhook.state}`, webhook.url])
  // Most messages change nothing here, and a rebuilt list would lose a selection.
  const key = JSON.stringify(facts)
  if (list.dataset['key'] === key) return
  list.dataset['key'] = key
  list.replaceChildren(
    ...facts.map(([text, kind, tip]) => {
      const item = document.createElement('li')
      item.className = kind
      item.title = tip
      item.textContent = text
      return item
    }),
  )
}

function showPlayer(element: HTMLLIElement, { video, title }: RequestView): void {
  if (video === null) return
  const player = document.createElement('video')
  player.controls = true
  player.autoplay = true
  player.loop = true
  player.muted = true
  player.playsInline = true
  player.src = `.${video}`
  player.setAttribute('aria-label', `Video of ${title}`)
  within(element, '.media', HTMLElement).replaceChildren(player)
  element.dataset['playing'] = ''
  player.focus()
}

async function loadDetails(details: HTMLDetailsElement, id: string): Promise<void> {
  const place = within(details, '.details', HTMLElement)
  try {
    const found = await call(`./_emulator/requests/${id}`)
    const { input, result, logs, webhook_url: webhook } = found as Record<string, unknown>
    const lines = (logs as { timestamp: string; message: string }[]).map(
      ({ timestamp, message }) => `${timestamp.slice(11, 23)}  ${message}`,
    )
    const blocks: [string, string][] = [['Input', JSON.stringify(input, null, 2)]]
    if (result) blocks.push(['Result', JSON.stringify(result, null, 2)])
    if (lines.length > 0) blocks.push(['Log', lines.join('\n')])
    if (typeof webhook === 'string') blocks.push(['Webhook', webhook])
    place.replaceChildren(...blocks.flatMap(([name, text]) => block(name, text)))
  } catch (error) {
    place.replaceChildren(...block('Not to be had', error instanceof Error ? error.message : String(error)))
  }
}

function block(name: string, text: string): HTMLElement[] {
  const heading = document.createElement('h4')
  heading.textContent = name
  const code = document.createElement('pre')
  code.tabIndex = 0
  code.setAttribute('aria-label', name)
  code.textContent = text
  return [heading, code]
}
