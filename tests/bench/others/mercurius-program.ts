// Mercurius, as its documentation has it: https://mercurius.dev/#/docs/subscriptions
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import mercurius from 'mercurius'
import { contract, idOf, stateOf } from '../fan-out/document.ts'
import { serveSide } from '../fan-out/side.ts'

serveSide(async (generations) => {
  const app = Fastify()
  let watchers = 0
  await app.register(mercurius, {
    schema: contract,
    subscription: true,
    resolvers: {
      Subscription: {
        generationUpdated: {
          subscribe(_root: unknown, { id }: { id: string }, { pubsub }: mercurius.MercuriusContext) {
            watchers++
            return pubsub.subscribe(`updated:${id}`)
          },
        },
      },
    } as mercurius.MercuriusOptions['resolvers'] & object,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const ids = Array.from({ length: generations }, (_, index) => idOf(index))
  return {
    url: `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`,
    ids,
    watchers: () => watchers,
    change(change) {
      for (const id of ids)
        app.graphql.pubsub.publish({
          topic: `updated:${id}`,
          payload: { generationUpdated: stateOf(id, change) },
        })
    },
  }
})
