import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { generate, postGraphql } from './test-support/graphql-request.ts'
import { createStagedGateway } from './test-support/staged-gateway.ts'
import { createTestServer } from './testing.ts'

test('a server that stops says so to the load balancer first, and serves until its time is over', async () => {
  const gateway = createStagedGateway()
  const server = await createTestServer({ gateway, drainMs: 500 })
  const { url } = server
  const closing = server.close()
  const ready = await fetch(`${url}/ready`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toEqual({ status: 'stopping' })
  const id = await generate(url)
  const { data } = await postGraphql(url, `{ generation(id: "${id}") { id } }`)
  expect(data).toEqual({ generation: { id } })
  expect((await fetch(`${url}/health`)).status).toBe(200)
  await closing
  await expect(fetch(`${url}/health`)).rejects.toThrow()
})

test('a connection that is kept open is given up with the next answer', async () => {
  const server = await createTestServer({ gateway: createStagedGateway(), drainMs: 300 })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const get = async () => {
    const [response] = await once(request(`${server.url}/health`, { agent }).end(), 'response')
    response.resume()
    await once(response, 'end')
    return response.headers.connection
  }
  expect(await get()).toBe('keep-alive')
  const closing = server.close()
  expect(await get()).toBe('close')
  await closing
  agent.destroy()
})
