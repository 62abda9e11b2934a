/** Work of some length that can be put down after each `yield`, some milliseconds apart, and taken up again. */
export type Steps<Result = void> = Generator<void, Result, void>

/** Does what is left of it in one go. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
