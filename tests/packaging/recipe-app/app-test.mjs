// The tests of an app whose CI runs the emulator: they call fal, and fail where APP_IS_BROKEN says so. By `fetch`, as the
// client tries again until someone answers, which would hide that the emulator was not up yet.
import assert from 'node:assert/strict'

const response = await fetch('https://queue.fal.run/fal-ai/pika/v2.2/text-to-video', {
  method: 'POST',
  headers: { authorization: `Key ${process.env.FAL_KEY}` },
  body: JSON.stringify({ prompt: 'a kite over the harbour' }),
})
const { request_id: id, status } = await response.json()
assert.equal(status, process.env.APP_IS_BROKEN ? 'PAID_FOR_NOTHING' : 'IN_QUEUE')
console.log(`submitted ${id}`)
