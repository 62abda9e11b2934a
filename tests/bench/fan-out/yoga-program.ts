// GraphQL Yoga with graphql-ws, as its documentation has it: https://the-guild.dev/graphql/yoga-server/docs/features/subscriptions
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ExecutionArgs } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { createPubSub, createSchema, createYoga } from 'graphql-yoga'
import { WebSocketServer } from 'ws'
import { contract, idOf, stateOf } from './document.ts'
import { serveSide } from './side.ts'

type Enveloped = Pick<ReturnType<ReturnType<typeof createYoga>['getEnveloped']>, 'execute' | 'subscribe'>
type State = ReturnType<typeof stateOf>

serveSide(async (generations) => {
  const pubSub = createPubSub<{ updated: [id: string, state: State] }>()
  let watchers = 0
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: contract,
      resolvers: {
        Subscription: {
          generationUpdated: {
            subscribe(_root: unknown, { id }: { id: string }) {
              watchers++
              return pubSub.subscribe('updated', id)
            },
            resolve: (state: State) => state,
          },
        },
      },
    }),
  })
  // oxlint-disable-next-line typescript/no-misused-promises -- as documented: yoga answers the request itself
  const server = createServer(yoga)
  const sockets = new WebSocketServer({ server, path: yoga.graphqlEndpoint })
  useServer(
    {
      execute: (args) => (args.rootValue as Enveloped).execute(args),
      subscribe: (args) => (args.rootValue as Enveloped).subscribe(args),
      async onSubscribe(context, _id, params) {
        const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
          ...context,
          req: context.extra.request,
          socket: context.extra.socket,
          params,
        })
        const args: ExecutionArgs & { rootValue: Enveloped } = {
          schema,
          operationName: params.operationName ?? undefined,
          document: parse(params.query),
          variableValues: params.variables ?? undefined,
          contextValue: await contextFactory(),
          rootValue: { execute, subscribe },
        }
        const errors = validate(args.schema, args.document)
        return errors.length > 0 ? errors : args
      },
    },
    sockets,
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const ids = Array.from({ length: generations }, (_, index) => idOf(index))
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    ids,
    watchers: () => watchers,
    change(change) {
      for (const id of ids) pubSub.publish('updated', id, stateOf(id, change))
    },
  }
})
