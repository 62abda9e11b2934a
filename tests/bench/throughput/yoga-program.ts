// The least that GraphQL Yoga can do: https://the-guild.dev/graphql/yoga-server/docs
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSchema, createYoga } from 'graphql-yoga'
import { answerCalls, cpuMicroseconds } from '../process/calls.ts'
import type { SideCalls } from './side.ts'

answerCalls({
  async start() {
    const yoga = createYoga({
      schema: createSchema({
        typeDefs: 'type Query { hello: String }',
        resolvers: { Query: { hello: () => 'world' } },
      }),
    })
    // oxlint-disable-next-line typescript/no-misused-promises -- as documented: yoga answers the request itself
    const server = createServer(yoga).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  },
  cpuMicroseconds,
} satisfies SideCalls)
