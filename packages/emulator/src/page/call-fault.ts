import type { Fault, FaultPoint, FaultStep } from '../faults/fault.ts'
import { byId, call, setText } from './dom.ts'
import { faultWords, placeNames, stepNames } from './fault-words.ts'

/**
 * Sets up the fields of a fault at a byte or a step of one call, and answers how to read them. What makes no sense
 * together cannot be chosen together; which steps a place has is asked of the emulator.
 */
export function createCallFault(): () => Fault {
  const place = byId('call-place', HTMLSelectElement)
  const step = byId('call-step', HTMLSelectElement)
  const kind = byId('call-kind', HTMLSelectElement)
  const status = byId('call-status', HTMLInputElement)
  const [from, to] = [byId('call-from', HTMLInputElement), byId('call-to', HTMLInputElement)]
  const fields = byId('fault-call', HTMLFieldSetElement)
  let points: Partial<Record<FaultPoint, readonly FaultStep[]>> = {}

  function read(): Fault {
    return {
      at: place.value as FaultPoint,
      ...(step.value !== '' && { step: step.value as FaultStep }),
      ...(!from.disabled && bytesOf(from, to)),
      with: kind.value === 'status' ? `status:${status.valueAsNumber}` : (kind.value as 'cut'),
    }
  }

  /** Shows what the chosen place has, and what is meant. */
  function refresh(): void {
    // After the first event the status was sent.
    const isAfterStatus = step.value === 'after-first-event'
    const error = kind.namedItem('call-kind-status')
    if (error) error.disabled = isAfterStatus
    if (isAfterStatus && kind.value === 'status') kind.value = 'cut'
    show('call-status-field', kind.value === 'status', status)
    show('call-bytes-field', kind.value !== 'status' && !isAfterStatus, from, to)
    const fault = read()
    const isReadable = status.disabled || status.validity.valid
    setText(byId('call-description', HTMLElement), isReadable ? `${faultWords(fault)}.` : '')
    setText(byId('call-json', HTMLElement), isReadable ? spaced(fault) : '')
  }

  function offerSteps(): void {
    const steps = points[place.value as FaultPoint] ?? []
    const whole = place.value === 'stream' ? [new Option('at a byte, or before all', '')] : []
    step.replaceChildren(...whole, ...steps.map((name) => new Option(stepNames[name], name)))
    show('call-step-field', steps.length > 0, step)
    refresh()
  }

  void call('./_emulator/faults').then((answer) => {
    points = (answer as { points: typeof points }).points
    const names = Object.keys(points) as FaultPoint[]
    place.replaceChildren(...names.map((name) => new Option(placeNames[name], name)))
    place.value = 'result'
    offerSteps()
  })
  place.addEventListener('change', offerSteps)
  fields.addEventListener('input', refresh)
  return read
}

/** As JSON that can be broken between its fields. */
const spaced = (fault: Fault): string => JSON.stringify(fault).replaceAll(',"', ', "')

/** A field that is not shown is not checked either. */
function show(id: string, isShown: boolean, ...fields: (HTMLInputElement | HTMLSelectElement)[]): void {
  byId(id, HTMLElement).hidden = !isShown
  for (const field of fields) field.disabled = !isShown
}

function bytesOf(from: HTMLInputElement, to: HTMLInputElement): Pick<Fault, 'afterBytes'> {
  if (to.value !== '') return { afterBytes: [from.value === '' ? 0 : from.valueAsNumber, to.valueAsNumber] }
  return from.value === '' ? {} : { afterBytes: from.valueAsNumber }
}
