/** Counters in the text format of Prometheus. */
export interface Metrics {
  /** Adds one to a counter with one label. */
  count(name: CounterName, label: string): void
  /** The page at `/metrics`. */
  render(): string
}

const counters = {
  pika_upstream_requests_total: { label: 'kind', help: 'Requests to fal, by kind.' },
  pika_webhooks_total: { label: 'status', help: 'Webhooks of fal, by the HTTP status of the answer.' },
  pika_graphql_operations_total: { label: 'transport', help: 'GraphQL operations, by transport.' },
} as const

type CounterName = keyof typeof counters

export function createMetrics(): Metrics {
  const values = new Map<CounterName, Map<string, number>>()
  return {
    count(name, label) {
      const labels = values.get(name) ?? new Map<string, number>()
      values.set(name, labels.set(label, (labels.get(label) ?? 0) + 1))
    },
    render() {
      const lines = Object.entries(counters).flatMap(([name, { label, help }]) => [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} counter`,
        ...[...(values.get(name as CounterName) ?? [])].map(
          ([value, count]) => `${name}{${label}="${value}"} ${count}`,
        ),
      ])
      return `${lines.join('\n')}\n`
    },
  }
}
