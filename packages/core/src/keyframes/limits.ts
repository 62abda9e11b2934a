// fal-ai/pika/v2.2/pikaframes: two to five keyframes, at most 25 seconds in all, five seconds where nothing is said.
export const MINIMUM_KEYFRAMES = 2
export const MAXIMUM_KEYFRAMES = 5
/** Seconds, over all transitions. */
export const MAXIMUM_TOTAL_SECONDS = 25
export const DEFAULT_TRANSITION_SECONDS = 5
/** fal documents no lower bound for one transition; the API takes whole seconds, so one is the shortest. */
export const MINIMUM_TRANSITION_SECONDS = 1
