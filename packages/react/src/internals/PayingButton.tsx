import { Button, type ButtonProps } from './Button.tsx'

/**
 * A button that costs money. A double click is one press, also where the answer to its first click comes before the
 * second: `detail` counts the clicks as the system does, which knows how quick a double click of this person is.
 */
export function PayingButton({ onClick, ...props }: ButtonProps) {
  return (
    <Button
      {...props}
      onClick={(event) => {
        if (event.detail > 1) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}
