import { useId } from 'react'
import { Description, fieldAria, Issue } from '../internals/Field.tsx'
import { catalogWords } from '../messages/english/catalog.ts'
import { formWords } from '../messages/english/form.ts'
import { useWords } from '../messages/useWords.ts'
import type { SimpleFieldProps } from './fieldProps.ts'

/** One of a few: segments side by side, in their unit; ratios as their shapes. The default is marked. */
export function ChoiceField({ field, label, value, onChange, issue }: SimpleFieldProps) {
  const words = useWords(formWords)
  const { choices } = useWords(catalogWords)
  const id = useId()
  const options: readonly (string | number)[] = field.allowed ?? field.choices?.map((one) => one.value) ?? []
  const isRatio = options.length > 0 && options.every((option) => ratioOf(option) !== null)
  // Names of choices want an explanation; numbers, sizes and shapes tell what they are.
  const description = options.every((option) => /^\D+$/.test(String(option))) ? field.description : undefined
  const chosen = value ?? field.default
  return (
    <fieldset
      role="radiogroup"
      className="pk-field pk-form-choice"
      aria-required={field.isRequired || undefined}
      {...fieldAria(id, { description, issue })}
    >
      <legend>{label}</legend>
      <div className={isRatio ? 'pk-form-ratios' : 'pk-segments'}>
        {options.map((option) => (
          <label
            key={option}
            className="pk-form-option"
            data-selected={chosen === option || undefined}
            data-default={option === field.default || undefined}
          >
            <input
              type="radio"
              name={id}
              title={option === field.default ? words.default : undefined}
              value={option}
              checked={chosen === option}
              onChange={() => onChange(option)}
            />
            {isRatio && <Shape ratio={ratioOf(option) ?? 1} />}
            <bdi>
              {field.unit === 'seconds'
                ? words.seconds(Number(option))
                : (choices[option] ?? inWords(option))}
            </bdi>
          </label>
        ))}
      </div>
      <Description id={id}>{description}</Description>
      <Issue id={id} label={label}>
        {issue}
      </Issue>
    </fieldset>
  )
}

/** The frame of the video, as large as its place allows. */
function Shape({ ratio }: { ratio: number }) {
  return (
    <span className="pk-form-shape" aria-hidden="true">
      <span
        style={
          ratio >= 1 ? { inlineSize: '100%', aspectRatio: ratio } : { blockSize: '100%', aspectRatio: ratio }
        }
      />
    </span>
  )
}

/** `16:9` is 1.78; null for what is no ratio. */
function ratioOf(option: string | number): number | null {
  const [, width, height] = /^(\d+):(\d+)$/.exec(String(option)) ?? []
  return width && height ? Number(width) / Number(height) : null
}

/** fal's values are in small letters. */
function inWords(option: string | number): string {
  const text = String(option)
  return text.charAt(0).toUpperCase() + text.slice(1).replaceAll(/[-_]/g, ' ')
}
