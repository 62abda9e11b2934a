/** Where a field stands in the markup: put it on the element around its control. */
export function pathAttribute(path: readonly string[]): { 'data-field': string } {
  return { 'data-field': path.join('.') }
}

/**
 * Puts the focus on the control of a path, or of what is nearest around it; opens the disclosures that it is in. Answers
 * whether there was one.
 */
export function focusField(root: HTMLElement | null, path: readonly string[]): boolean {
  for (let length = path.length; length > 0; length--) {
    const field = root?.querySelector<HTMLElement>(
      `[data-field="${CSS.escape(path.slice(0, length).join('.'))}"]`,
    )
    if (!field) continue
    for (
      let around = field.closest('details');
      around;
      around = around.parentElement?.closest('details') ?? null
    )
      around.open = true
    const control = controlOf(field)
    if (!control) continue
    control.focus()
    return true
  }
  return false
}

const CONTROLS = 'input, textarea, select, button'

/** What a person would type into or press first: in what is marked as wrong, the chosen radio, any radio, the first control. */
function controlOf(field: HTMLElement): HTMLElement | null {
  const wrong = field.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (wrong && isControl(wrong)) return wrong
  const controls = [...(wrong ?? field).querySelectorAll<HTMLElement>(CONTROLS)].filter(isControl)
  return (
    controls.find((control) => control.matches('[type="radio"]:checked')) ??
    controls.find((control) => control.matches('[type="radio"]')) ??
    controls[0] ??
    null
  )
}

function isControl(element: HTMLElement): boolean {
  return element.matches(CONTROLS) && element.tabIndex >= 0 && !element.matches(':disabled, [type="hidden"]')
}
