import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Button, type ButtonProps } from '../internals/Button.tsx'
import { UndoIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { PayingButton } from '../internals/PayingButton.tsx'
import { formWords } from '../messages/english/form.ts'
import { promptWords } from '../messages/english/prompt.ts'
import { useWords } from '../messages/useWords.ts'
import { useFormAround } from './OperationFormContext.ts'

/** What the video will be, and what it costs: `children`, a `CostBadge` for example. */
export function FormPrice({ className, children, ...props }: ComponentPropsWithRef<'div'>) {
  const { seconds, operation, input } = useFormAround('Price')
  const words = useWords(formWords)
  const sizes = operation.fields
    .filter(({ typeName }) => typeName === 'Resolution' || typeName === 'AspectRatio')
    .map((field) => String(input[field.name] ?? field.default))
  const facts = [...(seconds === null ? [] : [words.seconds(seconds)]), ...sizes]
  return (
    <div {...props} className={joinClasses('pk-form-price', className)}>
      {children}
      {facts.length > 0 && <bdi className="pk-form-facts">{facts.join(' · ')}</bdi>}
    </div>
  )
}

/** Puts everything back to the start; pressed again, it takes that back. Nothing while there is nothing to reset. */
export function FormReset(props: Omit<ButtonProps, 'children' | 'type'>) {
  const form = useFormAround('Reset')
  const words = useWords(formWords)
  // Not `type="reset"`: the press that restores would turn it into one before the browser acts on the press.
  if (form.canRestore)
    return (
      <Button variant="plain" {...props} key="reset" onClick={form.restore}>
        <UndoIcon />
        {words.restore}
      </Button>
    )
  if (!form.isDirty) return null
  return (
    <Button variant="plain" {...props} key="reset" onClick={form.reset}>
      {words.reset}
    </Button>
  )
}

/** Generates. Keeps the focus while it sends, and does nothing then. */
export function FormSubmit({ children, ...props }: Omit<ButtonProps, 'type' | 'disabled'>) {
  const { state } = useFormAround('Submit')
  const words = useWords(formWords)
  const { submitHint } = useWords(promptWords)
  const isSending = state === 'sending'
  return (
    <PayingButton
      variant="primary"
      title={submitHint}
      {...props}
      type="submit"
      aria-disabled={isSending || undefined}
    >
      {isSending ? words.generating : (children ?? words.generate)}
    </PayingButton>
  )
}

/** The price at one side, the buttons at the other. */
export function FormFooter({
  price,
  className,
  ...props
}: ComponentPropsWithRef<'div'> & { price?: ReactNode }) {
  return (
    <div {...props} className={joinClasses('pk-form-footer', className)}>
      <FormPrice>{price}</FormPrice>
      <FormReset />
      <FormSubmit />
    </div>
  )
}
