/** Counters in the text format of Prometheus. */
export interface Metrics {
  /** Adds one to a counter with one label. */
  count(name: CounterName, label: string): void
  /** Live subscriptions now. */
  subscribers: number
  /** The page at `/metrics`. */
  render(): Promise<string>
}

const counters = {
  pika_upstream_requests_total: { label: 'kind', help: 'Requests to fal, by kind.' },
  pika_webhooks_total: { label: 'status', help: 'Webhooks of fal, by the HTTP status of the answer.' },
  pika_graphql_operations_total: { label: 'kind', help: 'GraphQL operations, by kind.' },
} as const

type CounterName = keyof typeof counters

/** `countByStatus` says how many generations stand where. */
export function createMetrics(countByStatus: () => Promise<ReadonlyMap<string, number>>): Metrics {
  const values = new Map<CounterName, Map<string, number>>()
  return {
    count(name, label) {
      const labels = values.get(name) ?? new Map<string, number>()
      values.set(name, labels.set(label, (labels.get(label) ?? 0) + 1))
    },
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
      return `${[...lines, ...gauges].join('\n')}\n`
    },
  }
}
