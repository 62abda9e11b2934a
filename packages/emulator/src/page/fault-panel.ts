import type { LiveState } from '../control/live-state.ts'
import { createCallFault } from './call-fault.ts'
import { attempt, byId, call, setText, within } from './dom.ts'
import { faultWords } from './fault-words.ts'

/** Sets up the panel that plays a scenario, or a fault of one call; the answer shows what is active and what struck last. */
export function createFaultPanel(): (state: LiveState) => void {
  const form = byId('fault', HTMLFormElement)
  const names = byId('fault-name', HTMLSelectElement)
  const times = byId('fault-times', HTMLInputElement)
  const stop = byId('fault-stop', HTMLButtonElement)
  const problem = byId('fault-problem', HTMLElement)
  const description = byId('fault-description', HTMLElement)
  const always = within(form, '[value=always]', HTMLInputElement)
  const readCallFault = createCallFault()

  void call('./_emulator/scenarios').then((found) => {
    for (const scenario of found as { name: string; description: string }[]) {
      const option = new Option(scenario.name)
      option.dataset['description'] = scenario.description
      names.add(option)
    }
    describe()
  })
  const describe = (): void => setText(description, names.selectedOptions[0]?.dataset['description'] ?? '')
  names.addEventListener('change', describe)
  times.addEventListener('focus', () => (within(form, '[value=times]', HTMLInputElement).checked = true))

  const isCall = (): boolean => new FormData(form).get('kind') === 'call'
  function showKind(): void {
    for (const kind of ['scenario', 'call'] as const) {
      const fields = byId(`fault-${kind}`, HTMLFieldSetElement)
      fields.hidden = (kind === 'call') !== isCall()
      // What is not shown is not checked either.
      fields.disabled = fields.hidden
    }
    // The emulator counts the calls of a fault down: there is no "every" for it.
    byId('fault-always', HTMLElement).hidden = isCall()
    if (isCall() && always.checked) within(form, '[value=once]', HTMLInputElement).checked = true
    for (const noun of form.querySelectorAll('[data-noun]')) setText(noun, isCall() ? 'call' : 'request')
  }
  // A browser may bring back what was chosen before the page was loaded again.
  showKind()
  for (const radio of form.querySelectorAll('[name=kind]')) radio.addEventListener('change', showKind)

  const post = (path: string, body: unknown): Promise<unknown> =>
    attempt(problem, () => call(path, { method: 'POST', body: JSON.stringify(body) }))

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const howOften = new FormData(form).get('how-often')
    const count = howOften === 'once' ? 1 : howOften === 'times' ? times.valueAsNumber : undefined
    void (isCall()
      ? post('./_emulator/fault', { ...readCallFault(), times: count })
      : post('./_emulator/scenario', { scenario: names.value, times: count }))
  })
  stop.addEventListener('click', () => {
    // The button goes away with the fault it stops: the focus needs another place.
    within(form, '[type=submit]', HTMLButtonElement).focus()
    void post('./_emulator/scenario', { scenario: null }).then(() =>
      attempt(problem, () => call('./_emulator/faults', { method: 'DELETE' })),
    )
  })

  return ({ scenario, faults }) => {
    const active = [...scenarioWords(scenario), ...faults.waiting.map(waitingWords)]
    stop.hidden = active.length === 0
    setText(stop, active.length > 1 ? 'Stop all' : 'Stop it')
    form.toggleAttribute('data-active', active.length > 0)
    setText(byId('fault-now', HTMLElement), active.join('\n') || 'All goes well.')
    const struck = byId('fault-struck', HTMLElement)
    struck.hidden = faults.struck === null
    if (faults.struck !== null) setText(struck, `Struck last: ${faultWords(faults.struck)}.`)
  }
}

function scenarioWords(scenario: LiveState['scenario']): string[] {
  if (scenario === null) return []
  const { name, left } = scenario
  if (left === null) return [`${name} for every request.`]
  return [left === 1 ? `${name} for the next request.` : `${name} for the next ${left} requests.`]
}

function waitingWords({ times, ...fault }: LiveState['faults']['waiting'][number]): string {
  return `${faultWords(fault)}, ${times === 1 ? 'the next one' : `the next ${times}`}.`
}
