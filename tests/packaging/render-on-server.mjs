// Renders every component of the built kit to text, as a server does, and says how many there are.
import { createElement as element } from 'react'
import { renderToString } from 'react-dom/server'
import { pikaOperations } from '@pika-kit/core'
import * as kit from '@pika-kit/react'
const upload = async () => ({ url: 'https://files.test/a.png' })
const parts = [
  element(kit.KeyframeTimeline, { upload, storageKey: 'kept' }),
  element(kit.EffectPicker, { imageUrl: 'https://pictures.test/a.png' }),
  element(kit.VideoResult, { id: 'gen_1' }),
  element(kit.GenerationList),
  element(kit.CostBadge, { amount: { amount: 0.36, currency: 'USD' } }),
  ...pikaOperations.flatMap((operation) => [
    element(kit.OperationForm, { operation, upload, onGenerate() {} }),
    element(kit.DraftPlayer, { operation, input: {} }),
  ]),
]
const client = kit.createPikaClient({ url: 'https://api.test/graphql' })
const page = renderToString(element(kit.PikaProvider, { client }, ...parts))
console.log(page.match(/pk-root/g).length, parts.length)
