import { type ComponentPropsWithRef } from 'react'
import { joinClasses } from './join.ts'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** How much it stands out; `normal` by default. */
  variant?: 'normal' | 'primary' | 'plain'
  /** The label of a button that shows only an icon. */
  label?: string
}

/** A native button in the kit's clothes. */
export function Button({ variant = 'normal', label, className, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...(label !== undefined && { 'aria-label': label, title: label, 'data-icon-only': '' })}
      {...props}
      data-variant={variant}
      className={joinClasses('pk-button', className)}
    />
  )
}
