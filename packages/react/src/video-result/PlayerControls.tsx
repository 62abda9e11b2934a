// Loaded only where there is a video. What a browser can do and does is media-chrome's store; how it looks is the kit's.
import {
  MediaActionTypes,
  MediaProvider,
  type MediaState,
  useMediaSelector,
  useMediaStore,
} from 'media-chrome/react/media-store'
import { type ReactNode, useEffect } from 'react'
import { Button, type ButtonProps } from '../internals/Button.tsx'
import {
  CompareIcon,
  FrameBackIcon,
  FrameForthIcon,
  FullScreenIcon,
  LeaveFullScreenIcon,
  LoopIcon,
  NoSoundIcon,
  PauseIcon,
  PictureInPictureIcon,
  PlayIcon,
  SoundIcon,
} from '../internals/icons.tsx'
import { videoWords } from '../messages/english/video.ts'
import { useWords } from '../messages/useWords.ts'
import { actionOf, lengthOf, type PlayerAction, RATES, stepFrame, stepRate } from './playback.ts'
import { PlayerPosition } from './PlayerPosition.tsx'
import { useHasSound } from './useHasSound.ts'
import { useHold } from './useHold.ts'

export interface PlayerControlsProps {
  video: HTMLVideoElement
  /** What fills the screen, and where keys are heard. */
  frame: HTMLElement
  /** Seconds, as the provider said. */
  knownDuration: number | null
  hasShortcuts: boolean
  /** Told while the video is held against its source; null where there is none. */
  onCompare: ((isHeld: boolean) => void) | null
}

export function PlayerControls(props: PlayerControlsProps) {
  return (
    <MediaProvider>
      <ControlBar {...props} />
    </MediaProvider>
  )
}

const pick = (name: keyof MediaState) => (state: Partial<MediaState>) => state[name]

function ControlBar({ video, frame, knownDuration, hasShortcuts, onCompare }: PlayerControlsProps) {
  const words = useWords(videoWords)
  const { dispatch } = useMediaStore()
  const isPaused = useMediaSelector(pick('mediaPaused')) !== false
  const isLooping = useMediaSelector(pick('mediaLoop')) === true
  const rate = Number(useMediaSelector(pick('mediaPlaybackRate')) ?? 1)
  const isMuted = useMediaSelector(pick('mediaMuted')) === true
  const isFull = useMediaSelector(pick('mediaIsFullscreen')) === true
  const isPictured = useMediaSelector(pick('mediaIsPip')) === true
  const canFill = useMediaSelector(pick('mediaFullscreenUnavailable')) === undefined
  const canPicture = useMediaSelector(pick('mediaPipUnavailable')) === undefined
  const hasSound = useHasSound(video)
  const hold = useHold(onCompare)

  useEffect(() => {
    const attach = (media: HTMLVideoElement | null, fullScreen: HTMLElement | null) => {
      dispatch({ type: MediaActionTypes.MEDIA_ELEMENT_CHANGE_REQUEST, detail: media })
      dispatch({ type: MediaActionTypes.FULLSCREEN_ELEMENT_CHANGE_REQUEST, detail: fullScreen })
    }
    attach(video, frame)
    return () => attach(null, null)
  }, [dispatch, video, frame])

  const seek = (seconds: number) =>
    dispatch({
      type: MediaActionTypes.MEDIA_SEEK_REQUEST,
      detail: Math.min(Math.max(0, seconds), lengthOf(video, knownDuration)),
    })
  const act = (action: PlayerAction) => {
    switch (action.type) {
      case 'play':
        return dispatch({
          type: video.paused ? MediaActionTypes.MEDIA_PLAY_REQUEST : MediaActionTypes.MEDIA_PAUSE_REQUEST,
        })
      case 'frame':
        dispatch({ type: MediaActionTypes.MEDIA_PAUSE_REQUEST })
        return seek(stepFrame(video.currentTime, action.direction, lengthOf(video, knownDuration)))
      case 'rate':
        return setRate(stepRate(video.playbackRate, action.direction))
      case 'seek-by':
        return seek(video.currentTime + action.seconds)
      case 'seek-to':
        return seek(action.share * lengthOf(video, knownDuration))
      case 'loop':
        return dispatch({ type: MediaActionTypes.MEDIA_LOOP_REQUEST, detail: !video.loop })
      case 'full-screen':
        return dispatch({
          type: isFull
            ? MediaActionTypes.MEDIA_EXIT_FULLSCREEN_REQUEST
            : MediaActionTypes.MEDIA_ENTER_FULLSCREEN_REQUEST,
        })
      case 'picture-in-picture':
        return dispatch({
          type: isPictured
            ? MediaActionTypes.MEDIA_EXIT_PIP_REQUEST
            : MediaActionTypes.MEDIA_ENTER_PIP_REQUEST,
        })
      case 'mute':
        return dispatch({
          type: video.muted ? MediaActionTypes.MEDIA_UNMUTE_REQUEST : MediaActionTypes.MEDIA_MUTE_REQUEST,
        })
    }
  }
  const setRate = (next: number) =>
    dispatch({ type: MediaActionTypes.MEDIA_PLAYBACK_RATE_REQUEST, detail: next })

  // Keys are heard on the frame, which this bar is only a part of; the video itself is pressed to play.
  useEffect(() => {
    const press = () => act({ type: 'play' })
    const key = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !hasShortcuts || isOfControl(event)) return
      const action = actionOf(event)
      if (!action) return
      event.preventDefault()
      act(action)
    }
    video.addEventListener('click', press)
    frame.addEventListener('keydown', key)
    return () => {
      video.removeEventListener('click', press)
      frame.removeEventListener('keydown', key)
    }
  })

  const button = (
    label: string,
    key: string,
    action: PlayerAction,
    content: ReactNode,
    more?: ButtonProps,
  ) => (
    <Button
      variant="plain"
      label={label}
      title={hasShortcuts ? words.withKey(label, key) : label}
      {...(hasShortcuts && { 'aria-keyshortcuts': key })}
      {...more}
      onClick={() => act(action)}
    >
      {content}
    </Button>
  )
  return (
    // Time runs to the right in every language, as on every player.
    <div className="pk-player-controls" dir="ltr">
      {button(
        isPaused ? words.play : words.pause,
        'K',
        { type: 'play' },
        isPaused ? <PlayIcon /> : <PauseIcon />,
        { className: 'pk-player-play' },
      )}
      <PlayerPosition video={video} knownDuration={knownDuration} isPaused={isPaused} onSeek={seek} />
      <div className="pk-player-tools">
        {button(words.back, ',', { type: 'frame', direction: -1 }, <FrameBackIcon />)}
        {button(words.forth, '.', { type: 'frame', direction: 1 }, <FrameForthIcon />)}
        {button(words.loop, 'L', { type: 'loop' }, <LoopIcon />, { 'aria-pressed': isLooping })}
        <select
          className="pk-player-rate"
          aria-label={words.speed}
          title={words.speed}
          value={rate}
          onChange={(event) => setRate(Number(event.target.value))}
        >
          {RATES.map((one) => (
            <option key={one} value={one}>
              {words.rate(one)}
            </option>
          ))}
        </select>
        <span className="pk-player-gap" />
        {onCompare && (
          <Button variant="plain" label={words.compare} {...hold}>
            <CompareIcon />
          </Button>
        )}
        {hasSound &&
          button(
            isMuted ? words.unmute : words.mute,
            'M',
            { type: 'mute' },
            isMuted ? <NoSoundIcon /> : <SoundIcon />,
          )}
        {canPicture &&
          button(
            isPictured ? words.leavePictureInPicture : words.pictureInPicture,
            'P',
            { type: 'picture-in-picture' },
            <PictureInPictureIcon />,
          )}
        {canFill &&
          button(
            isFull ? words.leaveFullScreen : words.fullScreen,
            'F',
            { type: 'full-screen' },
            isFull ? <LeaveFullScreenIcon /> : <FullScreenIcon />,
          )}
      </div>
    </div>
  )
}

/** Keys that the focused control needs for itself: a button its space bar, a slider its arrows, a list of speeds everything. */
function isOfControl({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLInputElement) return /^(Arrow|Page|Home|End)/.test(key)
  return target.closest('button, a') !== null && (key === ' ' || key === 'Enter')
}
