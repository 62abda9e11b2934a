import { type ComponentPropsWithRef, useId, useRef, useState } from 'react'
import { Announcement, useAnnouncer } from '../internals/Announcer.tsx'
import { Button } from '../internals/Button.tsx'
import { Field, fieldAria, type FieldFrame } from '../internals/Field.tsx'
import { joinClasses } from '../internals/join.ts'
import { useControlled } from '../internals/useControlled.ts'
import { seedWords } from '../messages/english/seed.ts'
import { useWords } from '../messages/useWords.ts'
import { DiceIcon, LockIcon, UnlockIcon } from './icons.tsx'

/** GraphQL's Int ends here, and so does the seed of each operation. */
const LARGEST_SEED = 2_147_483_647

export interface SeedFieldProps
  extends
    Partial<FieldFrame>,
    Omit<ComponentPropsWithRef<'input'>, 'value' | 'defaultValue' | 'onChange' | 'type'> {
  /** A whole number; null is a random one each time. Leave it out and the field holds it itself. */
  value?: number | null
  /** The seed at first; random by default. */
  defaultValue?: number | null
  /** Told the seed, also one that is out of the limits: the rules of the operation name it. */
  onChange?(seed: number | null): void
  /** Inclusive; 0 by default. */
  minimum?: number | undefined
  /** Inclusive; by default 2,147,483,647, where GraphQL's Int ends. */
  maximum?: number | undefined
  /** The seed of the result that is shown: a button takes it over. */
  resultSeed?: number | null | undefined
}

/** A seed: a number of one's own, a rolled one, the one of a result, or random each time. */
export function SeedField({
  label,
  description,
  issue,
  isOptional,
  value,
  defaultValue = null,
  onChange,
  minimum = 0,
  maximum = LARGEST_SEED,
  resultSeed = null,
  id: givenId,
  className,
  disabled,
  ...props
}: SeedFieldProps) {
  const words = useWords(seedWords)
  const [seed, setSeed] = useControlled<number | null>(value, defaultValue, onChange)
  const [isBad, setIsBad] = useState(false)
  const { announce, announcement } = useAnnouncer()
  const last = useRef<number | null>(null)
  const ownId = useId()
  const id = givenId ?? ownId
  const name = label ?? words.label
  const wrong = isBad ? words.notANumber : issue

  const take = (next: number | null) => {
    if (seed !== null) last.current = seed
    setIsBad(false)
    setSeed(next)
    announce(next === null ? words.released : words.rolled(next))
  }
  const roll = () => minimum + Math.floor(Math.random() * (maximum - minimum + 1))

  return (
    <Field
      id={id}
      label={name}
      description={description}
      issue={wrong}
      isOptional={isOptional}
      className="pk-seed"
    >
      <span className="pk-seed-row" data-state={seed === null ? 'random' : 'kept'}>
        <input
          placeholder={words.random}
          {...props}
          {...fieldAria(id, { description, issue: wrong })}
          id={id}
          className={joinClasses('pk-input', className)}
          dir="ltr"
          type="number"
          inputMode="numeric"
          step={1}
          min={minimum}
          max={maximum}
          disabled={disabled}
          value={seed ?? ''}
          onChange={({ target }) => {
            setIsBad(target.validity.badInput)
            setSeed(target.value === '' ? null : Number(target.value))
          }}
        />
        <Button label={words.roll} disabled={disabled} onClick={() => take(roll())}>
          <DiceIcon />
        </Button>
        <Button
          label={words.keep}
          aria-pressed={seed !== null}
          disabled={disabled}
          onClick={() => take(seed === null ? (last.current ?? resultSeed ?? roll()) : null)}
        >
          {seed === null ? <UnlockIcon /> : <LockIcon />}
        </Button>
      </span>
      {resultSeed !== null && resultSeed !== seed && (
        <Button className="pk-seed-result" disabled={disabled} onClick={() => take(resultSeed)}>
          {/* oxlint-disable-next-line react/hooks -- A word, not a hook. */}
          {words.useResult(resultSeed)}
        </Button>
      )}
      <Announcement>{announcement}</Announcement>
    </Field>
  )
}
