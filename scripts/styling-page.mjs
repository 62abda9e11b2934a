// packages/react/STYLING.md from styling.json.

/** @param {import('./check/styling.mjs').Styling} styling */
export function stylingPage({ properties, components }) {
  return `# Styling

Written by \`npm run generate\` from [styling.json](styling.json), which is in the package for tools too (\`@pika-kit/react/styling.json\`).
A check fails when a class, an attribute or a property is missing here, or is here and not in the kit; the Storybook's tests hold every story to it.

The style sheet, \`@pika-kit/react/styles.css\`, is in \`@layer pika-kit\`: any rule of yours outside a layer wins, whatever its selector.
Recipes: [Tailwind, shadcn, and a theme of one's own](../../docs/recipes/style-the-kit.md).

## Properties

Set them on \`:root\`, or on any element around a component. Light and dark follow the system, \`data-pk-theme="light"\` or \`"dark"\` decides for what is inside. Where people ask for more contrast, the colours have it; under forced colours the system's are used. Text is in \`rem\` and grows with the text size of the browser.

${table(
  ['property', 'what it is'],
  Object.entries(properties).map(([name, what]) => [code(name), what]),
)}

## Parts

Each has its class. A state is an attribute: without values it is there or not.
${Object.entries(components)
  .map(([name, parts]) => `\n### ${name}\n\n${partsTable(parts)}\n`)
  .join('')}`
}

/** @param {Record<string, import('./check/styling.mjs').Part>} parts */
function partsTable(parts) {
  const rows = Object.entries(parts).map(([name, { what, attributes = {}, properties = {} }]) => [
    code(`.${name}`),
    what,
    Object.entries(attributes)
      .map(
        ([attribute, { what: meaning, values }]) =>
          `${code(attribute)} ${meaning}${values ? `: ${values.map(code).join(', ')}` : ''}`,
      )
      .join('; '),
    Object.entries(properties)
      .map(([property, meaning]) => `${code(property)} ${meaning}`)
      .join('; '),
  ])
  const headings = ['part', 'what it is', 'attributes', 'properties']
  // A column that says nothing for any part is left out.
  const kept = headings.map((_, column) => rows.some((row) => row[column] !== ''))
  return table(
    headings.filter((_, column) => kept[column]),
    rows.map((row) => row.filter((_, column) => kept[column])),
  )
}

/** @param {string[]} headings @param {string[][]} rows */
function table(headings, rows) {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [
    line(headings),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n')
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``
}
