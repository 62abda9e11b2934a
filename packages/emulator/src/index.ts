export { createEmulator, type Emulator } from './emulator.ts'
export { falClientOptions, type FalClientOptions } from './fal-client.ts'
export type { Fault, FaultPoint, FaultStep } from './faults/fault.ts'
export type { PlayedFault } from './faults/fault-control.ts'
export type { EmulatorLogger, EmulatorOptions } from './options.ts'
export type { Renderer } from './queue/draft-runner.ts'
export type { LedgerEntry } from './queue/ledger.ts'
export {
  MediaError,
  renderDraft,
  type RenderProgress,
  type RenderRequest,
  type RenderedVideo,
} from './render/index.ts'
export { scenarioDescriptions, type ScenarioName } from './scenarios/registry.ts'
