import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OfferedVideo } from '@pika-kit/core/conformance'

/** A provider's file server whose answers a test decides. */
export interface VideoSource {
  /** `http://127.0.0.1:…` */
  origin: string
  /** The address of what is offered. */
  offer(video: OfferedVideo): Promise<string>
  /** An address that redirects to another. */
  redirect(location: string): string
  close(): Promise<void>
}

export async function startVideoSource(): Promise<VideoSource> {
  const offers: (OfferedVideo | { location: string })[] = []
  const server = createServer((request, response) => {
    const offered = offers[Number(request.url?.slice(1))]
    if (!offered) return void response.writeHead(404).end()
    if ('location' in offered) return void response.writeHead(302, { location: offered.location }).end()
    if ('status' in offered) return void response.writeHead(offered.status).end()
    const { bytes } = offered
    response.writeHead(200, { 'content-length': bytes.byteLength })
    if ('cutAt' in offered)
      response.write(bytes.subarray(0, offered.cutAt), () => response.socket?.resetAndDestroy())
    else if ('stallAt' in offered) response.write(bytes.subarray(0, offered.stallAt))
    else response.end(bytes)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const add = (offered: (typeof offers)[number]) => `${origin}/${offers.push(offered) - 1}`
  return {
    origin,
    offer: async (video) => add(video),
    redirect: (location) => add({ location }),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
