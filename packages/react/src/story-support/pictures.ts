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

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A picture of one dot, as a file, with as many bytes behind it as are wanted. */
export function dotFile(name: string, moreBytes = 0): File {
  const dot = Uint8Array.from(atob(DOT), (letter) => letter.charCodeAt(0))
  return new File([dot, new Uint8Array(moreBytes)], name, { type: 'image/png' })
}

/** How long the video of the stories is. */
export const STORY_SECONDS = 2

/** A video of two seconds, 48 frames, 480 × 270: a sun goes down over a sea. Encoded as the emulator encodes. */
export function storyVideo(): string {
  return new URL('./dusk.mp4', import.meta.url).href
}
