// Every language of the kit, held to English, to the catalogue and to the codes of core: a new text, operation, effect or
// code fails here, or in the type checker, until it is there in each.
import {
  effects,
  type FieldDescription,
  generationErrors,
  type InputIssue,
  type Operation,
  pikaOperations,
} from '@pika-kit/core'
import { describe, expect, test } from 'vitest'
import errorsPage from '../../../../docs/errors.md?raw'
import { messageSamples } from '../test-support/messageSamples.ts'
import { arabic, arabicFor } from './arabic/index.ts'
import { english, englishFor, type Messages } from './english/index.ts'
import { french } from './french/index.ts'
import { german, germanFor } from './german/index.ts'
import { japanese } from './japanese/index.ts'
import { fieldIn, issueIn, limitsAt, operationIn } from './saidIn.ts'
import { spanish } from './spanish/index.ts'

const languages: Record<string, Messages> = { german, french, spanish, japanese, arabic }

/** What is the same in English, by language: names, signs, and words that the language has taken over. */
const same: Record<string, readonly string[]> = {
  german: [
    'https://…',
    'Storyboard',
    'Keyframes',
    'Keyframe 4',
    'Zoom',
    'Prompt',
    'Pause',
    'Tag',
    'Seed',
    'Video: TITLE',
    '(optional)',
    'Video',
    'Keyframe',
  ],
  french: [
    'https://…',
    'Storyboard',
    'Transitions',
    'Transition 4',
    'Zoom',
    'Pause',
    'Transition',
    'Image',
    'Images',
    'Prompt',
  ],
  spanish: ['https://…', 'Storyboard', 'Zoom', 'Prompt'],
  japanese: ['https://…'],
  arabic: ['https://…'],
}

/** Texts that are made of their values and signs alone. */
const wordless =
  /^(common|cost\.amount|media\.(place|refused|details)|video\.(rate|withKey)|result\.(spoken|field\(0\)))/
/** Units that are the same sign in several languages. */
const units = /^((form|timeline)\.seconds|player\.positionValue|list\.ago)/

/** Each text by its path; one that takes values once for each of its samples. */
function textsOf(messages: Messages): Map<string, string> {
  const texts = new Map<string, string>()
  const walk = (value: unknown, path: string, samples: unknown) => {
    if (typeof value === 'string') texts.set(path, value)
    else if (typeof value === 'function') {
      const speak = value as (...values: unknown[]) => string
      for (const [index, values] of (samples as unknown[][]).entries())
        texts.set(`${path}(${index})`, speak(...values))
    } else
      for (const [key, inner] of Object.entries(value as object))
        walk(inner, path ? `${path}.${key}` : key, (samples as Record<string, unknown> | undefined)?.[key])
  }
  const { catalog: _, ...sections } = messages
  walk(sections, '', messageSamples)
  return texts
}

const englishTexts = textsOf(english)

/** The numbers in a text, whatever separates their digits, and the values in capitals. */
const valuesIn = (text: string) =>
  [...text.replace(/(?<=\d)[.,\u00a0\u202f](?=\d)/g, '').matchAll(/\d+|(?!URL)[A-Z]{3,}(\.[a-z]+)?/g)].map(
    ([value]) => value,
  )

describe.each(Object.entries(languages))('%s', (name, messages) => {
  const texts = textsOf(messages)

  test('has every text, and no other', () => {
    expect([...texts.keys()].toSorted()).toEqual([...englishTexts.keys()].toSorted())
    for (const [path, text] of texts) expect(text.trim(), path).not.toBe('')
  })

  test('says every value that English says', () => {
    for (const [path, text] of englishTexts)
      expect(valuesIn(texts.get(path) ?? ''), path).toEqual(expect.arrayContaining(valuesIn(text)))
  })

  test('leaves nothing in English', () => {
    const left = [...englishTexts]
      .filter(([path, text]) => texts.get(path) === text && !wordless.test(path) && !units.test(path))
      .map(([, text]) => text)
    expect(left.filter((text) => !same[name]?.includes(text))).toEqual([])
  })

  test('names every operation, field, choice and effect of the catalogue', () => {
    const { catalog } = messages
    const unknown = { label: 'UNKNOWN', description: 'UNKNOWN' }
    const fields = pikaOperations.flatMap((operation) =>
      pathsOf(operation.fields).map(([path, field]) => ({
        at: `${operation.id} ${path.join('.')}`,
        field,
        words: fieldIn(catalog, operation.id, path, unknown),
      })),
    )
    expect(fields.filter(({ words }) => words === unknown).map(({ at }) => at)).toEqual([])
    const undescribed = fields.filter(({ field, words }) => field.description && !words.description)
    expect(undescribed.map(({ at }) => at)).toEqual([])
    const asInEnglish = fields.flatMap(({ field, words }) => [
      ...(words.label === field.label ? [words.label] : []),
      ...(words.description !== '' && words.description === field.description ? [words.description] : []),
    ])
    expect(asInEnglish.filter((text) => !same[name]?.includes(text))).toEqual([])
    const values = fields.flatMap(({ field }) => field.choices ?? []).map(({ value }) => value)
    // Sizes and ratios are the same everywhere, and effects have words of their own.
    const named = values.filter((value) => /^[a-z]+$/.test(value))
    expect(named.filter((value) => !catalog.choices[value])).toEqual([])
    for (const operation of pikaOperations) {
      const { title, description } = operationIn(catalog, operation)
      // Pika's names of its own models stay.
      expect(title === operation.title, title).toBe(title.startsWith('Pika'))
      expect(description).not.toBe(operation.description)
    }
    for (const effect of effects) {
      expect(catalog.effects[effect.id]?.title, effect.id).not.toBe(effect.title)
      expect(catalog.effects[effect.id]?.description, effect.id).toMatch(/\S/)
    }
    expect(Object.keys(catalog.effects)).toHaveLength(effects.length)
  })

  test('has words for each rule that an input of any operation can break', () => {
    for (const operation of pikaOperations) {
      for (const input of brokenInputs(operation)) {
        const parsed = operation.parse(input)
        if (parsed.ok) continue
        for (const issue of parsed.issues) {
          const text = issueIn(messages.catalog, operation.id, issue, limitsAt(operation.fields, issue))
          expect(text, `${operation.id} ${issue.path.join('.')} ${issue.code}`).not.toBe(issue.message)
        }
      }
    }
  })

  test('has words for each way to fail and each refusal', () => {
    for (const [code, { message, action }] of Object.entries(generationErrors)) {
      expect(messages.catalog.failures[code]?.message, code).not.toBe(message)
      expect(messages.catalog.failures[code]?.action, code).not.toBe(action)
    }
    // What only the author of a request can mend stays as the server says it.
    const forAuthors = new Set(['BAD_USER_INPUT', 'PERSISTED_QUERY_ONLY'])
    const page = errorsPage.slice(errorsPage.indexOf('## What a mutation may answer'))
    const codes = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code ?? '')
    expect(codes.length).toBeGreaterThan(5)
    for (const code of codes.filter((one) => !forAuthors.has(one)))
      expect(messages.catalog.refusals[code], code).toBeDefined()
  })
})

test('nothing is allowed to be English that is not', () => {
  for (const [name, messages] of Object.entries(languages)) {
    const { catalog } = messages
    const labels = [catalog.fields, ...Object.values(catalog.operations).map(({ fields = {} }) => fields)]
    const spoken = new Set([
      ...textsOf(messages).values(),
      ...labels.flatMap((fields) => Object.values(fields).map(({ label }) => label)),
    ])
    expect(
      (same[name] ?? []).filter((text) => !spoken.has(text)),
      name,
    ).toEqual([])
  }
})

test.each([
  ['japanese', japanese, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
  ['arabic', arabic, /\p{Script=Arabic}/u],
] as const)('each text of %s is in its own script', (name, messages, script) => {
  const strange = [...textsOf(messages)].filter(
    ([path, text]) => !script.test(text) && !wordless.test(path) && !path.endsWith('rlHint'),
  )
  expect(strange, name).toEqual([])
  const { catalog } = messages
  for (const { message, action } of Object.values(catalog.failures)) expect(message + action).toMatch(script)
  for (const { title, description } of Object.values(catalog.effects)) {
    expect(title).toMatch(script)
    expect(description).toMatch(script)
  }
})

test('Arabic counts in its six forms', () => {
  expect([0, 1, 2, 3, 11, 100].map((count) => arabic.logs.lines(count))).toEqual([
    'لا أسطر',
    'سطر واحد',
    'سطران',
    '3 أسطر',
    '11 سطرًا',
    '100 سطر',
  ])
  for (const speak of [
    arabic.result.ahead,
    (count: number) => arabic.timeline.added(count, 5),
    (count: number) => arabic.effects.found(count, 'ذوبان'),
    arabic.effects.chosen,
  ]) {
    const forms = [0, 1, 2, 3, 11, 100].map((count) => speak(count).replace(/\d+/g, '#'))
    expect(new Set(forms).size, forms.join(' | ')).toBe(6)
  }
})

test('the other languages count in theirs', () => {
  const counts = [0, 1, 2, 1_000]
  const lines = (messages: Messages) =>
    counts.map((count) => messages.logs.lines(count).replace(/[\u00a0\u202f]/g, ' '))
  expect(lines(english)).toEqual(['0 lines', 'One line', '2 lines', '1,000 lines'])
  expect(lines(german)).toEqual(['0 Zeilen', 'Eine Zeile', '2 Zeilen', '1.000 Zeilen'])
  expect(lines(french)).toEqual(['0 ligne', '1 ligne', '2 lignes', '1 000 lignes'])
  expect(lines(spanish)).toEqual(['0 líneas', '1 línea', '2 líneas', '1000 líneas'])
  expect(lines(japanese)).toEqual(['0 行', '1 行', '2 行', '1,000 行'])
})

test('numbers, prices and times are written as the readers of a country do', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f\u200f\u061c]/g, ' ').trim()
  expect(plain(german.cost.amount(1_234.5, 'USD'))).toBe('1.234,50 $')
  expect(germanFor('de-CH').prompt.count(5, 10_000)).toMatch(/^5 von 10[’']000 Zeichen$/)
  expect(englishFor('en-GB').cost.amount(0.5, 'USD')).toBe('US$0.50')
  expect(german.list.ago(5)).toBe('vor 5 Min.')
  expect(japanese.list.ago(130)).toBe('2 時間前')
  expect(arabicFor('ar-EG').logs.lines(3)).toBe('٣ أسطر')
  expect(arabicFor('ar-EG').timeline.keyframeName(2)).toBe('الإطار الرئيسي ٢')
  expect(plain(french.media.sent(45))).toBe('45 % envoyés')
})

test('a name keeps its direction in a sentence of the other', () => {
  const isolated = (name: string) => `\u2068${name}\u2069`
  expect(arabic.media.arrived('notes (1).txt')).toContain(isolated('notes (1).txt'))
  expect(english.media.arrived('صورة (1).txt')).toContain(isolated('صورة (1).txt'))
  expect(english.media.arrived('notes (1).txt')).toBe('notes (1).txt has arrived.')
  // Else the 5 would run on from the Latin letters, away from its unit.
  expect(arabic.media.details('JPEG', null, null, 5 * 1_024)).toBe(`${isolated('JPEG')} · 5\u00a0كيلوبايت`)
})

test('what a language does not know stays as it was said', () => {
  const issue: InputIssue = { path: ['prompt'], code: 'INVALID', message: 'names a heron' }
  expect(issueIn(german.catalog, 'TEXT_TO_VIDEO', issue, {})).toBe('names a heron')
  const said = { label: 'Beats', description: 'Per minute.' }
  expect(fieldIn(german.catalog, 'DANCE', ['beats'], said)).toBe(said)
})

test('an operation in a language checks and sends the same', () => {
  for (const operation of pikaOperations) {
    const translated = operationIn(german.catalog, operation)
    expect(translated.parse({})).toEqual(operation.parse({}))
    const names = ({ fields }: Operation) =>
      fields.map(({ name, type, choices }) => ({ name, type, choices }))
    expect(names(translated)).toEqual(names(operation))
  }
})

/** Every field with its path, those in lists and groups too. */
function pathsOf(
  fields: readonly FieldDescription[],
  outer: readonly string[] = [],
): [path: readonly string[], field: FieldDescription][] {
  const inside = (
    field: FieldDescription,
    path: readonly string[],
  ): [readonly string[], FieldDescription][] => [
    [path, field],
    ...(field.item ? inside(field.item, [...path, '0']) : []),
    ...pathsOf(field.fields ?? [], path),
  ]
  return fields.flatMap((field) => inside(field, [...outer, field.name]))
}

/** Inputs that break the rules of each field: nothing at all, the wrong kind, too small, too large, too many, unknown. */
function brokenInputs({ fields }: Operation): Record<string, unknown>[] {
  const wrong = (field: FieldDescription): unknown[] => {
    switch (field.type) {
      case 'text':
        return [7, 'x'.repeat((field.maximum ?? 0) + 1)]
      case 'integer':
        return ['seven', 1.5, (field.minimum ?? 0) - 1, (field.maximum ?? 2 ** 31) + 1]
      case 'media':
        return [7, 'C:\\picture.png', 'data:text/plain;base64,AA==', 'data:image/png,AA']
      case 'choice':
        return ['no such choice']
      case 'group':
        return [
          { strange: 1 },
          ...(field.fields ?? []).flatMap((inner) => wrong(inner).map((value) => ({ [inner.name]: value }))),
        ]
      case 'list':
        return [
          7,
          [],
          Array.from({ length: (field.maximumItems ?? 30) + 1 }, () => valid(field.item)),
          ...wrong(field.item!).map((value) => [value, value]),
        ]
    }
  }
  const valid = (field: FieldDescription | undefined): unknown => {
    switch (field?.type) {
      case 'media':
        return `https://media.test/a.${field.media}`
      case 'integer':
        return field.allowed?.[0] ?? field.maximum ?? 1
      case 'choice':
        return field.choices?.[0]?.value
      case 'list':
        return Array.from({ length: Math.max(2, field.minimumItems ?? 0) }, () => valid(field.item))
      case 'group':
        return Object.fromEntries((field.fields ?? []).map((inner) => [inner.name, valid(inner)]))
      default:
        return 'words'
    }
  }
  const whole = Object.fromEntries(fields.map((field) => [field.name, valid(field)]))
  return [
    {},
    { ...whole, strange: 1 },
    whole,
    ...fields.flatMap((field) => wrong(field).map((value) => ({ ...whole, [field.name]: value }))),
    ...fields.map(({ name }) => Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name))),
  ]
}
