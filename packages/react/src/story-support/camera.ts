/** What the camera of a story does: shows a scene, waits for a permission that never comes, or fails by an error's name. */
export type StoryCamera = 'works' | 'waits' | 'NotAllowedError' | 'NotFoundError' | 'NotReadableError'

/** The streams that were handed out, so that a story can see that they were stopped. */
export const storyStreams: MediaStream[] = []

/**
 * Puts a camera of paper in the place of the machine's own: a sun that crosses a canvas. For `beforeEach` of a story or a test;
 * answers how to put the old one back.
 */
export function standInCamera(does: StoryCamera = 'works', count = 1): () => void {
  const known = Object.getOwnPropertyDescriptor(navigator, 'mediaDevices')
  const devices = Object.assign(new EventTarget(), {
    enumerateDevices: async () =>
      Array.from({ length: count }, (_, index) => ({
        kind: 'videoinput',
        deviceId: `camera-${index}`,
        label: `Camera ${index + 1}`,
        groupId: '',
      })),
    getUserMedia: async ({ video }: { video: { deviceId?: { exact: string } } }) => {
      if (does === 'waits') return new Promise<MediaStream>(() => {})
      if (does !== 'works') throw new DOMException('in this story', does)
      const deviceId = video.deviceId?.exact ?? 'camera-0'
      const stream = paperStream(deviceId)
      storyStreams.push(stream)
      return stream
    },
  })
  Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true })
  return () => {
    for (const stream of storyStreams.splice(0)) for (const track of stream.getTracks()) track.stop()
    if (known) Object.defineProperty(navigator, 'mediaDevices', known)
    else Reflect.deleteProperty(navigator, 'mediaDevices')
  }
}

function paperStream(deviceId: string): MediaStream {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 360
  const context = canvas.getContext('2d')
  const hue = deviceId === 'camera-0' ? 210 : 20
  const stream = canvas.captureStream(12)
  const [track] = stream.getVideoTracks()
  let frame = 0
  const draw = () => {
    if (!context || track?.readyState === 'ended') return
    context.fillStyle = `hsl(${hue} 45% 40%)`
    context.fillRect(0, 0, 640, 360)
    context.fillStyle = '#fff3d0'
    context.beginPath()
    context.arc(120 + ((frame++ * 4) % 400), 130, 42, 0, Math.PI * 2)
    context.fill()
    context.fillStyle = `hsl(${hue + 90} 30% 26%)`
    context.fillRect(0, 250, 640, 110)
    requestAnimationFrame(draw)
  }
  draw()
  if (track)
    track.getSettings = () => ({
      deviceId,
      facingMode: deviceId === 'camera-0' ? 'user' : 'environment',
    })
  return stream
}
