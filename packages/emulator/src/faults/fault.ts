const acceptance = ['before-accept', 'after-accept'] as const

/** Every place where a fault can be put, with its steps. Where there are none, the whole answer is the place. */
export const faultPoints = {
  /** A submission, on the queue or the synchronous host. */
  submit: acceptance,
  status: [],
  /** A status stream. */
  stream: ['after-first-event'],
  result: [],
  cancel: acceptance,
  /** The bytes of an upload, whole or one part of it. */
  upload: acceptance,
  /** The download of a stored file. */
  file: [],
  /** One attempt to deliver a webhook. */
  webhook: [],
  /** The request list of the platform API. */
  list: [],
} as const satisfies Record<string, readonly string[]>

export type FaultPoint = keyof typeof faultPoints
export type FaultStep = (typeof faultPoints)[FaultPoint][number]

/**
 * One thing that goes wrong, as data.
 *
 * ```ts
 * { at: 'submit', step: 'after-accept', afterBytes: 17, with: 'cut' } // accepted; the reply breaks off behind its 17th byte
 * ```
 */
export interface Fault {
  at: FaultPoint
  /**
   * Required where something is done: `before-accept`, nothing is; `after-accept`, it is done and only the answer fails.
   * At a stream `after-first-event` may stand in place of `afterBytes`.
   */
  step?: FaultStep
  /**
   * How many bytes pass before it: of the answer's body, or of the request's body at `before-accept`, or of the webhook's. A pair
   * is a range, both ends included, that the emulator's seed draws from. Left out: not even the headers pass.
   * Whatever is shorter fails at its end.
   */
  afterBytes?: number | readonly [number, number]
  /**
   * `cut` drops the connection; `stall` leaves it open and silent; `status:503` answers with that status (400 to 599).
   * A webhook is delivered whole at a status, which is then taken for the receiver's answer.
   */
  with: 'cut' | 'stall' | `status:${number}`
}

/** Reads a fault. Throws a `TypeError` that names the field, what is wrong with it and what it may be. */
export function parseFault(value: unknown): Fault {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('a fault must be an object such as {"at":"result","with":"status:504"}')
  }
  const { at, step, afterBytes, with: kind, ...rest } = value as Record<string, unknown>
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) {
    throw new TypeError(`fault.${unknown} is not known: a fault has at, step, afterBytes and with`)
  }
  if (typeof at !== 'string' || !Object.hasOwn(faultPoints, at)) {
    throw wrong('at', at, `one of ${Object.keys(faultPoints).join(', ')}`)
  }
  if (typeof kind !== 'string' || !/^(cut|stall|status:[45]\d\d)$/.test(kind)) {
    throw wrong('with', kind, 'cut, stall, or status: and a number from 400 to 599, such as status:503')
  }
  const point = at as FaultPoint
  checkStep(point, step)
  if (afterBytes !== undefined) checkBytes(afterBytes, kind, step)
  if (step === 'after-first-event' && kind.startsWith('status:')) {
    throw wrong('with', kind, 'cut or stall: after the first event the status has been sent')
  }
  return {
    at: point,
    ...(step !== undefined && { step: step as FaultStep }),
    ...(afterBytes !== undefined && { afterBytes: afterBytes as number | [number, number] }),
    with: kind as Fault['with'],
  }
}

function checkStep(at: FaultPoint, step: unknown): void {
  const steps: readonly unknown[] = faultPoints[at]
  if (steps.length === 0) {
    if (step !== undefined) throw new TypeError(`fault.step has no meaning at ${at}: leave it out`)
    return
  }
  const isOptional = at === 'stream'
  if (step === undefined ? isOptional : steps.includes(step)) return
  throw wrong('step', step, `${steps.join(' or ')}${isOptional ? ', or leave it out' : ''}`)
}

function checkBytes(afterBytes: unknown, kind: string, step: unknown): void {
  if (kind.startsWith('status:')) {
    throw new TypeError('fault.afterBytes has no meaning with a status: leave it out, or take cut or stall')
  }
  if (step === 'after-first-event') {
    throw new TypeError('fault.afterBytes has no meaning at after-first-event: give one of the two')
  }
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
  if (isCount(afterBytes)) return
  const [from, to, ...rest]: unknown[] = Array.isArray(afterBytes) ? afterBytes : []
  if (isCount(from) && isCount(to) && from <= to && rest.length === 0) return
  throw wrong('afterBytes', afterBytes, 'a whole number from 0, or a range such as [0, 200]')
}

function wrong(field: string, value: unknown, wanted: string): TypeError {
  const given = value === undefined ? 'missing' : JSON.stringify(value)
  return new TypeError(`fault.${field} is ${given}: give ${wanted}`)
}
