import { defineSection } from '../defineSection.ts'

/** The words for taking in a request that was made elsewhere. */
export const adoptWords = defineSection('adopt', () => ({
  label: 'Take in a request made elsewhere',
  hint: 'One that another program, or fal’s own page, made with the key of this server. Nothing is sent to fal, and nothing is paid.',
  operation: 'Kind',
  requestId: 'Request ID',
  requestIdHint: 'as fal’s dashboard shows it',
  take: 'Take it in',
  taking: 'Looking it up…',
  taken: 'It is taken in.',
  empty: 'must not be empty',
}))
