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
    // Media of a list are tiles of one control; what mends one is the last of its buttons, which replaces it.
    const tile = field.querySelectorAll<HTMLElement>('.pk-media-tile')[Number(path[length])]
    const control = tile ? controlsOf(tile).at(-1) : controlOf(field)
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
  const controls = controlsOf(wrong ?? field)
  return (
    controls.find((control) => control.matches('[type="radio"]:checked')) ??
    controls.find((control) => control.matches('[type="radio"]')) ??
    controls[0] ??
    null
  )
}

function controlsOf(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(CONTROLS)].filter(isControl)
}

function isControl(element: HTMLElement): boolean {
  return element.matches(CONTROLS) && element.tabIndex >= 0 && !element.matches(':disabled, [type="hidden"]')
}
