import { afterEach, expect, test } from 'vitest'
import { focusField } from './focusField.ts'

afterEach(() => document.body.replaceChildren())

/** Which control gets the focus; null where none does. */
function focused(markup: string, path: string): string | null {
  document.body.innerHTML = `<form>${markup}</form>`
  return focusField(document.body, path.split('.')) ? (document.activeElement?.id ?? '') : null
}

test.each([
  ['the control of the field', '<div data-field="a"><textarea id="x"></textarea></div>', 'a', 'x'],
  [
    'what is wrong before what is first',
    '<div data-field="a"><input id="y"><input id="x" aria-invalid="true"></div>',
    'a',
    'x',
  ],
  [
    'the first radio of a group that is wrong, not its search',
    '<div data-field="a"><fieldset aria-invalid="true"><input id="y"><input type="radio" id="x"></fieldset></div>',
    'a',
    'x',
  ],
  [
    'the radio that is chosen',
    '<div data-field="a"><input type="radio" id="y" name="n"><input type="radio" id="x" name="n" checked></div>',
    'a',
    'x',
  ],
  [
    'none that is out of the way',
    '<div data-field="a"><input tabindex="-1"><button id="x">b</button></div>',
    'a',
    'x',
  ],
  ['none that is disabled', '<div data-field="a"><input disabled><input id="x"></div>', 'a', 'x'],
  [
    'the place in a list',
    '<div data-field="a"><span data-field="a.0"><input></span><span data-field="a.1"><input id="x"></span></div>',
    'a.1',
    'x',
  ],
  ['the field, where the place is not there', '<div data-field="a"><input id="x"></div>', 'a.4.b', 'x'],
  [
    'what is folded, in two folds',
    '<details><summary>1</summary><details><div data-field="a"><input id="x"></div></details></details>',
    'a',
    'x',
  ],
  ['nothing, where the field is not there', '<div data-field="a"><input></div>', 'b', null],
  ['nothing, where there is no control', '<div data-field="a">text</div>', 'a', null],
])('the focus goes to %s', (_name, markup, path, id) => {
  expect(focused(markup, path)).toBe(id)
})
