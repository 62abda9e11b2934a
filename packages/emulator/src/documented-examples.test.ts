import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from './index.ts'
import { fakeRenderer } from './testing/fake-renderer.ts'

// The examples of fal's own pages (the client's README, "Queue", "Storage", "Webhooks" and the API tab of pikaframes), written
// as they stand there, and run as programs that know nothing of the emulator but a preload and a key.
//
// Left out: `fal.stream` and `fal.realtime`, which no Pika endpoint speaks; the proxy of @fal-ai/server-proxy and the example apps,
// which are programs of their own (the proxy's protocol is in http.test.ts); `proxyUrl: '/api/…'`, an address of a page.

const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const input = `{ image_urls: ['${picture}', '${picture}'], prompt: 'Smooth transition' }`

const examples: [name: string, program: string, says: RegExp[]][] = [
  [
    'subscribe with logs',
    `const result = await fal.subscribe("fal-ai/pika/v2.2/pikaframes", {
       input: ${input},
       logs: true,
       onQueueUpdate: (update) => {
         if (update.status === "IN_PROGRESS") {
           update.logs.map((log) => log.message).forEach(console.log);
         }
       },
     });
     console.log(result.data);
     console.log(result.requestId);`,
    [/content_type: 'video\/mp4'/, /[0-9a-f-]{36}\n$/],
  ],
  [
    'credentials in the configuration, and the place in the queue',
    // The README prints `update.position`, which fal does not send: it says undefined there too.
    `fal.config({
       // Can also be auto-configured using environment variables:
       credentials: "FAL_KEY",
     });
     const result = await fal.subscribe("fal-ai/pika/v2.2/text-to-video", {
       input: { prompt: "a kite" },
       onQueueUpdate(update) {
         if (update.status === "IN_QUEUE") {
           console.log(\`Your position in the queue is \${update.position}\`);
         }
       },
     });
     console.log(result.data);`,
    [/^Your position in the queue is undefined\n/, /content_type: 'video\/mp4'/],
  ],
  [
    'a client of its own, with a middleware, that follows the stream',
    `const client = createFalClient({
       credentials: () => "FAL_KEY",
       requestMiddleware: withMiddleware(async (request) => ({
         ...request,
         headers: { ...request.headers, "x-app": "example" },
       })),
     });
     const { request_id } = await client.queue.submit("fal-ai/pika/v2.2/text-to-video", { input: { prompt: "a kite" } });
     await client.queue.subscribeToStatus("fal-ai/pika/v2.2/text-to-video", {
       requestId: request_id,
       mode: "streaming",
       logs: true,
       onQueueUpdate: (update) => console.log(update.status),
     });
     const result = await client.queue.result("fal-ai/pika/v2.2/text-to-video", { requestId: request_id });
     console.log(result.data.video.url);`,
    [/^IN_QUEUE\n/, /COMPLETED\n/, /\.mp4\n$/],
  ],
  [
    'the proxy, in any runtime',
    `fal.config({
       proxyUrl: { url: process.env.PIKA_EMULATOR_URL + "/api/fal/proxy", when: "always" },
     });
     const result = await fal.run("fal-ai/pika/v2.2/text-to-video", { input: { prompt: "a kite" } });
     console.log(result.data.video.url);`,
    [/^http:.*\.mp4\n$/],
  ],
  [
    'run',
    `const result = await fal.run("fal-ai/pika/v2.2/text-to-video", { input: { prompt: "a kite" } });
     console.log(result.data.video.url);`,
    [/^http:.*\.mp4\n$/],
  ],
  [
    'submit, status and result',
    `const { request_id } = await fal.queue.submit("fal-ai/pika/v2.2/pikaframes", { input: ${input} });
     let status;
     do {
       status = await fal.queue.status("fal-ai/pika/v2.2/pikaframes", { requestId: request_id, logs: true });
       console.log(status.status);
     } while (status.status !== "COMPLETED");
     const result = await fal.queue.result("fal-ai/pika/v2.2/pikaframes", { requestId: request_id });
     console.log(result.data);`,
    [/^IN_QUEUE\n/, /COMPLETED\n/, /video\/mp4/],
  ],
  [
    'streamStatus',
    `const { request_id } = await fal.queue.submit("fal-ai/pika/v2.2/pikaframes", { input: ${input} });
     const stream = await fal.queue.streamStatus("fal-ai/pika/v2.2/pikaframes", { requestId: request_id, logs: true });
     for await (const status of stream) console.log(status.status);
     await stream.done();`,
    [/^IN_QUEUE\n/, /COMPLETED\n$/],
  ],
  [
    'cancel',
    `const { request_id } = await fal.queue.submit("fal-ai/pika/v2.2/pikaframes", { input: ${input} });
     await fal.queue.cancel("fal-ai/pika/v2.2/pikaframes", { requestId: request_id });
     const { status } = await fal.queue.status("fal-ai/pika/v2.2/pikaframes", { requestId: request_id });
     console.log(status);`,
    [/^COMPLETED\n$/],
  ],
  [
    'storage upload, and a file in the input',
    `const file = new File(["Hello, World!"], "hello.txt", { type: "text/plain" });
     const url = await fal.storage.upload(file);
     console.log(url, await (await fetch(url)).text());
     const image = await (await fetch('${picture}')).blob();
     const result = await fal.subscribe("fal-ai/pika/v1.5/pikaffects", { input: { image_url: image, pikaffect: "Melt" } });
     console.log(result.data.video.content_type);`,
    [/hello\.txt Hello, World!/, /video\/mp4\n$/],
  ],
  [
    'errors',
    `try {
       await fal.subscribe("fal-ai/pika/v2.2/pikaframes", { input: { image_urls: [] } });
     } catch (error) {
       if (error instanceof ValidationError) console.log(error.status, error.getFieldErrors("image_urls"));
     }`,
    [/^422 \[/, /sequence_too_short/],
  ],
]

async function run(program: string, emulatorUrl: string): Promise<{ code: number | null; text: string }> {
  const source = `import { createFalClient, fal, ValidationError, withMiddleware } from "@fal-ai/client";\n${program}`
  const parameters = ['--conditions=@pika-kit/source', '--import', '@pika-kit/emulator/register']
  const child = spawn(process.execPath, [...parameters, '--input-type=module', '--eval', source], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, NODE_OPTIONS: '', PIKA_EMULATOR_URL: emulatorUrl, FAL_KEY: 'key:secret' },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, text }
}

test.each(examples)('fal’s example runs unmodified: %s', async (_name, program, says) => {
  const emulator = await createEmulator({ speed: 10, renderer: fakeRenderer() })
  onTestFinished(() => emulator.close())
  const { code, text } = await run(program, emulator.url)
  expect(code, text).toBe(0)
  for (const pattern of says) expect(text).toMatch(pattern)
})

test('fal’s example of a webhook is delivered, and its keys are where fal’s page says', async () => {
  const emulator = await createEmulator({ speed: 10, renderer: fakeRenderer() })
  onTestFinished(() => emulator.close())
  const bodies: string[] = []
  const receiver = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => bodies.push(chunk))
    request.on('end', () => response.end())
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void receiver.close())
  const webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/api/fal/webhook`
  const { text } = await run(
    `const { request_id } = await fal.queue.submit("fal-ai/pika/v2.2/pikaframes", {
       input: ${input},
       webhookUrl: "${webhookUrl}",
     });
     const { keys } = await (await fetch("https://rest.fal.ai/.well-known/jwks.json")).json();
     console.log(request_id, keys.length);`,
    emulator.url,
  )
  await expect.poll(() => bodies.length, { timeout: 10_000 }).toBe(1)
  const { request_id: id, status } = JSON.parse(bodies.join('')) as Record<string, unknown>
  expect(status).toBe('OK')
  expect(text).toBe(`${String(id)} 1\n`)
})
