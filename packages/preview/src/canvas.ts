/** Anything with a size in pixels that the host's `drawImage` accepts: an ImageBitmap, a canvas, a decoded image. */
export interface DraftImage {
  readonly width: number
  readonly height: number
}

/** A small picture of a video, and its second. */
export interface DraftStill {
  seconds: number
  picture: DraftImage
}

/** A decoded video. Frames may come from anywhere, as long as the same second gives the same picture. */
export interface DraftVideo {
  readonly width: number
  readonly height: number
  /** Seconds. */
  readonly duration: number
  /** The picture at this second of the video. A drawer only asks for the second that it is drawing. */
  frameAt(seconds: number): DraftImage
  /**
   * Small pictures (some 160 pixels) at even distances, some four a second, in order: where what moves in the video is
   * followed by. Left out, each frame is looked at for itself, and what is put into the video trembles.
   */
  readonly stills?: readonly DraftStill[]
}

/** A part of what hosts take; those that do not know a field ignore it. */
export interface DraftContextOptions {
  alpha?: boolean
  willReadFrequently?: boolean
}

/** A canvas that `createCanvas` makes for in-between pictures. */
export interface DraftCanvas extends DraftImage {
  getContext(kind: '2d', options?: DraftContextOptions): DraftContext | null
}

/** Pixels of a canvas: red, green, blue and alpha, 0 to 255 each, row by row, not multiplied by alpha. */
export interface DraftPixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** Makes an empty, transparent canvas of this size in pixels. */
export type CreateCanvas = (width: number, height: number) => DraftCanvas

export interface DraftGradient {
  addColorStop(offset: number, color: string): void
}

/**
 * What the drawers use of a 2D context: the browser's `CanvasRenderingContext2D` and `OffscreenCanvasRenderingContext2D`
 * fit it without a cast, and so does `@napi-rs/canvas`.
 */
export interface DraftContext {
  globalAlpha: number
  globalCompositeOperation: string
  fillStyle: string | object
  strokeStyle: string | object
  lineWidth: number
  lineCap: string
  lineJoin: string
  font: string
  textAlign: string
  textBaseline: string
  direction: string
  filter: string
  shadowColor: string
  shadowBlur: number
  shadowOffsetY: number
  imageSmoothingQuality: string
  save(): void
  restore(): void
  translate(x: number, y: number): void
  rotate(angle: number): void
  scale(x: number, y: number): void
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void
  bezierCurveTo(cp1x: number, cp1y: number, cp2x: number, cp2y: number, x: number, y: number): void
  arc(x: number, y: number, radius: number, start: number, end: number): void
  ellipse(x: number, y: number, rx: number, ry: number, rotation: number, start: number, end: number): void
  rect(x: number, y: number, width: number, height: number): void
  fill(): void
  stroke(): void
  clip(): void
  fillRect(x: number, y: number, width: number, height: number): void
  clearRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): DraftGradient
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): DraftGradient
  createImageData(width: number, height: number): DraftPixels
  getImageData(x: number, y: number, width: number, height: number): DraftPixels
  putImageData(pixels: DraftPixels, x: number, y: number): void
  // The hosts disagree on what an image is, so the parameter is `never` and `toolkit/pictures.ts` has the one cast.
  drawImage(image: never, dx: number, dy: number): void
  drawImage(image: never, dx: number, dy: number, dw: number, dh: number): void
  drawImage(
    image: never,
    sx: number,
    sy: number,
    sw: number,
    sh: number,
    dx: number,
    dy: number,
    dw: number,
    dh: number,
  ): void
}
