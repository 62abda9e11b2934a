import { useRef } from 'react'
import { Button, type ButtonProps } from './Button.tsx'

export interface FileChooserProps extends Omit<ButtonProps, 'onClick'> {
  /** Names the file input, which is there for programs and tests; people press the button. */
  inputLabel: string
  /** Which files, as the `accept` of a file input. */
  accept: string
  isMultiple?: boolean
  /** On a phone, opens this camera in place of the files. */
  capture?: 'user' | 'environment'
  /** Called with at least one file. Choosing the same file again calls it again. */
  onFiles(files: [File, ...File[]]): void
}

/** A button that asks for files of the disk. */
export function FileChooser({
  inputLabel,
  accept,
  isMultiple = false,
  capture,
  onFiles,
  ...button
}: FileChooserProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        className="pk-hidden"
        type="file"
        accept={accept}
        multiple={isMultiple}
        capture={capture}
        tabIndex={-1}
        aria-label={inputLabel}
        disabled={button.disabled}
        onChange={(event) => {
          const [first, ...rest] = event.target.files ?? []
          if (first) onFiles([first, ...rest])
          event.target.value = ''
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  )
}
