import { type KeyboardEvent, type PointerEvent, useState } from 'react'

const isPressKey = (key: string) => key === ' ' || key === 'Enter'

/** What makes a button of something that lasts while it is held, by pointer, touch or key. */
export function useHold(onHold: ((isHeld: boolean) => void) | null) {
  const [isHeld, setIsHeld] = useState(false)
  const set = (held: boolean) => {
    setIsHeld(held)
    onHold?.(held)
  }
  return {
    'aria-pressed': isHeld,
    onPointerDown(event: PointerEvent<HTMLButtonElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      set(true)
    },
    onPointerUp: () => set(false),
    onPointerCancel: () => set(false),
    onKeyDown(event: KeyboardEvent) {
      if (!isPressKey(event.key) || event.repeat) return
      event.preventDefault()
      set(true)
    },
    onKeyUp(event: KeyboardEvent) {
      if (isPressKey(event.key)) set(false)
    },
    onBlur: () => isHeld && set(false),
    // A long touch would open a menu.
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
  }
}
