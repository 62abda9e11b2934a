// Puts one colour on the canvas that it is handed with every frame: for a second, so that the page is seen to be there, and then
// for as many as it is told.

let end = performance.now() + 1_000

addEventListener('message', ({ data }: MessageEvent<{ canvas: OffscreenCanvas } | { seconds: number }>) => {
  if ('canvas' in data) start(data.canvas)
  else end = performance.now() + data.seconds * 1_000
})

function start(canvas: OffscreenCanvas): void {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser has no 2D canvas')
  const pixels = context.createImageData(canvas.width, canvas.height)
  const words = new Int32Array(pixels.data.buffer)
  requestAnimationFrame(function tick(now) {
    if (now < end) {
      words.fill(0xff000000 | (now & 0xffffff))
      context.putImageData(pixels, 0, 0)
    }
    requestAnimationFrame(tick)
  })
}
