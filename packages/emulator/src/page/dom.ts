/** The element of an id, which must be of this class: the page is ours, so its absence is a mistake of ours. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id)
  if (element instanceof type) return element
  throw new TypeError(`page.html has no ${type.name} #${id}`)
}

/** The first element within another that fits a selector. Throws a `TypeError` when there is none of this class. */
export function within<T extends Element>(parent: ParentNode, selector: string, type: new () => T): T {
  const element = parent.querySelector(selector)
  if (element instanceof type) return element
  throw new TypeError(`there is no ${type.name} ${selector}`)
}

/** Changes an element's text only when it differs, so that a screen reader is not told again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

/** Calls the emulator; the answer's JSON, or an error with the emulator's own sentence. */
export async function call(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(path, init)
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body
  const { detail } = (body ?? {}) as { detail?: unknown }
  throw new Error(typeof detail === 'string' ? detail : `the emulator answered ${response.status}`)
}

/** Does something that may fail, and says in `problem` why it did. */
export async function attempt(problem: HTMLElement, work: () => Promise<unknown>): Promise<void> {
  setText(problem, '')
  try {
    await work()
  } catch (error) {
    setText(problem, error instanceof Error ? error.message : String(error))
  }
}
