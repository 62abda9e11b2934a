// The vitest settings that every package shares: TypeScript sources are resolved without a build, and stray output and leaks fail.
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import type { BrowserCommand } from 'vitest/node'
import type { ViteUserConfig } from 'vitest/config'
import { args, chromiumPath } from './browser.mjs'

type TestOptions = NonNullable<ViteUserConfig['test']>

const SOURCE = '@pika-kit/source'
// Vite resolves `graphql` by other conditions than Node does for the libraries it leaves external: without these there
// are two copies of it, and graphql refuses types "from another module or realm". `development` must stay out.
const nodeConditions = [SOURCE, 'node', 'module-sync']
const strayOutput = fileURLToPath(new URL('./fail-on-stray-output.ts', import.meta.url))
const leaks = fileURLToPath(new URL('./fail-on-leaks.ts', import.meta.url))
const mouseAtRest = fileURLToPath(new URL('./rest-mouse.ts', import.meta.url))

const restMouse: BrowserCommand = ({ page }) => page.mouse.move(-1, -1)

/** Settings for tests that run in Node. */
export function nodeProject(name: string, options: TestOptions = {}): ViteUserConfig {
  return {
    resolve: { conditions: [SOURCE] },
    ssr: { resolve: { conditions: nodeConditions } },
    environments: { __vitest__: { resolve: { conditions: nodeConditions } } },
    test: { name, include: ['src/**/*.test.ts'], setupFiles: [strayOutput, leaks], ...options },
  }
}

/** Settings for tests that run in a real Chromium. `optimize` lists the packages to bundle before the first test. */
export async function browserProject(
  name: string,
  { optimize = [], ...options }: TestOptions & { optimize?: string[] } = {},
): Promise<ViteUserConfig> {
  const executablePath = await chromiumPath()
  return {
    resolve: { conditions: [SOURCE, 'module', 'browser'] },
    ssr: { resolve: { conditions: nodeConditions } },
    environments: { __vitest__: { resolve: { conditions: nodeConditions } } },
    optimizeDeps: { include: optimize },
    test: {
      name,
      include: ['src/**/*.test.tsx'],
      setupFiles: [strayOutput, mouseAtRest],
      browser: {
        enabled: true,
        headless: true,
        commands: { restMouse },
        screenshotFailures: false,
        provider: playwright({ launchOptions: { ...(executablePath && { executablePath }), args } }),
        instances: [{ browser: 'chromium' }],
      },
      ...options,
    },
  }
}
