import type { Generations, Observation, Observer } from '@pika-kit/core'
import { z } from 'zod'
import { readVideo } from '../gateway/answers.ts'
import { readAtMost } from '../transports/request-body.ts'
import type { SignatureVerifier } from './signature.ts'

const LONGEST_BODY = 1024 * 1024

const report = z.object({
  request_id: z.string().min(1).max(200),
  status: z.enum(['OK', 'ERROR']),
  payload: z.unknown(),
})

export interface WebhookHandlerOptions {
  generations: Pick<Generations, 'report'>
  verifier: SignatureVerifier
  observer: Observer
  trustedOrigin: string | null
}

/**
 * Takes a webhook of fal for the generation that the token in its URL names. Answers as soon as it is stored; fetching
 * what it announces goes on behind. Duplicates and late ones change nothing.
 */
export function createWebhookHandler({
  generations,
  verifier,
  observer,
  trustedOrigin,
}: WebhookHandlerOptions) {
  return async (request: Request, token: string): Promise<Response> => {
    const body = await readAtMost(request, LONGEST_BODY)
    if (!body) return answer(413, 'The body is too large.')
    try {
      if (!(await verifier.isSigned(request.headers, body, Date.now())))
        return answer(401, 'The signature does not fit.')
    } catch (error) {
      observer.note('warn', 'the keys of webhooks could not be fetched', { error: String(error) })
      return answer(503, 'The keys cannot be fetched now. Send it again.')
    }
    const { data } = report.safeParse(parseJson(body))
    if (!data) return answer(400, 'The body is no webhook of fal.')
    // Two small writes: what was answered with 200 is stored, and what could not be stored fal sends again.
    try {
      const isKnown = await generations.report(token, observationOf(data, trustedOrigin), data.request_id)
      if (isKnown) return answer(200, 'Thank you.')
    } catch (error) {
      observer.note('error', 'a webhook could not be stored', {
        requestId: data.request_id,
        error: String(error),
      })
      return answer(503, 'It cannot be stored now. Send it again.')
    }
    observer.note('warn', 'a webhook came for no generation', { requestId: data.request_id })
    return answer(404, 'There is no generation for this.')
  }
}

/** A success that carries its video is complete; whatever else came to an end is looked up at fal, where the details are. */
function observationOf(
  { status, payload }: z.infer<typeof report>,
  trustedOrigin: string | null,
): Observation {
  const video = status === 'OK' ? readVideo(payload, trustedOrigin) : null
  return video ? { type: 'completed', video, billableUnits: null } : { type: 'finished', logs: [] }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return null
  }
}

function answer(status: number, message: string): Response {
  return Response.json({ message }, { status })
}
