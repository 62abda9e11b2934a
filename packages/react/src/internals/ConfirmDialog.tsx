import { useEffect, useId, useRef } from 'react'
import { Button } from './Button.tsx'

export interface ConfirmDialogProps {
  title: string
  text: string
  confirmLabel: string
  cancelLabel: string
  onConfirm(): void
  /** It is over, whichever way. */
  onClose(): void
}

/** Asks before something that cannot be undone. Shown while it is rendered; the browser keeps the focus in it, and gives it back. */
export function ConfirmDialog({
  title,
  text,
  confirmLabel,
  cancelLabel,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="pk-root pk-confirm"
      role="alertdialog"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      // Escape is of this dialog alone.
      onKeyDown={(event) => event.stopPropagation()}
      // In StrictMode effects run twice: what is told of late is a closing that was taken back.
      onClose={({ currentTarget }) => currentTarget.open || onClose()}
    >
      <h2 id={`${id}title`}>{title}</h2>
      <p id={`${id}text`}>{text}</p>
      <div className="pk-confirm-actions">
        <Button onClick={() => dialog.current?.close()}>{cancelLabel}</Button>
        <Button
          className="pk-confirm-yes"
          onClick={() => {
            dialog.current?.close()
            onConfirm()
          }}
        >
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  )
}
