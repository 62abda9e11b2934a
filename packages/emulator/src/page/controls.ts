import type { LiveState } from '../control/live-state.ts'
import { attempt, byId, call, setText } from './dom.ts'
import { createFaultPanel } from './fault-panel.ts'
import { amount } from './format.ts'

/** Sets up the panels that play faults and move the clock; the answer shows what is active. */
export function createControls(): (state: LiveState) => void {
  const showFault = createFaultPanel()
  const showClock = clockPanel()
  return (state) => {
    showFault(state)
    showClock(state.advanced)
  }
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
