// For tests of core and of the packages on it: simulated time, a provider that does as told, ports in memory.
export { createFakeGateway, type FakeGateway, fakeStatuses, fakeVideo, silentAfter } from './fake-gateway.ts'
export { archivedFacts, createFakeArchive, type FakeArchive } from './fake-archive.ts'
export { createSimulatedClock, type SimulatedClock } from './simulated-clock.ts'
export { createTestPorts, type TestPorts } from './test-ports.ts'
export { sampleGeneration } from './sample-generation.ts'
