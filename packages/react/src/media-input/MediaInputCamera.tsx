import { type ComponentPropsWithRef, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../internals/Button.tsx'
import { RetryIcon, WarningIcon } from '../internals/icons.tsx'
import { joinClasses, joinHandlers } from '../internals/join.ts'
import { mediaWords } from '../messages/english/media.ts'
import { useWords } from '../messages/useWords.ts'
import { CameraIcon, NextCameraIcon } from './icons.tsx'
import { useMedia } from './MediaInputContext.ts'
import { takePhoto } from './useCamera.ts'

/** The live picture of the camera, and the photo that was taken of it, to be looked at before it is used. Only while it is open. */
export function MediaInputCamera({ className, onKeyDown, ...props }: ComponentPropsWithRef<'div'>) {
  const { camera, isMultiple, room, addFiles, focusSoon, announce } = useMedia('Camera')
  const words = useWords(mediaWords)
  const { state } = camera
  const video = useRef<HTMLVideoElement>(null)
  const [photo, setPhoto] = useState<{ file: File; url: string } | null>(null)
  const stream = state.status === 'live' ? state.stream : null

  useEffect(() => {
    if (video.current && stream) video.current.srcObject = stream
  }, [stream, photo])
  useEffect(() => () => (photo ? URL.revokeObjectURL(photo.url) : undefined), [photo])
  useEffect(() => {
    if (state.status !== 'starting') setPhoto(null)
    if (state.status === 'live') {
      announce(words.camera.live)
      focusSoon('.pk-media-shutter')
    }
    // Once for each state that it comes to.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [state.status])

  if (state.status === 'closed') return null
  const close = () => {
    camera.close()
    focusSoon('.pk-media-camera-open', '.pk-media-choose')
  }
  const shoot = async () => {
    const file = video.current && (await takePhoto(video.current))
    if (!file) return
    setPhoto({ file, url: URL.createObjectURL(file) })
    announce(words.camera.taken)
    focusSoon('.pk-media-use')
  }
  const use = () => {
    if (photo) void addFiles([photo.file])
    setPhoto(null)
    if (isMultiple && room > 1) focusSoon('.pk-media-shutter')
    else close()
  }
  const escape = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    <div
      role="group"
      aria-label={words.camera.label}
      {...props}
      className={joinClasses('pk-media-camera', className)}
      data-state={photo ? 'taken' : state.status}
      data-front={(state.status === 'live' && state.isFront) || undefined}
      onKeyDown={joinHandlers(onKeyDown, escape)}
    >
      <div className="pk-media-finder">
        {photo ? (
          <img src={photo.url} alt={words.camera.photo} />
        ) : state.status === 'live' ? (
          <video ref={video} autoPlay muted playsInline aria-label={words.camera.label} />
        ) : state.status === 'starting' ? (
          <span className="pk-hint">{words.camera.starting}</span>
        ) : (
          <p className="pk-media-unseen" role="alert">
            <WarningIcon />
            {words.camera.problems[state.problem]}
          </p>
        )}
      </div>
      <div className="pk-media-actions">
        {photo ? (
          <>
            <Button variant="primary" className="pk-media-use" onClick={use}>
              {words.camera.use}
            </Button>
            <Button
              onClick={() => {
                setPhoto(null)
                focusSoon('.pk-media-shutter')
              }}
            >
              {words.camera.again}
            </Button>
          </>
        ) : state.status === 'live' ? (
          <>
            <Button variant="primary" className="pk-media-shutter" onClick={() => void shoot()}>
              <CameraIcon />
              {words.camera.take}
            </Button>
            {state.canSwitch && (
              <Button label={words.camera.next} onClick={camera.next}>
                <NextCameraIcon />
              </Button>
            )}
          </>
        ) : (
          state.status === 'failed' && (
            <Button onClick={camera.open}>
              <RetryIcon />
              {words.retry}
            </Button>
          )
        )}
        <Button variant="plain" onClick={close}>
          {words.camera.close}
        </Button>
      </div>
    </div>
  )
}
