import type { Bench } from './bench.ts'
import { draftBench } from './draft/draft-bench.ts'
import { fanOutBench } from './fan-out/fan-out-bench.ts'
import { inFlightBench } from './growth/in-flight-bench.ts'
import { listsBench } from './growth/lists-bench.ts'
import { replicasBench } from './growth/replicas-bench.ts'
import { reactBench } from './react/react-bench.ts'
import { renderBench } from './render/render-bench.ts'
import { throughputBench } from './throughput/throughput-bench.ts'
import { updatesBench } from './updates/updates-bench.ts'
import { upstreamBench } from './updates/upstream-bench.ts'

/** All that `npm run bench` measures, in this order. A bench of its own process or two lives in a folder of its name. */
export const benches: readonly Bench[] = [
  fanOutBench,
  updatesBench,
  upstreamBench,
  throughputBench,
  listsBench,
  inFlightBench,
  replicasBench,
  renderBench,
  draftBench,
  reactBench,
]
