// This server, before a provider that has done everything at once: what a generation costs here is all that is left.
import type { GenerationGateway } from '@pika-kit/core'
import { createPikaServer } from '@pika-kit/server'
import { answerCalls, cpuMicroseconds } from '../process/calls.ts'
import type { SideCalls } from './side.ts'

const notAsked = { type: 'unknown', cause: 'the bench loses nothing' } as const
let requests = 0
const gateway: GenerationGateway = {
  submit: async () => ({ type: 'accepted', requestId: `${process.pid}-${++requests}`, queuePosition: 0 }),
  async *follow() {
    yield { status: 'FINISHED', queuePosition: null, logs: [] }
  },
  status: async () => ({ type: 'status', status: 'FINISHED', queuePosition: null, logs: [] }),
  result: async () => ({
    type: 'video',
    billableUnits: 5,
    video: {
      url: 'https://v3b.fal.media/files/b/bench/out.mp4',
      contentType: 'video/mp4',
      fileName: 'out.mp4',
      fileSize: 1_234_567,
      width: 1280,
      height: 720,
      duration: 5,
    },
  }),
  cancel: async () => 'too-late',
  findSubmission: async () => notAsked,
  findRequest: async () => notAsked,
}

answerCalls({
  async start(database) {
    if (!database) throw new Error('this server keeps generations in a database')
    const pika = await createPikaServer({
      fal: { key: 'bench' },
      database,
      gateway,
      limits: { activeGenerations: 1_000_000 },
    })
    return `${(await pika.listen(0)).url}/graphql`
  },
  cpuMicroseconds,
} satisfies SideCalls)
