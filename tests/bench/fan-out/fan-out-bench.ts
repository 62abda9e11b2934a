import type { Bench, Findings, Goal, Row } from '../bench.ts'
import { startProgram } from '../process/calls.ts'
import { median } from '../report/numbers.ts'
import type { CrowdCalls, Gathered, Measured } from './crowd-program.ts'
import { checkOpenFiles } from './open-files.ts'

const OURS = 'this server'
const RAW = 'raw ws, one string for all'
const MERCURIUS = 'Mercurius'

/** The order in which the sides are shown; they are measured in turn, beginning with another in each round. */
const sides = [
  { name: OURS, program: './pika-program.ts' },
  { name: RAW, program: './raw-ws-program.ts' },
  { name: MERCURIUS, program: '../others/mercurius-program.ts' },
  { name: 'Apollo Server + graphql-ws', program: '../others/apollo-program.ts' },
  { name: 'Yoga + graphql-ws', program: './yoga-program.ts' },
] as const

interface Situation {
  watchers: number
  isOneEach: boolean
  /** In each round. */
  changes: number
}

const situations: readonly Situation[] = [
  { watchers: 1_000, isOneEach: false, changes: 20 },
  { watchers: 5_000, isOneEach: false, changes: 12 },
  { watchers: 1_000, isOneEach: true, changes: 5 },
  { watchers: 5_000, isOneEach: true, changes: 1 },
]
const quickSituations: readonly Situation[] = [{ watchers: 10, isOneEach: false, changes: 2 }]

const labelOf = ({ watchers, isOneEach }: Situation) =>
  `${watchers.toLocaleString('en')} sockets on one generation${isOneEach ? ' each' : ''}`

/** What it costs to tell many watchers, side by side. */
export const fanOutBench: Bench = {
  name: 'fan-out',
  says: 'live updates to many sockets, beside GraphQL servers as documented and `ws` alone',
  rounds: 7,
  async run({ rounds, isQuick, note }): Promise<Findings> {
    const asked = isQuick ? quickSituations : situations
    checkOpenFiles(Math.max(...asked.map(({ watchers }) => watchers)))
    const measured = []
    for (const situation of asked) {
      note(labelOf(situation))
      measured.push({ label: labelOf(situation), situation, sides: await measure(situation, rounds) })
    }
    return {
      tables: measured.map(({ label, situation, sides: found }) => ({
        title: label,
        rows: rowsOf(situation, found),
      })),
      charts: [
        {
          name: 'fan-out',
          title: 'Live updates that reach their watchers',
          unit: 'deliveries a second, more is better',
          groups: measured.map(({ label, sides: found }) => ({
            label,
            bars: found.map(({ name, rounds: all }) => ({
              label: name,
              value: median(all.map(({ deliveriesPerSecond }) => deliveriesPerSecond)),
              isOurs: name === OURS,
            })),
          })),
        },
      ],
      goals: measured
        .filter(({ situation }) => !situation.isOneEach)
        .flatMap(({ label, sides: found }) => goalsOf(label, found)),
    }
  },
}

interface SideFindings extends Gathered {
  name: string
  rounds: Measured[]
}

async function measure({ watchers, isOneEach, changes }: Situation, rounds: number): Promise<SideFindings[]> {
  const crowds = sides.map(({ name, program }) => ({
    name,
    program: new URL(program, import.meta.url).href,
    rounds: [] as Measured[],
    ...startCrowd(),
  }))
  try {
    const gathered: Gathered[] = []
    for (const { call, program } of crowds)
      gathered.push(await call('gather', { program, watchers, generations: isOneEach ? watchers : 1 }))
    // The first round lets every side warm up, and is not counted.
    for (let round = 0; round <= rounds; round++)
      for (const place of crowds.keys()) {
        const crowd = crowds[(place + round) % crowds.length] as (typeof crowds)[number]
        const found = await crowd.call('measure', changes)
        if (round > 0) crowd.rounds.push(found)
      }
    return crowds.map(({ name, rounds: all }, index) => ({
      name,
      rounds: all,
      ...(gathered[index] as Gathered),
    }))
  } finally {
    await Promise.all(crowds.map(({ end }) => end()))
  }
}

const startCrowd = () => startProgram<CrowdCalls>(new URL('./crowd-program.ts', import.meta.url))

function rowsOf({ watchers, isOneEach }: Situation, found: readonly SideFindings[]): Row[] {
  const medianOf = (side: SideFindings, key: keyof Measured) => median(side.rounds.map((round) => round[key]))
  return found.map((side) => ({
    server: side.name,
    'deliveries/s': medianOf(side, 'deliveriesPerSecond'),
    'CPU µs per delivery': medianOf(side, 'cpuMicrosecondsPerDelivery'),
    'of it for the change itself': side.unwatchedMicroseconds / (isOneEach ? 1 : watchers),
    'p50 ms': medianOf(side, 'medianMilliseconds'),
    'p99 ms': medianOf(side, 'p99Milliseconds'),
    'KB per socket': side.bytesPerSocket / 1_024,
    'bytes per message': medianOf(side, 'bytes'),
  }))
}

/** Ratios are taken within each round, so that what else the machine does touches both sides alike. */
function goalsOf(label: string, found: readonly SideFindings[]): Goal[] {
  const ratioTo = (name: string, ratio: (ours: Measured, theirs: Measured) => number) => {
    const theirs = found.find((side) => side.name === name)?.rounds ?? []
    const ours = found.find((side) => side.name === OURS)?.rounds ?? []
    return median(ours.map((round, index) => ratio(round, theirs[index] as Measured)))
  }
  return [
    { name: RAW, atLeast: 0.9 },
    { name: MERCURIUS, atLeast: 4 },
  ].flatMap(({ name, atLeast }) => [
    {
      says: `${label}: deliveries/s by those of ${name}`,
      measured: ratioTo(name, (ours, theirs) => ours.deliveriesPerSecond / theirs.deliveriesPerSecond),
      atLeast,
    },
    {
      says: `${label}: deliveries for the CPU of one of ${name}`,
      measured: ratioTo(
        name,
        (ours, theirs) => theirs.cpuMicrosecondsPerDelivery / ours.cpuMicrosecondsPerDelivery,
      ),
      atLeast,
    },
  ])
}
