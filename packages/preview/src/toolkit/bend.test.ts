import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { picture, skia } from '../testing/pictures.ts'
import { bendLayer } from './bend.ts'
import { copyPart, pixelLayerOf, showPixels } from './layers.ts'

const part = { x: 10, y: 6, width: 61, height: 43 }
const source = copyPart(skia, picture(100, 60, 40), part)

test('a bend that moves nothing gives the same pixels, and one that moves by whole pixels moves them', () => {
  const target = pixelLayerOf(skia, part)
  bendLayer(source, target, (x, y, bent) => {
    bent.x = x
    bent.y = y
  })
  expect(target.data).toEqual(source.data)
  bendLayer(source, target, (x, y, bent) => {
    bent.x = x + 5
    bent.y = y - 3
  })
  const at = (layer: typeof source, x: number, y: number) => [
    ...layer.data.subarray((y * part.width + x) * 4, (y * part.width + x) * 4 + 4),
  ]
  expect(at(target, 20, 20)).toEqual(at(source, 25, 17))
  expect(at(target, 20, 0)[3]).toBe(0)
  expect(at(target, 60, 20)[3]).toBe(0)
})

test('light makes a pixel black, as it is, or white', () => {
  const target = pixelLayerOf(skia, part)
  const lit = (light: number) => {
    bendLayer(source, target, (x, y, bent) => {
      bent.x = x
      bent.y = y
      bent.light = light
    })
    return [...target.data.subarray(400, 403)]
  }
  expect([lit(0), lit(1), lit(2)]).toEqual([[0, 0, 0], [...source.data.subarray(400, 403)], [255, 255, 255]])
})

test('a soft edge keeps its colour: nothing of the emptiness around it gets in', () => {
  const canvas = createCanvas(20, 20)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ff0000'
  context.fillRect(0, 0, 10, 20)
  const whole = { x: 0, y: 0, width: 20, height: 20 }
  const target = pixelLayerOf(skia, whole)
  bendLayer(copyPart(skia, canvas, whole), target, (x, y, bent) => {
    bent.x = x + 0.5
    bent.y = y
  })
  const edge = (10 * 20 + 9) * 4
  expect([...target.data.subarray(edge, edge + 4)]).toEqual([255, 0, 0, 128])
})

test('what is shown is what was computed, where the layer is in the frame', () => {
  const layer = pixelLayerOf(skia, { x: 3.4, y: 2.6, width: 4, height: 4 })
  expect([layer.x, layer.y, layer.width, layer.height]).toEqual([3, 2, 5, 5])
  layer.data.fill(200)
  showPixels(layer)
  expect(layer.context.getImageData(2, 2, 1, 1).data[0]).toBe(200)
})
