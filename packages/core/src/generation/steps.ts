/**
 * Where a process may stand on the way of a generation: one name before and one after each write and each call. At any of
 * them it may be killed, and nothing is lost or paid twice; `npm run chaos` kills it at every one.
 */
export const GENERATION_STEPS = {
  'intent-checked': 'The request is right. Nothing is stored yet.',
  'intent-stored': 'The intent is stored. The viewer has not been answered.',
  'submission-due': 'The one submission is about to be marked as begun.',
  'submission-marked': 'The submission is marked as begun. The provider has not been called.',
  'submission-answered': 'The provider answered, or the answer was lost. It is not stored.',
  'acceptance-stored': 'The request id of an accepted submission is stored.',
  'submission-deferred': 'It is stored that the submission surely was not accepted. It will be made again.',
  'submission-unconfirmed': 'It is stored that nobody knows whether the submission was accepted.',
  'request-list-read': "The provider's list of requests was read. What it shows is not stored.",
  'submission-confirmed': 'The request that the list shows is stored.',
  'submission-refuted': 'It is stored that the list proves the submission absent.',
  'status-received': 'The provider told a status, by stream or when asked. It is not stored.',
  'result-due': 'The result is about to be fetched.',
  'result-fetched': 'The provider answered the result. It is not stored.',
  'result-stored': 'What the result says is stored: the end, or the video to copy.',
  'archive-due': 'The video is about to be copied into the archive.',
  'archive-written': 'The copy is there. That it is there is not stored.',
  'archive-stored':
    'It is stored that the archive has the video, or that it was left where the provider has it.',
  'report-received': 'A webhook came for this generation. Nothing of it is stored.',
  'report-identified': 'The request id that the webhook names is stored.',
  'report-stored': 'The webhook is stored. The provider has not been answered, and will send it again.',
  'generation-reopened': 'It is stored that a final generation is looked for again. Nobody follows it yet.',
  'cancel-stored': 'The wish to cancel is stored. The provider has not been told.',
  'cancel-passed-on': 'The provider has answered to the cancel.',
  'generation-claimed':
    'What an earlier process left is leased to this one, which has not begun to follow it.',
  'state-decided': 'An observation changes the state. The new state is not stored.',
  'state-stored': 'The new state and its events are stored. Nobody was told.',
  'state-published': 'Whoever watches was told of the new state.',
} as const satisfies Record<string, string>

/** The name of a step. */
export type GenerationStep = keyof typeof GENERATION_STEPS
