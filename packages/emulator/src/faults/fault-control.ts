import { type Exchange, headerOf } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { QueueRequest } from '../queue/request.ts'
import { seededRandom } from '../seeded-random.ts'
import { type Fault, type FaultPoint, parseFault } from './fault.ts'

/** A fault that waits for its place, and how often it is still to be played. */
export interface ArmedFault extends Fault {
  times: number
}

/** A fault that was played, with the byte that was drawn: enough to play it again. */
export interface PlayedFault extends Fault {
  afterBytes?: number
  /** Of the request it hit, where it hit one. */
  request_id?: string
}

/** Which fault strikes where. */
export interface FaultControl {
  /** Arms a fault for the next `times` occasions. Throws a `TypeError` that names the field. */
  inject(fault: unknown, times?: unknown): ArmedFault
  /** Disarms what was injected. What came with a submission stays with its request. */
  clear(): void
  readonly waiting: readonly ArmedFault[]
  /** The last thousand, oldest first. */
  readonly played: readonly PlayedFault[]
  /** Takes the fault for one occasion: of the given ones first, else of the injected. */
  take(point: FaultPoint, own?: readonly ArmedFault[], requestId?: string): PlayedFault | undefined
  /**
   * As `take`, for one call: its own header goes first, then what its request carries. Throws an `HttpError` 400 when the
   * header cannot be read or means another place.
   */
  takeFor(point: FaultPoint, exchange: Exchange, request?: QueueRequest): PlayedFault | undefined
}

const LONGEST_HISTORY = 1000

/** `seed` draws the byte where a fault gives a range; `log` is told of each that is played. */
export function createFaultControl(seed: number, log: (message: string) => void): FaultControl {
  const injected: ArmedFault[] = []
  const played: PlayedFault[] = []
  let drawn = 0

  function byteOf({ afterBytes }: Fault): number | undefined {
    if (typeof afterBytes !== 'object') return afterBytes
    const [from, to] = afterBytes
    return from + Math.floor(seededRandom(seed, drawn++) * (to - from + 1))
  }

  function take(
    point: FaultPoint,
    own: readonly ArmedFault[] = [],
    requestId?: string,
  ): PlayedFault | undefined {
    const armed = [...own, ...injected].find(({ at, times }) => at === point && times > 0)
    if (!armed) return undefined
    armed.times -= 1
    if (armed.times === 0 && injected.includes(armed)) injected.splice(injected.indexOf(armed), 1)
    const { times: _times, afterBytes: _range, ...fault } = armed
    const afterBytes = byteOf(armed)
    const entry: PlayedFault = {
      ...fault,
      ...(afterBytes !== undefined && { afterBytes }),
      ...(requestId !== undefined && { request_id: requestId }),
    }
    played.push(entry)
    if (played.length > LONGEST_HISTORY) played.shift()
    log(`fault: ${JSON.stringify(entry)}`)
    return entry
  }

  return {
    inject(value, times = 1) {
      const armed = arm(value, times)
      injected.push(armed)
      return armed
    },
    clear: () => void injected.splice(0),
    waiting: injected,
    played,
    take,
    takeFor(point, exchange, request) {
      const fault = faultOfHeader(exchange)
      if (fault && fault.at !== point) {
        throw new HttpError(400, `x-emulator-fault: fault.at is ${fault.at}, but this call is ${point}`)
      }
      return take(point, [...(fault ? [fault] : []), ...(request?.faults ?? [])], request?.id)
    },
  }
}

/** Places that belong to no request: a submission cannot name them. */
const WITHOUT_REQUEST: ReadonlySet<FaultPoint> = new Set(['upload', 'list'])

/** The fault that a submission's header names, for itself or for a later call of its request. Throws an `HttpError` 400. */
export function faultOfSubmission(exchange: Exchange): ArmedFault | undefined {
  const fault = faultOfHeader(exchange)
  if (!fault || !WITHOUT_REQUEST.has(fault.at)) return fault
  throw new HttpError(400, `x-emulator-fault: ${fault.at} is no part of a request: send it with that call`)
}

function faultOfHeader(exchange: Exchange): ArmedFault | undefined {
  const text = headerOf(exchange, 'x-emulator-fault')
  if (text === undefined || text === '') return undefined
  try {
    const { times, ...fault } = JSON.parse(text) as Record<string, unknown>
    return arm(fault, times ?? 1)
  } catch (error) {
    const message = error instanceof TypeError ? error.message : 'it is not JSON'
    throw new HttpError(400, `x-emulator-fault: ${message}`)
  }
}

function arm(value: unknown, times: unknown): ArmedFault {
  if (!Number.isSafeInteger(times) || Number(times) < 1) {
    throw new TypeError(
      `times is ${JSON.stringify(times)}: give a whole number above 0, or leave it out for one`,
    )
  }
  return { ...parseFault(value), times: Number(times) }
}
