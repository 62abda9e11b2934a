// Five keyframes as people upload them: of mixed sizes and ratios, one turned by EXIF, one cut out. Each stands beside what a
// viewer should see of it, drawn without any code of the draft.
import { type Canvas, createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas'

/** Smooth as a photograph by day, or with the grain of one taken in the dark (4 levels of 255 to either side). */
export type Surface = 'smooth' | 'grainy'

export interface KeyframePicture {
  what: string
  /** The file, as it is uploaded. */
  bytes: Buffer
  /** RGBA of what stands in the frame. */
  shown: Uint8Array
}

/** The frame that the first picture asks for. */
export const KEYFRAME_SIZE = { width: 1280, height: 720 }
/** What a draft shows behind a cut-out. */
const GROUND = '#15171d'

/** Draws the five of them. */
export async function keyframePictures(surface: Surface): Promise<KeyframePicture[]> {
  const upright = scene(900, 1200, surface, 3)
  const lying = lyingOf(upright).toBuffer('image/jpeg', 95)
  return Promise.all([
    keyframe('PNG, 1280 × 720', scene(1280, 720, surface, 1).toBuffer('image/png')),
    keyframe('JPEG, 720 × 1280', scene(720, 1280, surface, 2).toBuffer('image/jpeg', 95)),
    keyframe('JPEG turned by EXIF, 900 × 1200', withOrientation(lying), uprightOf(await loadImage(lying))),
    keyframe('PNG with alpha, 1000 × 1000', cutOut(scene(1000, 1000, surface, 4)).toBuffer('image/png')),
    keyframe('WebP, 2000 × 640', scene(2000, 640, surface, 5).toBuffer('image/webp', 98)),
  ])
}

/** `upright` is what the file shows, where a plain decoder does not say so. */
async function keyframe(what: string, bytes: Buffer, upright?: Canvas): Promise<KeyframePicture> {
  const picture = upright ?? (await loadImage(bytes))
  const { width, height } = KEYFRAME_SIZE
  const frame = createCanvas(width, height)
  const context = frame.getContext('2d')
  context.fillStyle = GROUND
  context.fillRect(0, 0, width, height)
  // Covers the frame from its middle, and is not stretched.
  const scale = Math.max(width / picture.width, height / picture.height)
  // A cubic filter softens also what it does not scale.
  context.imageSmoothingQuality = scale === 1 ? 'low' : 'high'
  const [w, h] = [picture.width * scale, picture.height * scale]
  context.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h)
  return { what, bytes, shown: new Uint8Array(frame.data()) }
}

/** A view with large forms, small ones and soft light, different for each number. */
function scene(width: number, height: number, surface: Surface, number: number): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const sky = context.createLinearGradient(0, 0, width * 0.3, height)
  sky.addColorStop(0, `hsl(${number * 67} 55% 72%)`)
  sky.addColorStop(1, `hsl(${number * 67 + 50} 45% 32%)`)
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  const short = Math.min(width, height)
  for (let form = 0; form < 40; form++) {
    const turn = form * 2.4 + number
    const x = width * (0.5 + 0.46 * Math.cos(turn) * ((form % 13) / 13))
    const y = height * (0.5 + 0.46 * Math.sin(turn) * ((form % 11) / 11))
    const radius = short * (0.025 + (form % 5) * 0.02)
    const light = context.createRadialGradient(x - radius / 3, y - radius / 3, radius / 8, x, y, radius)
    light.addColorStop(0, `hsl(${number * 67 + form * 11} 55% 70%)`)
    light.addColorStop(1, `hsl(${number * 67 + form * 11} 55% ${28 + (form % 7) * 4}%)`)
    context.fillStyle = light
    context.beginPath()
    context.arc(x, y, radius, 0, 7)
    context.fill()
  }
  if (surface === 'grainy') addGrain(context, width, height, number)
  return canvas
}

function addGrain(context: SKRSContext2D, width: number, height: number, seed: number): void {
  const pixels = context.getImageData(0, 0, width, height)
  let noise = seed
  for (let index = 0; index < pixels.data.length; index++) {
    noise = Math.imul(noise, 1_664_525) + 1_013_904_223
    if (index % 4 !== 3) pixels.data[index] = (pixels.data[index] as number) + ((noise >>> 24) % 9) - 4
  }
  context.putImageData(pixels, 0, 0)
}

/** Only an oval of it is left, with a soft border. */
function cutOut(canvas: Canvas): Canvas {
  const context = canvas.getContext('2d')
  const { width, height } = canvas
  const [x, y] = [width / 2, height / 2]
  const fade = context.createRadialGradient(x, y, width * 0.3, x, y, width * 0.34)
  fade.addColorStop(0, 'rgba(0, 0, 0, 1)')
  fade.addColorStop(1, 'rgba(0, 0, 0, 0)')
  context.globalCompositeOperation = 'destination-in'
  context.fillStyle = fade
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'source-over'
  return canvas
}

/** On its side, as the sensor of a phone reads what is held upright. */
function lyingOf(upright: Canvas): Canvas {
  const canvas = createCanvas(upright.height, upright.width)
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'low'
  context.translate(0, upright.width)
  context.rotate(-Math.PI / 2)
  context.drawImage(upright, 0, 0)
  return canvas
}

function uprightOf(lying: Image): Canvas {
  const canvas = createCanvas(lying.height, lying.width)
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'low'
  context.translate(lying.height, 0)
  context.rotate(Math.PI / 2)
  context.drawImage(lying, 0, 0)
  return canvas
}

/** The JPEG with EXIF that says: turn it clockwise. It is a TIFF header with one entry, Orientation (0x0112) = 6. */
function withOrientation(jpeg: Buffer): Buffer {
  const exif = Buffer.from('4578696600004d4d002a00000008000101120003000000010006000000000000', 'hex')
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}
