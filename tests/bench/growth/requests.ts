// What clients of the bench ask, over kept connections.
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Posts an operation and answers its data; throws where there are errors. */
export async function ask<Data>(
  url: string,
  query: string,
  variables: object = {},
  viewer = 'local',
): Promise<Data> {
  const body = JSON.stringify({ query, variables })
  const text = await new Promise<string>((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-viewer': viewer,
    }
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    })
    sent.on('error', reject)
    sent.end(body)
  })
  const { data, errors } = JSON.parse(text) as { data: Data; errors?: { message: string }[] }
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
  return data
}

const GENERATE = `mutation ($prompt: String!) {
  generateTextToVideo(input: { prompt: $prompt }) { ... on GenerateSuccess { generation { id } } ... on UserError { message } }
}`

/** Starts a generation; answers its id. */
export async function generate(url: string, prompt: string, viewer?: string): Promise<string> {
  const { generateTextToVideo } = await ask<{
    generateTextToVideo: { generation?: { id: string }; message?: string }
  }>(url, GENERATE, { prompt }, viewer)
  if (!generateTextToVideo.generation) throw new Error(generateTextToVideo.message)
  return generateTextToVideo.generation.id
}

/** Runs `work` for each number below `count`, so many at once. */
export async function forEach(
  count: number,
  atOnce: number,
  work: (number: number) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker))
}

/** Milliseconds that `work` took, each of `times` times, one after the other. */
export async function timed(times: number, work: (number: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let number = 0; number < times; number++) {
    const since = performance.now()
    await work(number)
    took.push(performance.now() - since)
  }
  return took
}
