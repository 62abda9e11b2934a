import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react'
import { Picture } from '../internals/Picture.tsx'
import { Button } from '../internals/Button.tsx'
import { FileChooser } from '../internals/FileChooser.tsx'
import { useDropTarget } from '../internals/useDropTarget.ts'
import { CloseIcon, FilmIcon, ImageIcon, RetryIcon, WarningIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { useControlled } from '../internals/useControlled.ts'
import type { Upload } from '../hooks/useUpload.ts'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { addressOf, filesOf, isAddress } from './mediaFiles.ts'
import { useMediaUploads } from './useMediaUploads.ts'

export interface MediaInputProps {
  /** Which kind of media. */
  kind: 'image' | 'video'
  label: string
  /** A line under the label. */
  description?: string | undefined
  /** The address: public, a data URI, or of an upload. Null is empty. */
  value?: string | null
  defaultValue?: string | null
  onChange?(url: string | null): void
  /** Brings a file to where its address is; see `useUpload`. */
  upload: Upload
  /** What is wrong with the value, in words to read after the label. */
  issue?: string | undefined
  isDisabled?: boolean
  className?: string
}

const UPLOAD = 'value'

/** One picture or video: dropped, pasted, chosen, or given by its address. */
export function MediaInput({
  kind,
  label,
  description,
  value,
  defaultValue = null,
  onChange,
  upload,
  issue,
  isDisabled = false,
  className,
}: MediaInputProps) {
  const words = useWords(mediaWords)
  const [url, setUrl] = useControlled<string | null>(value, defaultValue, onChange)
  const [uploadedUrl, setUploadedUrl] = useState<string | null>(null)
  const { uploads, start, retry, forget, previewOf } = useMediaUploads(upload, (_id, done) => {
    setUploadedUrl(done)
    setUrl(done)
  })
  const [problem, setProblem] = useState<string | null>(null)
  const [address, setAddress] = useState('')
  const id = useId()
  const state = uploads.get(UPLOAD)
  // The file that was uploaded is shown from memory, as long as the value is still the address that it got.
  const shown = state?.previewUrl ?? (url !== null && url === uploadedUrl ? (previewOf(UPLOAD) ?? url) : url)

  const take = (transfer: DataTransfer | null) => {
    const { fitting, others } = filesOf(transfer, kind)
    const [file] = fitting
    if (file) return takeFile(file)
    const [other] = others
    if (other) return setProblem(words.wrongKind(other.name, kind))
    const text = addressOf(transfer)
    if (text) takeAddress(text)
  }
  const takeFile = (file: File) => {
    setProblem(null)
    setUploadedUrl(null)
    setUrl(null)
    start(UPLOAD, file)
  }
  const takeAddress = (text: string) => {
    setProblem(null)
    forget(UPLOAD)
    setUrl(text)
    setAddress('')
  }

  const dropTarget = useDropTarget<HTMLDivElement>((event) => {
    if (!isDisabled) take(event.dataTransfer)
  })
  const onPaste = (event: ClipboardEvent) => {
    if (isDisabled || (event.target as HTMLElement).tagName === 'INPUT') return
    take(event.clipboardData)
  }
  // Not a form of its own: it mostly stands in one, and forms do not nest.
  const submitAddress = () => {
    if (isAddress(address.trim())) takeAddress(address.trim())
  }
  const onAddressKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    submitAddress()
  }
  const wrong = problem ?? state?.error ?? issue
  const described = [description && `${id}-description`, wrong && `${id}-issue`].filter(Boolean).join(' ')

  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      {...(described && { 'aria-describedby': described })}
      className={joinClasses('pk-root pk-media', className)}
      data-state={state ? (state.error ? 'failed' : 'uploading') : shown ? 'filled' : 'empty'}
      data-invalid={wrong ? '' : undefined}
      onPaste={onPaste}
      {...dropTarget}
    >
      <span id={`${id}-label`} className="pk-media-label">
        {label}
      </span>
      <div className="pk-media-box">
        {shown ? (
          kind === 'image' ? (
            <Picture
              className="pk-media-preview"
              src={shown}
              fallback={
                <div className="pk-media-empty">
                  {/* Browsers cannot show every picture that the models take, HEIC for one. */}
                  {state ? <ImageIcon /> : <WarningIcon />}
                  <span className="pk-hint">{state ? state.file.name : words.unseen}</span>
                </div>
              }
            />
          ) : (
            // The viewer's own clip, which has no captions.
            // oxlint-disable-next-line jsx-a11y/media-has-caption
            <video
              className="pk-media-preview"
              src={shown}
              muted
              loop
              playsInline
              controls
              aria-label={label}
            />
          )
        ) : (
          <div className="pk-media-empty">
            {kind === 'image' ? <ImageIcon /> : <FilmIcon />}
            <strong>{kind === 'image' ? words.dropImage : words.dropVideo}</strong>
            <span className="pk-hint">{words.hint}</span>
          </div>
        )}
        {state && !state.error && (
          <div
            className="pk-media-progress"
            role="progressbar"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(state.part * 100)}
            aria-label={words.uploading(Math.round(state.part * 100))}
          >
            <span style={{ inlineSize: `${state.part * 100}%` }} />
          </div>
        )}
      </div>
      <div className="pk-media-actions">
        <FileChooser
          inputLabel={`${label}: ${words.choose}`}
          accept={`${kind}/*`}
          disabled={isDisabled}
          onFiles={([file]) => takeFile(file)}
        >
          {shown ? words.replace : words.choose}
        </FileChooser>
        {state?.error && (
          <Button onClick={() => retry(UPLOAD)}>
            <RetryIcon />
            {words.retry}
          </Button>
        )}
        {(shown || state) && (
          <Button
            variant="plain"
            label={`${words.clear}: ${label}`}
            disabled={isDisabled}
            onClick={() => {
              forget(UPLOAD)
              setUploadedUrl(null)
              setUrl(null)
              setProblem(null)
            }}
          >
            <CloseIcon />
          </Button>
        )}
        {!shown && (
          <div className="pk-media-address">
            <label className="pk-hidden" htmlFor={`${id}-address`}>
              {`${label}: ${words.url}`}
            </label>
            <input
              id={`${id}-address`}
              className="pk-input"
              type="url"
              placeholder={words.urlHint}
              value={address}
              disabled={isDisabled}
              onChange={(event) => setAddress(event.target.value)}
              onKeyDown={onAddressKey}
            />
            <Button disabled={isDisabled || !isAddress(address.trim())} onClick={submitAddress}>
              {words.use}
            </Button>
          </div>
        )}
      </div>
      {description && (
        <span id={`${id}-description`} className="pk-hint">
          {description}
        </span>
      )}
      {wrong && (
        <p id={`${id}-issue`} className="pk-issue" role={problem || state?.error ? 'alert' : undefined}>
          {state?.error ? words.failed(state.error) : problem ? problem : `${label}: ${wrong}`}
        </p>
      )}
    </div>
  )
}
