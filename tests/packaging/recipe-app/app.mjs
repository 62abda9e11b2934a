// What the recipes of the emulator's README are for: a page that makes a video by a route which calls fal, and knows no emulator.
import { createServer } from 'node:http'
import { fal } from '@fal-ai/client'

const page = `<!doctype html>
<form><label>Prompt <input name="prompt"></label> <button>Generate</button></form>
<p role="alert"></p>
<video></video>
<script>
  document.forms[0].onsubmit = async (event) => {
    event.preventDefault()
    const response = await fetch('/videos', { method: 'POST', body: new FormData(event.target).get('prompt') })
    if (response.ok) document.querySelector('video').src = await response.text()
    else document.querySelector('[role=alert]').textContent = await response.text()
  }
</script>`

createServer((request, response) => {
  if (request.method === 'POST') void generate(request, response)
  else response.setHeader('content-type', 'text/html').end(page)
}).listen(process.env.PORT, 'localhost')

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function generate(request, response) {
  const prompt = Buffer.concat(await request.toArray()).toString()
  try {
    const { data } = await fal.subscribe('fal-ai/pika/v2.2/text-to-video', { input: { prompt } })
    response.end(data.video.url)
  } catch (error) {
    response.writeHead(502).end(JSON.stringify(error.body ?? String(error)))
  }
}
