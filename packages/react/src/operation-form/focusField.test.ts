import { afterEach, expect, test } from 'vitest'
import { focusField } from './focusField.ts'

afterEach(() => document.body.replaceChildren())

/** Which control gets the focus; null where none does. */
function focused(markup: string, path: string): string | null {
  document.body.innerHTML = `<form>${markup}</form>`
  return focusField(document.body, path.split('.')) ? (document.activeElement?.id ?? '') : null
}

test.each([
  ['the control of the field', '<p data-field="a"><textarea id="x"></textarea></p>', 'a', 'x'],
  [
    'what is wrong before what is first',
    '<p data-field="a"><input id="y"><input id="x" aria-invalid="true"></p>',
    'a',
    'x',
  ],
  [
    'the first radio of a group that is wrong, not its search',
    '<p data-field="a"><fieldset aria-invalid="true"><input id="y"><input type="radio" id="x"></fieldset></p>',
    'a',
    'x',
  ],
  [
    'the radio that is chosen',
    '<p data-field="a"><input type="radio" id="y" name="n"><input type="radio" id="x" name="n" checked></p>',
    'a',
    'x',
  ],
  [
    'none that is out of the way',
    '<p data-field="a"><input tabindex="-1"><button id="x">b</button></p>',
    'a',
    'x',
  ],
  ['none that is disabled', '<p data-field="a"><input disabled><input id="x"></p>', 'a', 'x'],
  [
    'the place in a list',
    '<p data-field="a"><span data-field="a.0"><input></span><span data-field="a.1"><input id="x"></span></p>',
    'a.1',
    'x',
  ],
  ['the field, where the place is not there', '<p data-field="a"><input id="x"></p>', 'a.4.b', 'x'],
  [
    'what is folded, in two folds',
    '<details><summary>1</summary><details><p data-field="a"><input id="x"></p></details></details>',
    'a',
    'x',
  ],
  ['nothing, where the field is not there', '<p data-field="a"><input></p>', 'b', null],
  ['nothing, where there is no control', '<p data-field="a">text</p>', 'a', null],
])('the focus goes to %s', (_name, markup, path, id) => {
  expect(focused(markup, path)).toBe(id)
})
