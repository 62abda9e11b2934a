import { useCallback, useEffect, useRef, useState } from 'react'

/** Why there is no live picture. */
export type CameraProblem =
  /** The viewer, or a rule of the page or the machine, said no. */
  | 'DENIED'
  | 'ABSENT'
  /** Another program has it. */
  | 'BUSY'
  /** It was pulled out, or taken away, while it ran. */
  | 'ENDED'
  | 'FAILED'

export type CameraState =
  | { status: 'closed' }
  | { status: 'starting' }
  | { status: 'live'; stream: MediaStream; isFront: boolean; canSwitch: boolean }
  | { status: 'failed'; problem: CameraProblem }

export interface UseCamera {
  state: CameraState
  /** Asks for the camera; the browser asks the viewer. */
  open(): void
  /** Stops the camera: its light goes out. */
  close(): void
  /** Goes on to the next camera, where there are several. */
  next(): void
}

/** The live picture of a camera. It stops with `close`, with the component, and when the page is left. */
export function useCamera(): UseCamera {
  const [state, setState] = useState<CameraState>({ status: 'closed' })
  const session = useRef<AbortController | null>(null)
  const device = useRef<string | null>(null)

  const stop = useCallback(() => {
    session.current?.abort()
    session.current = null
  }, [])
  const start = useCallback(
    async (deviceId: string | null) => {
      stop()
      const controller = new AbortController()
      session.current = controller
      const { signal } = controller
      setState({ status: 'starting' })
      try {
        const stream = await navigator.mediaDevices.getUserMedia({ video: wishOf(deviceId), audio: false })
        const end = () => {
          for (const track of stream.getTracks()) track.stop()
        }
        // It was closed while the viewer was still being asked.
        if (signal.aborted) return end()
        signal.addEventListener('abort', end, { once: true })
        const [track] = stream.getVideoTracks()
        track?.addEventListener('ended', () => setState({ status: 'failed', problem: 'ENDED' }), { signal })
        const settings = track?.getSettings() ?? {}
        device.current = settings.deviceId ?? deviceId
        const cameras = await camerasHere()
        if (signal.aborted) return undefined
        const isFront =
          settings.facingMode === undefined ? cameras.length < 2 : settings.facingMode === 'user'
        setState({ status: 'live', stream, isFront, canSwitch: cameras.length > 1 })
      } catch (error) {
        // The one that was asked for may be gone: another try takes any.
        device.current = null
        if (!signal.aborted) setState({ status: 'failed', problem: problemOf(error) })
      }
      return undefined
    },
    [stop],
  )
  const close = useCallback(() => {
    stop()
    setState({ status: 'closed' })
  }, [stop])
  const next = useCallback(async () => {
    const cameras = await camerasHere()
    const at = cameras.findIndex(({ deviceId }) => deviceId === device.current)
    await start(cameras[(at + 1) % cameras.length]?.deviceId ?? null)
  }, [start])

  useEffect(() => {
    // A page that is kept for the way back must not keep the camera.
    window.addEventListener('pagehide', close)
    return () => {
      window.removeEventListener('pagehide', close)
      stop()
    }
  }, [close, stop])
  return { state, open: () => void start(device.current), close, next: () => void next() }
}

/**
 * Whether a camera can be opened here. False until the page has looked, and where the page is not secure (`http:` on another
 * machine), which has none.
 */
export function useHasCamera(): boolean {
  const [hasCamera, setHasCamera] = useState(false)
  useEffect(() => {
    const devices = mediaDevices()
    if (!devices) return undefined
    let isCurrent = true
    const look = () =>
      void camerasHere().then((cameras) => {
        if (isCurrent) setHasCamera(cameras.length > 0)
      })
    look()
    devices.addEventListener('devicechange', look)
    return () => {
      isCurrent = false
      devices.removeEventListener('devicechange', look)
    }
  }, [])
  return hasCamera
}

/** What the camera shows now, as a file. Null when there is no picture yet. */
export async function takePhoto(video: HTMLVideoElement): Promise<File | null> {
  const { videoWidth: width, videoHeight: height } = video
  if (!width || !height) return null
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  const time = new Date().toISOString().slice(0, 19).replaceAll(/[T:]/g, '-')
  return blob && new File([blob], `photo-${time}.jpg`, { type: 'image/jpeg' })
}

/** As large as the models use. The one towards the viewer is the one that every machine with a camera has. */
function wishOf(deviceId: string | null): MediaTrackConstraints {
  const size = { width: { ideal: 1_920 }, height: { ideal: 1_080 } }
  return deviceId === null ? { ...size, facingMode: 'user' } : { ...size, deviceId: { exact: deviceId } }
}

// The types of the browser say that it is always there; on pages that are not secure it is not.
const mediaDevices = () => (navigator as { mediaDevices?: MediaDevices }).mediaDevices

async function camerasHere(): Promise<MediaDeviceInfo[]> {
  try {
    const devices = (await mediaDevices()?.enumerateDevices()) ?? []
    return devices.filter(({ kind }) => kind === 'videoinput')
  } catch {
    return []
  }
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof Error ? error.name : ''
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'DENIED'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'ABSENT'
    case 'NotReadableError':
    case 'AbortError':
      return 'BUSY'
    default:
      return 'FAILED'
  }
}
