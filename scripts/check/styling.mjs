// Holds packages/react/styling.json, what people may style, to the styles and components that there are.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, StepFailure } from '../step.mjs'

/**
 * @typedef {object} Attribute
 * @property {string} what
 * @property {string[]} [values] the ones it can have; without them, and without `text`, it is there or not
 * @property {boolean} [text] it may say anything
 *
 * @typedef {object} Part
 * @property {string} what
 * @property {Record<string, Attribute>} [attributes]
 * @property {Record<string, string>} [properties]
 *
 * @typedef {object} Styling
 * @property {Record<string, string>} properties
 * @property {Record<string, Record<string, Part>>} components by their name, their parts by class
 *
 * @typedef {{ name: string, text: string }} Source
 */

export function checkStyling() {
  const folder = join(root, 'packages/react')
  /** @type {Styling} */
  const styling = JSON.parse(readFileSync(join(folder, 'styling.json'), 'utf8'))
  const files = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/\.(test|stories)\.tsx?$|^(test|story)-support/.test(name),
  )
  const read = (/** @type {RegExp} */ kind) =>
    files
      .filter((name) => kind.test(name))
      .map((name) => ({ name, text: readFileSync(join(folder, 'src', name), 'utf8') }))
  const problems = stylingProblems(styling, { styles: read(/\.css$/), components: read(/\.tsx$/) })
  if (problems.length > 0)
    throw new StepFailure(`packages/react/styling.json and the kit differ:\n${problems.join('\n')}`)
  return Promise.resolve(`${Object.values(styling.components).flatMap(Object.keys).length} parts`)
}

/**
 * What differs, a line each.
 * @param {Styling} styling
 * @param {{ styles: Source[], components: Source[] }} sources
 */
export function stylingProblems(styling, { styles, components }) {
  const parts = new Map(Object.values(styling.components).flatMap((component) => Object.entries(component)))
  const attributes = new Set([...parts.values()].flatMap((part) => Object.keys(part.attributes ?? {})))
  const ofParts = new Set([...parts.values()].flatMap((part) => Object.keys(part.properties ?? {})))
  /** @type {Set<string>} */
  const problems = new Set()

  const markup = components.map(({ text }) => text).join('\n')
  const classes = new Set(markup.match(/(?<![\w-])pk-[a-z-]+/g))
  for (const name of parts.keys()) if (!classes.has(name)) problems.add(`.${name}: no component has it`)
  for (const name of attributes) if (!markup.includes(name)) problems.add(`${name}: no component sets it`)
  for (const { name, text } of components) {
    for (const [, list = ''] of text.matchAll(/["']([^"'\n]*)["']/g))
      for (const word of list.split(/\s+/))
        if (/^pk-[a-z]/.test(word) && !parts.has(word)) problems.add(`.${word} (${name}) is not in it`)
    for (const [, attribute = ''] of text.matchAll(/[\s'](data-[a-z-]+)'?[=:]/g))
      if (!attributes.has(attribute)) problems.add(`${attribute} (${name}) is not in it`)
  }

  /** @type {Set<string>} */
  const declared = new Set()
  for (const { name, text: whole } of styles) {
    const text = whole.replaceAll(/\/\*.*?\*\//gs, '')
    for (const [, property = ''] of text.matchAll(/^\s*(--pk-[a-z0-9-]+):/gm))
      if (!ofParts.has(property)) declared.add(property)
    for (const [, property = ''] of text.matchAll(/var\((--pk-[a-z0-9-]+)/g))
      if (!ofParts.has(property) && !(property in styling.properties))
        problems.add(`${property} (${name}) is not in it`)
    for (const [selector] of text.matchAll(/\.pk-[^\s,{>~+)]*/g)) problemsOfSelector(selector, name)
    if (name !== 'tokens.css')
      for (const [value] of text.matchAll(
        /#[0-9a-f]{3,8}\b|rgb\(.*?\)|border-radius: [1-9]\d?px|font(?:-size)?: [\d.]+px/g,
      ))
        if (value !== 'border-radius: 99px')
          problems.add(`${value} (${name}): use a --pk-* property, so that it can be changed`)
  }
  for (const property of declared)
    if (!(property in styling.properties)) problems.add(`${property} is not in it`)
  for (const property of Object.keys(styling.properties))
    if (!declared.has(property)) problems.add(`${property}: no style sheet declares it`)
  return [...problems].toSorted((one, other) => (one < other ? -1 : 1))

  /** One compound selector, such as `.pk-list-tile[data-status='failed']`. */
  function problemsOfSelector(/** @type {string} */ selector, /** @type {string} */ file) {
    const names = (selector.match(/\.pk-[a-z-]+/g) ?? []).map((name) => name.slice(1))
    for (const name of names) if (!parts.has(name)) problems.add(`.${name} (${file}) is not in it`)
    for (const [whole, attribute = '', value] of selector.matchAll(
      /\[(data-[a-z-]+)(?:[\^]?='([^']*)')?\]/g,
    )) {
      const known = names.map((name) => parts.get(name)?.attributes?.[attribute]).find(Boolean)
      if (!known) problems.add(`.${names.join('.')} ${whole} (${file}) is not in it`)
      else if (value !== undefined && !known.text && !known.values?.includes(value))
        problems.add(`.${names.join('.')} ${whole} (${file}): it has no such value`)
    }
  }
}
