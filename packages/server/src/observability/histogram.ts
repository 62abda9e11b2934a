/** A histogram of Prometheus with one label: how many observations were at most so large, and what they add up to. */
export interface Histogram {
  observe(label: string, value: number): void
  /** The lines of the page at `/metrics`. */
  render(): string[]
}

export interface HistogramOptions {
  name: string
  help: string
  label: string
  /** Upper bounds, rising; what is larger counts under `+Inf` alone. */
  buckets: readonly number[]
}

export function createHistogram({ name, help, label, buckets }: HistogramOptions): Histogram {
  const series = new Map<string, { atMost: number[]; sum: number; count: number }>()
  return {
    observe(value, observed) {
      const known = series.get(value) ?? { atMost: buckets.map(() => 0), sum: 0, count: 0 }
      series.set(value, {
        atMost: known.atMost.map((count, index) => (observed <= buckets[index]! ? count + 1 : count)),
        sum: known.sum + observed,
        count: known.count + 1,
      })
    },
    render: () => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} histogram`,
      ...[...series].flatMap(([value, { atMost, sum, count }]) => [
        ...buckets.map(
          (bound, index) => `${name}_bucket{${label}="${value}",le="${bound}"} ${atMost[index]}`,
        ),
        `${name}_bucket{${label}="${value}",le="+Inf"} ${count}`,
        `${name}_sum{${label}="${value}"} ${sum}`,
        `${name}_count{${label}="${value}"} ${count}`,
      ]),
    ],
  }
}
