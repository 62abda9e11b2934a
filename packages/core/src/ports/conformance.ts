// The promises of the ports as tests: every implementation of a port runs the suite of that port.
export { describeBus } from './bus.conformance.ts'
export { describeOutbox } from './outbox.conformance.ts'
export { describeStore } from './store.conformance.ts'
export {
  type ArchiveUnderTest,
  describeVideoArchive,
  type OfferedVideo,
  sampleVideo,
} from './video-archive.conformance.ts'
