/** Whether keys typed into an element are text for it. */
export function isTextField(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.tagName === 'TEXTAREA' || (target instanceof HTMLInputElement && target.type !== 'file'))
  )
}
