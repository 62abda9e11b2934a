import { expect, test } from 'vitest'
import { type Styling, stylingProblems } from './styling.mjs'

const styling: Styling = {
  properties: { '--pk-ink': 'text' },
  components: {
    Box: {
      'pk-box': {
        what: 'the whole',
        attributes: {
          'data-state': { what: 'how far', values: ['open'] },
          'data-over': { what: 'held over' },
        },
        properties: { '--pk-at': 'its second' },
      },
    },
  },
}
const tokens = { name: 'tokens.css', text: '--pk-ink: #000;' }
const styles = {
  name: 'box.css',
  text: ".pk-box[data-state='open'][data-over] { color: var(--pk-ink); left: var(--pk-at) }",
}
const component = {
  name: 'Box.tsx',
  text: `<b className="pk-box" data-state={state} data-over={over} style={{ '--pk-at': at }} />`,
}

const problems = (css: string, markup = '') =>
  stylingProblems(styling, {
    styles: [tokens, styles, { name: 'more.css', text: css }],
    components: [component, { name: 'More.tsx', text: markup }],
  })

test('a kit that is as it is written has no problem', () => {
  expect(problems('/* .pk-told is only told of */')).toEqual([])
})

test.each([
  ['.pk-lid { top: 0 }', '', '.pk-lid (more.css) is not in it'],
  ['', '<i className="pk-box pk-lid" />', '.pk-lid (More.tsx) is not in it'],
  ['', "<i className={joinClasses('pk-root pk-lid', className)} />", '.pk-lid (More.tsx) is not in it'],
  ['', '<i data-wide={isWide} />', 'data-wide (More.tsx) is not in it'],
  ['.pk-box[data-wide] { top: 0 }', '', '.pk-box [data-wide] (more.css) is not in it'],
  [
    ".pk-box[data-state='shut'] { top: 0 }",
    '',
    ".pk-box [data-state='shut'] (more.css): it has no such value",
  ],
  ['.pk-box { color: var(--pk-paint) }', '', '--pk-paint (more.css) is not in it'],
  [
    '.pk-box { font-size: 13px }',
    '',
    'font-size: 13px (more.css): use a --pk-* property, so that it can be changed',
  ],
  ['.pk-box { color: #abc }', '', '#abc (more.css): use a --pk-* property, so that it can be changed'],
])('what is missing from it is named: %s%s', (css, markup, problem) => {
  expect(problems(css, markup)).toContain(problem)
})

test('what is in it and nowhere else is named', () => {
  expect(stylingProblems(styling, { styles: [], components: [] })).toEqual([
    '--pk-ink: no style sheet declares it',
    '.pk-box: no component has it',
    'data-over: no component sets it',
    'data-state: no component sets it',
  ])
})
