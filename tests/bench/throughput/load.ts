import { Agent, request } from 'node:http'
import { percentile } from '../report/numbers.ts'

export interface Load {
  requestsPerSecond: number
  medianMilliseconds: number
  p99Milliseconds: number
  requests: number
}

export interface GraphqlRequest {
  query: string
  variables?: Record<string, unknown>
}

const CONNECTIONS = 32

/** Asks the same over and over, on 32 connections that are kept. Throws at the first answer that is not what was asked for. */
export async function load(url: string, body: GraphqlRequest, milliseconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const text = JSON.stringify(body)
  const begun = performance.now()
  const latencies: number[] = []
  const askOverAndOver = async () => {
    while (performance.now() - begun < milliseconds) {
      const sent = performance.now()
      const answer = await post(url, text, agent)
      latencies.push(performance.now() - sent)
      if (!answer.startsWith('{"data":{')) throw new Error(`${url} answered ${answer.slice(0, 500)}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, askOverAndOver))
  } finally {
    agent.destroy()
  }
  return {
    requests: latencies.length,
    requestsPerSecond: (latencies.length / (performance.now() - begun)) * 1_000,
    medianMilliseconds: percentile(latencies, 50),
    p99Milliseconds: percentile(latencies, 99),
  }
}

function post(url: string, body: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const asked = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('end', () => resolve(text))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
