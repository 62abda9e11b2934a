// The mouse stays where the last test left it, also in another file, and would hover over what the next one draws there.
import { beforeEach } from 'vitest'
import { commands } from 'vitest/browser'

declare module 'vitest/browser' {
  interface BrowserCommands {
    restMouse(): Promise<void>
  }
}

beforeEach(() => commands.restMouse())
