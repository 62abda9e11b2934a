import styling from '@pika-kit/react/styling.json' with { type: 'json' }

interface Attribute {
  values?: string[]
  text?: boolean
}
const parts = new Map<string, Record<string, Attribute>>(
  Object.values(styling.components)
    .flatMap((component) => Object.entries<{ attributes?: Record<string, Attribute> }>(component))
    .map(([name, { attributes = {} }]) => [name, attributes]),
)

/** What an element of the kit shows to style sheets and styling.json does not tell of, a line each. */
export function strayStyling(root: Element): string[] {
  const stray = new Set<string>()
  for (const element of root.querySelectorAll('[class*="pk-"]')) {
    const classes = [...element.classList].filter((name) => name.startsWith('pk-'))
    for (const name of classes) if (!parts.has(name)) stray.add(`.${name}`)
    for (const { name, value } of element.attributes) {
      if (!name.startsWith('data-')) continue
      const known = classes.map((part) => parts.get(part)?.[name]).find(Boolean)
      const isRight = known && (known.text || (known.values ?? ['', 'true']).includes(value))
      if (!isRight) stray.add(`.${classes.join('.')}[${name}='${value}']`)
    }
  }
  return [...stray]
}
