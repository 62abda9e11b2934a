/** A small picture for stories: a sky with a sun over hills, in one of many colours. Drawn at once, as a data URI. */
export function storyPicture(hue: number): string {
  const canvas = document.createElement('canvas')
  canvas.width = 480
  canvas.height = 270
  const context = canvas.getContext('2d')
  if (!context) return ''
  const sky = context.createLinearGradient(0, 0, 0, 270)
  sky.addColorStop(0, `hsl(${hue} 55% 62%)`)
  sky.addColorStop(1, `hsl(${hue + 40} 70% 84%)`)
  context.fillStyle = sky
  context.fillRect(0, 0, 480, 270)
  context.fillStyle = '#fff8e4'
  context.beginPath()
  context.arc(330, 90, 30, 0, Math.PI * 2)
  context.fill()
  for (const [base, light] of [
    [170, 48],
    [215, 34],
  ] as const) {
    context.fillStyle = `hsl(${hue + 150} 24% ${light}%)`
    context.beginPath()
    context.moveTo(0, 270)
    for (let x = 0; x <= 480; x += 8)
      context.lineTo(x, base - Math.sin(x / 70 + base) * 24 - Math.sin(x / 31) * 8)
    context.lineTo(480, 270)
    context.fill()
  }
  return canvas.toDataURL('image/jpeg', 0.8)
}

/** One of the pictures above, as a file. */
export function storyFile(name = 'picture.png'): File {
  const [head = '', base64 = ''] = storyPicture(28).split(',')
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return new File([bytes], name, { type: /data:([^;]+)/.exec(head)?.[1] ?? 'image/png' })
}

/** How long a story's video is. */
export const STORY_SECONDS = 1

let recorded: Promise<string> | null = null

/** A video of one second, recorded here once: a sun goes down over a sea. */
export function storyVideo(): Promise<string> {
  return (recorded ??= record())
}

async function record(): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = 480
  canvas.height = 270
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no canvas.')
  const recorder = new MediaRecorder(canvas.captureStream(24))
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }))
  drawDusk(context, 0)
  recorder.start(100)
  const start = performance.now()
  // A busy machine may need longer until the first picture is there.
  for (let share = 0; share < 1 || parts.every(({ size }) => size === 0);) {
    drawDusk(context, Math.min(share, 1))
    await new Promise(requestAnimationFrame)
    share = (performance.now() - start) / (STORY_SECONDS * 1_000)
  }
  recorder.stop()
  await stopped
  return URL.createObjectURL(new Blob(parts, { type: recorder.mimeType }))
}

/** `share` is how far the sun is down, 0 to 1. */
function drawDusk(context: CanvasRenderingContext2D, share: number): void {
  const sky = context.createLinearGradient(0, 0, 0, 190)
  sky.addColorStop(0, `hsl(${222 + 30 * share} 45% ${52 - 26 * share}%)`)
  sky.addColorStop(1, `hsl(${30 - 14 * share} 80% ${74 - 18 * share}%)`)
  context.fillStyle = sky
  context.fillRect(0, 0, 480, 270)
  context.fillStyle = '#ffe9b8'
  context.beginPath()
  context.arc(250, 90 + 90 * share, 30, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = `hsl(226 38% ${34 - 16 * share}%)`
  context.fillRect(0, 190, 480, 80)
  context.fillStyle = 'rgb(255 214 150 / 0.55)'
  for (let row = 0; row < 5; row++) {
    const width = 84 - row * 12
    context.fillRect(250 - width / 2 + Math.sin(share * 9 + row) * 6, 200 + row * 14, width, 3)
  }
  context.fillStyle = '#f7f3ea'
  const x = 90 + 190 * share
  context.beginPath()
  context.moveTo(x, 214)
  context.lineTo(x + 60, 214)
  context.lineTo(x + 46, 232)
  context.lineTo(x + 12, 232)
  context.closePath()
  context.moveTo(x + 14, 214)
  context.lineTo(x + 30, 184)
  context.lineTo(x + 46, 214)
  context.fill()
}
