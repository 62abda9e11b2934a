import { createHistogram, type Histogram } from './histogram.ts'

/** What is counted, in the text format of Prometheus. */
export interface Metrics {
  /** Adds to a counter with one label: one, where no amount is given. */
  count(name: CounterName, label: string, amount?: number): void
  /** Requests to fal for each generation that ended, by operation. */
  readonly upstreamRequests: Histogram
  /** Live subscriptions now. */
  subscribers: number
  /** The page at `/metrics`. */
  render(): Promise<string>
}

const counters = {
  pika_upstream_requests_total: { label: 'kind', help: 'Requests to fal, by kind.' },
  pika_webhooks_total: { label: 'status', help: 'Webhooks of fal, by the HTTP status of the answer.' },
  pika_stalled_connections_total: {
    label: 'transport',
    help: 'Connections closed because nothing of what waited for them was taken, by transport.',
  },
  pika_archive_copies_total: {
    label: 'outcome',
    help: 'Copies of videos into the archive, by how they ended.',
  },
  pika_archive_bytes_total: { label: 'storage', help: 'Bytes of videos that were copied into the archive.' },
  pika_graphql_operations_total: { label: 'kind', help: 'GraphQL operations, by kind.' },
} as const

type CounterName = keyof typeof counters

/** `countByStatus` says how many generations stand where. */
export function createMetrics(countByStatus: () => Promise<ReadonlyMap<string, number>>): Metrics {
  const values = new Map<CounterName, Map<string, number>>()
  // One to submit, one stream, one status, one result when all goes well; hundreds where only polling works.
  const upstreamRequests = createHistogram({
    name: 'pika_upstream_requests_per_generation',
    help: 'Requests to fal for a generation that this replica saw end, by operation.',
    label: 'operation',
    buckets: [1, 2, 3, 4, 5, 7, 10, 20, 50, 100, 200],
  })
  return {
    count(name, label, amount = 1) {
      const labels = values.get(name) ?? new Map<string, number>()
      values.set(name, labels.set(label, (labels.get(label) ?? 0) + amount))
    },
    upstreamRequests,
    subscribers: 0,
    async render() {
      const statuses = await countByStatus()
      const lines = Object.entries(counters).flatMap(([name, { label, help }]) => [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} counter`,
        ...[...(values.get(name as CounterName) ?? [])].map(
          ([value, count]) => `${name}{${label}="${value}"} ${count}`,
        ),
      ])
      const gauges = [
        '# HELP pika_generations Generations in the store, by status.',
        '# TYPE pika_generations gauge',
        ...[...statuses].map(([status, count]) => `pika_generations{status="${status}"} ${count}`),
        '# HELP pika_subscribers Live subscriptions.',
        '# TYPE pika_subscribers gauge',
        `pika_subscribers ${this.subscribers}`,
      ]
      return `${[...lines, ...upstreamRequests.render(), ...gauges].join('\n')}\n`
    },
  }
}
