// Apollo Server with graphql-ws, as its documentation has it: https://www.apollographql.com/docs/apollo-server/data/subscriptions
import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { expressMiddleware } from '@as-integrations/express5'
import { makeExecutableSchema } from '@graphql-tools/schema'
import express from 'express'
import { PubSub } from 'graphql-subscriptions'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { contract, idOf, stateOf } from '../fan-out/document.ts'
import { serveSide } from '../fan-out/side.ts'

serveSide(async (generations) => {
  // Only that it does not warn of more than ten listeners.
  const pubSub = new PubSub({ eventEmitter: new EventEmitter().setMaxListeners(0) })
  let watchers = 0
  const schema = makeExecutableSchema({
    typeDefs: contract,
    resolvers: {
      Subscription: {
        generationUpdated: {
          subscribe(_root: unknown, { id }: { id: string }) {
            watchers++
            return pubSub.asyncIterableIterator(`updated:${id}`)
          },
        },
      },
    },
  })
  const app = express()
  const httpServer = createServer(app)
  const webSockets = new WebSocketServer({ server: httpServer, path: '/graphql' })
  const serverCleanup = useServer({ schema }, webSockets)
  const apollo = new ApolloServer({
    schema,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer }),
      { serverWillStart: async () => ({ drainServer: async () => serverCleanup.dispose() }) },
    ],
  })
  await apollo.start()
  app.use('/graphql', express.json(), expressMiddleware(apollo))
  httpServer.listen(0, '127.0.0.1')
  await once(httpServer, 'listening')
  const ids = Array.from({ length: generations }, (_, index) => idOf(index))
  return {
    url: `ws://127.0.0.1:${(httpServer.address() as AddressInfo).port}/graphql`,
    ids,
    watchers: () => watchers,
    change(change) {
      for (const id of ids) void pubSub.publish(`updated:${id}`, { generationUpdated: stateOf(id, change) })
    },
  }
})
