/** What the use cases tell an operator: structured, never with prompts, media or keys. */
export interface Observer {
  note(
    level: 'debug' | 'info' | 'warn' | 'error',
    message: string,
    facts?: Readonly<Record<string, unknown>>,
  ): void
}
