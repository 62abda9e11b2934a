import type { LiveState } from '../control/live-state.ts'
import { byId, call, setText, within } from './dom.ts'
import { amount } from './format.ts'

/** Sets up the panels that choose a fault and move the clock; the answer shows what is active. */
export function createControls(): (state: LiveState) => void {
  const showFault = faultPanel()
  const showClock = clockPanel()
  return (state) => {
    showFault(state.scenario)
    showClock(state.advanced)
  }
}

function faultPanel(): (scenario: LiveState['scenario']) => void {
  const form = byId('fault', HTMLFormElement)
  const names = byId('fault-name', HTMLSelectElement)
  const times = byId('fault-times', HTMLInputElement)
  const stop = byId('fault-stop', HTMLButtonElement)
  const problem = byId('fault-problem', HTMLElement)
  const description = byId('fault-description', HTMLElement)

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

  async function choose(scenario: string | null): Promise<void> {
    const howOften = new FormData(form).get('how-often')
    const count = howOften === 'once' ? 1 : howOften === 'times' ? times.valueAsNumber : undefined
    const body = JSON.stringify({
      scenario,
      ...(scenario !== null && count !== undefined && { times: count }),
    })
    await attempt(problem, () => call('./_emulator/scenario', { method: 'POST', body }))
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void choose(names.value)
  })
  stop.addEventListener('click', () => {
    // The button goes away with the fault it stops: the focus needs another place.
    within(form, '[type=submit]', HTMLButtonElement).focus()
    void choose(null)
  })

  return (scenario) => {
    stop.hidden = scenario === null
    form.toggleAttribute('data-active', scenario !== null)
    setText(byId('fault-now', HTMLElement), sentence(scenario))
  }
}

function sentence(scenario: LiveState['scenario']): string {
  if (scenario === null) return 'All goes well.'
  const { name, left } = scenario
  if (left === null) return `${name} for every request.`
  return left === 1 ? `${name} for the next request.` : `${name} for the next ${left} requests.`
}

function clockPanel(): (advanced: number) => void {
  const form = byId('clock', HTMLFormElement)
  const problem = byId('clock-problem', HTMLElement)
  for (const button of form.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      const body = JSON.stringify({ advance: Number(button.dataset['seconds']) })
      void attempt(problem, () => call('./_emulator/clock', { method: 'POST', body }))
    })
  }
  return (advanced) =>
    setText(byId('clock-now', HTMLElement), advanced > 0 ? `${amount(advanced)} ahead.` : 'Not moved.')
}

async function attempt(problem: HTMLElement, work: () => Promise<unknown>): Promise<void> {
  setText(problem, '')
  try {
    await work()
  } catch (error) {
    setText(problem, error instanceof Error ? error.message : String(error))
  }
}
