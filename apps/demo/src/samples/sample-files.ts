import { sampleScenes } from './scenes.ts'
import { SAMPLE_HEIGHT, SAMPLE_WIDTH } from './size.ts'

const files = new Map<string, Promise<File>>()

/** A sample picture as a file, as if it had been chosen from disk. Drawn once. Throws a `RangeError` for an unknown id. */
export function samplePicture(id: string): Promise<File> {
  let file = files.get(id)
  if (!file) {
    file = drawPicture(id)
    files.set(id, file)
  }
  return file
}

async function drawPicture(id: string): Promise<File> {
  const scene = sampleScenes.find((candidate) => candidate.id === id)
  if (!scene) throw new RangeError(`there is no sample picture "${id}"`)
  const canvas = document.createElement('canvas')
  canvas.width = SAMPLE_WIDTH
  canvas.height = SAMPLE_HEIGHT
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser gives no canvas')
  scene.draw(context)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
  if (!blob) throw new Error('this browser cannot write a picture')
  return new File([blob], `${id}.jpg`, { type: 'image/jpeg' })
}

/**
 * Three seconds of a boat crossing the dusk coast, recorded from a canvas: the input of the operations that change a
 * video. Recording takes as long as the video.
 */
export async function sampleVideo(): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = SAMPLE_WIDTH
  canvas.height = SAMPLE_HEIGHT
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser gives no canvas')
  const background = await createImageBitmap(await samplePicture('dusk'))
  const type = ['video/mp4;codecs=avc1.42E01F', 'video/webm;codecs=vp9', 'video/webm'].find((candidate) =>
    MediaRecorder.isTypeSupported(candidate),
  )
  if (!type) throw new Error('this browser cannot record a video')
  const recorder = new MediaRecorder(canvas.captureStream(24), {
    mimeType: type,
    videoBitsPerSecond: 6_000_000,
  })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data))
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }))
  recorder.start()
  const start = performance.now()
  await new Promise<void>((resolve) => {
    const frame = () => {
      const seconds = (performance.now() - start) / 1000
      context.drawImage(background, 0, 0)
      drawBoat(
        context,
        120 + seconds * 190,
        SAMPLE_HEIGHT * 0.69 + Math.sin(seconds * 3) * 5,
        Math.sin(seconds * 3) * 0.04,
      )
      if (seconds < 3) requestAnimationFrame(frame)
      else resolve()
    }
    frame()
  })
  recorder.stop()
  await stopped
  const contentType = type.split(';')[0] ?? 'video/webm'
  return new File(parts, `boat.${contentType.slice('video/'.length)}`, { type: contentType })
}

function drawBoat(context: CanvasRenderingContext2D, x: number, y: number, tilt: number): void {
  context.save()
  context.translate(x, y)
  context.rotate(tilt)
  context.fillStyle = '#2a1d33'
  context.beginPath()
  context.moveTo(-74, 0)
  context.quadraticCurveTo(0, 44, 84, -6)
  context.closePath()
  context.fill()
  context.fillRect(-3, -128, 6, 130)
  context.fillStyle = '#f6dcc2'
  context.beginPath()
  context.moveTo(6, -124)
  context.quadraticCurveTo(84, -64, 70, -14)
  context.lineTo(6, -14)
  context.fill()
  context.restore()
}
