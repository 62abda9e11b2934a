import type { Fault, FaultPoint, FaultStep } from '../faults/fault.ts'

/** What each place is called on the page. */
export const placeNames: Record<FaultPoint, string> = {
  submit: 'Submission',
  status: 'Status',
  stream: 'Status stream',
  result: 'Result',
  cancel: 'Cancellation',
  upload: 'Upload',
  file: 'Download of a file',
  webhook: 'Webhook',
  list: 'Request list',
}

/** When a fault strikes, behind "Result: cut". */
export const stepNames: Record<FaultStep, string> = {
  'before-accept': 'before it is accepted',
  'after-accept': 'after it was accepted',
  'after-first-event': 'after its first event',
}

/** `Result: cut after 17 bytes`: what a fault does, in a line. */
export function faultWords({ at, step, afterBytes, with: kind }: Fault): string {
  const what = kind.startsWith('status:') ? `answers ${kind.slice('status:'.length)}` : kinds[kind as 'cut']
  const where = step === undefined ? '' : ` ${stepNames[step]}`
  const bytes = afterBytes === undefined ? '' : ` after ${byteWords(afterBytes)}`
  return `${placeNames[at]}: ${what}${where}${step !== undefined && bytes ? `,${bytes}` : bytes}`
}

const kinds = { cut: 'cut', stall: 'stalls' }

function byteWords(afterBytes: NonNullable<Fault['afterBytes']>): string {
  if (typeof afterBytes !== 'number') return `${afterBytes.join(' to ')} bytes`
  return afterBytes === 1 ? '1 byte' : `${afterBytes} bytes`
}
