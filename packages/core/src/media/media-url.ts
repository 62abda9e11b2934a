import type { MediaProblem } from './media-problem.ts'
import type { MediaKind } from './media-types.ts'

/**
 * What is wrong with the address of a medium, null when nothing is: it is a public http(s) URL, a base64 data URI, or a URL that
 * an upload returned. Whether anything is there is not asked.
 */
export function mediaUrlProblem(value: string, kind: MediaKind): MediaProblem | null {
  if (value.startsWith('data:')) {
    const [head = '', data = ''] = value.split(',', 2)
    if (!head.startsWith(`data:${kind}/`)) return { code: 'WRONG_DATA_URI', kind }
    if (!head.endsWith(';base64')) return { code: 'NOT_BASE64' }
    if (data === '' || data.length % 4 === 1 || !/^[A-Za-z0-9+/]+={0,2}$/.test(data))
      return { code: 'BROKEN_BASE64' }
    return null
  }
  return /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(value) ? null : { code: 'NOT_AN_ADDRESS' }
}
