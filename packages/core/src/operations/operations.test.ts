import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { effects, PIKAFFECTS } from '../effects/effects.ts'
import { createCatalog, pikaOperations } from './catalog.ts'
import { defineOperation } from './operation.ts'

const catalog = createCatalog()
const image = 'https://images.example/a.png'
const video = 'https://videos.example/a.mp4'

function operation(id: string) {
  const found = catalog.find(id)
  if (!found) throw new Error(`no operation ${id}`)
  return found
}

/** `path CODE` of each issue; empty when the input is fine. */
function issuesOf(id: string, input: unknown): string[] {
  const parsed = operation(id).parse(input)
  return parsed.ok ? [] : parsed.issues.map(({ path, code }) => `${path.join('.')} ${code}`)
}

// The bodies are those of fal's own pages of the endpoints: FAL_PROTOCOL 3.2.
const bodies: Record<string, { endpoint: string; input: object; body: object }> = {
  PIKAFRAMES: {
    endpoint: 'fal-ai/pika/v2.2/pikaframes',
    input: { imageUrls: [image, image, image], transitions: [{ duration: 2 }, { prompt: ' turn ' }] },
    body: {
      image_urls: [image, image, image],
      transitions: [{ duration: 2 }, { duration: 5, prompt: 'turn' }],
      negative_prompt: '',
      resolution: '720p',
    },
  },
  IMAGE_TO_VIDEO: {
    endpoint: 'fal-ai/pika/v2.2/image-to-video',
    input: { imageUrl: image, prompt: 'wind' },
    body: { image_url: image, prompt: 'wind', negative_prompt: '', resolution: '720p', duration: 5 },
  },
  TEXT_TO_VIDEO: {
    endpoint: 'fal-ai/pika/v2.2/text-to-video',
    input: { prompt: 'sea', seed: 7, aspectRatio: '9:16', duration: 10 },
    body: {
      prompt: 'sea',
      seed: 7,
      aspect_ratio: '9:16',
      duration: 10,
      resolution: '720p',
      negative_prompt: 'ugly, bad, terrible',
    },
  },
  PIKASCENES: {
    endpoint: 'fal-ai/pika/v2.2/pikascenes',
    input: { imageUrls: [image], prompt: 'a walk' },
    body: {
      image_urls: [image],
      prompt: 'a walk',
      aspect_ratio: '16:9',
      duration: 5,
      resolution: '1080p',
      ingredients_mode: 'precise',
      negative_prompt: 'ugly, bad, terrible',
    },
  },
  PIKASWAPS: {
    endpoint: 'fal-ai/pika/v2/pikaswaps',
    input: { videoUrl: video, imageUrl: image, modifyRegion: 'the hat' },
    body: { video_url: video, image_url: image, modify_region: 'the hat', negative_prompt: '' },
  },
  PIKADDITIONS: {
    endpoint: 'fal-ai/pika/v2/pikadditions',
    input: { videoUrl: video, imageUrl: image },
    body: { video_url: video, image_url: image, negative_prompt: '' },
  },
  PIKAFFECTS: {
    endpoint: 'fal-ai/pika/v1.5/pikaffects',
    input: { imageUrl: image, pikaffect: 'Cake-ify' },
    body: { image_url: image, pikaffect: 'Cake-ify', negative_prompt: '' },
  },
  COLLECTION_TO_VIDEO: {
    endpoint: 'fal-ai/pika/v2.2/pikascenes',
    input: { images: [{ imageUrl: image }], prompt: 'a walk' },
    body: {
      images: [{ image_url: image }],
      prompt: 'a walk',
      aspect_ratio: '16:9',
      duration: 5,
      resolution: '720p',
      ingredients_mode: 'creative',
      negative_prompt: '',
    },
  },
}

test('the catalogue has the eight operations', () => {
  expect(pikaOperations.map(({ id }) => id)).toEqual(Object.keys(bodies))
})

describe.each(Object.entries(bodies))('%s', (id, { endpoint, input, body }) => {
  test('fills the defaults in and speaks fal’s body, and reads it back', () => {
    const parsed = operation(id).parse(input)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    expect(operation(id).endpointId).toBe(endpoint)
    expect(operation(id).toBody(parsed.input)).toEqual(body)
    expect(operation(id).fromBody(body)).toEqual(parsed.input)
  })

  test('describes every field for people', () => {
    for (const field of operation(id).fields) {
      expect(field.label, field.name).not.toBe('')
      expect(field.description, field.name).toMatch(/\.$/)
    }
  })

  test('refuses what it does not know, before it is paid', () => {
    expect(issuesOf(id, { ...input, imageURL: image })).toEqual([' UNKNOWN_FIELD'])
  })
})

const frames = (count: number, ...durations: unknown[]) => ({
  imageUrls: Array.from({ length: count }, () => image),
  ...(durations.length > 0 && { transitions: durations.map((duration) => ({ duration })) }),
})

test.each([
  ['no images', 'PIKAFRAMES', {}, 'imageUrls REQUIRED'],
  ['one image', 'PIKAFRAMES', frames(1), 'imageUrls TOO_FEW'],
  ['six images', 'PIKAFRAMES', frames(6), 'imageUrls TOO_MANY'],
  ['too few transitions', 'PIKAFRAMES', frames(3, 5), 'transitions WRONG_COUNT'],
  ['too many transitions', 'PIKAFRAMES', frames(2, 5, 5), 'transitions WRONG_COUNT'],
  ['26 s in all', 'PIKAFRAMES', frames(4, 10, 10, 6), 'transitions OVER_BUDGET'],
  ['duration 0', 'PIKAFRAMES', frames(3, 5, 0), 'transitions.1.duration TOO_SMALL'],
  ['duration −1', 'PIKAFRAMES', frames(2, -1), 'transitions.0.duration TOO_SMALL'],
  ['duration 5.5', 'PIKAFRAMES', frames(2, 5.5), 'transitions.0.duration NOT_AN_INTEGER'],
  ['duration as text', 'PIKAFRAMES', frames(2, '5'), 'transitions.0.duration WRONG_TYPE'],
  ['a file URL', 'PIKAFRAMES', { imageUrls: [image, 'file:///etc/passwd'] }, 'imageUrls.1 NOT_A_MEDIA_URL'],
  ['an empty URL', 'IMAGE_TO_VIDEO', { imageUrl: '', prompt: 'a' }, 'imageUrl NOT_A_MEDIA_URL'],
  ['an empty prompt', 'TEXT_TO_VIDEO', { prompt: '' }, 'prompt REQUIRED'],
  ['a prompt of blanks', 'TEXT_TO_VIDEO', { prompt: ' \n ' }, 'prompt REQUIRED'],
  ['no prompt', 'TEXT_TO_VIDEO', {}, 'prompt REQUIRED'],
  ['a prompt of 10,001 letters', 'TEXT_TO_VIDEO', { prompt: 'a'.repeat(10_001) }, 'prompt TOO_LONG'],
  ['a duration that is not offered', 'TEXT_TO_VIDEO', { prompt: 'a', duration: 7 }, 'duration NOT_ALLOWED'],
  ['an unknown ratio', 'TEXT_TO_VIDEO', { prompt: 'a', aspectRatio: '21:9' }, 'aspectRatio NOT_ALLOWED'],
  ['a negative seed', 'TEXT_TO_VIDEO', { prompt: 'a', seed: -1 }, 'seed TOO_SMALL'],
  ['a seed beyond Int', 'TEXT_TO_VIDEO', { prompt: 'a', seed: 2 ** 31 }, 'seed TOO_BIG'],
  ['an unknown effect', 'PIKAFFECTS', { imageUrl: image, pikaffect: 'Sparkle' }, 'pikaffect NOT_ALLOWED'],
  ['no effect', 'PIKAFFECTS', { imageUrl: image }, 'pikaffect REQUIRED'],
  ['nothing to put in', 'PIKASWAPS', { videoUrl: video, prompt: ' ' }, 'prompt REQUIRED'],
  ['no ingredients', 'PIKASCENES', { imageUrls: [], prompt: 'a' }, 'imageUrls TOO_FEW'],
  [
    'an image as video',
    'PIKADDITIONS',
    { videoUrl: 'data:image/png;base64,aaaa', imageUrl: image },
    'videoUrl NOT_A_MEDIA_URL',
  ],
  ['a list as input', 'PIKAFRAMES', [], ' WRONG_TYPE'],
  ['nothing as input', 'PIKAFRAMES', undefined, ' REQUIRED'],
])('%s: %s', (_name, id, input, issue) => {
  expect(issuesOf(id, input)).toEqual([issue])
})

test.each([
  ['data:image/png;base64,iVBORw0KGgo=', true],
  ['HTTPS://images.example/A.png?x=1', true],
  ['http://127.0.0.1:4100/files/a.png', true],
  ['data:image/png;base64,', false],
  ['data:image/png;base64,not base64!', false],
  ['data:image/png;base64,abcde', false],
  ['data:image/png,abcd', false],
  ['data:text/html;base64,abcd', false],
  ['https://', false],
  ['https://images.example/a b.png', false],
  ['ftp://images.example/a.png', false],
  ['javascript:alert(1)', false],
  ['images.example/a.png', false],
])('an image URL %s: %s', (imageUrl, isFine) => {
  expect(issuesOf('IMAGE_TO_VIDEO', { imageUrl, prompt: 'a' })).toEqual(
    isFine ? [] : ['imageUrl NOT_A_MEDIA_URL'],
  )
})

test('25 s in all, and 2 and 5 keyframes, are fine', () => {
  expect(issuesOf('PIKAFRAMES', frames(5, 1, 4, 10, 10))).toEqual([])
  expect(issuesOf('PIKAFRAMES', frames(2, 25))).toEqual([])
  expect(issuesOf('PIKAFRAMES', frames(5))).toEqual([])
})

test('a message says what to do, to be read after the name of the field', () => {
  const message = (id: string, input: unknown) => {
    const parsed = operation(id).parse(input)
    return parsed.ok ? null : parsed.issues[0]?.message
  }
  expect(message('PIKAFRAMES', frames(3, 5))).toBe('has 1, but 3 keyframes need 2: one between each two')
  expect(message('PIKAFRAMES', frames(3, 20, 6))).toBe('last 26 s together: shorten them to 25 s or less')
  expect(message('PIKAFRAMES', frames(2, 0))).toBe('must be at least 1')
  expect(message('TEXT_TO_VIDEO', { prompt: 'a', duration: 7 })).toBe('must be one of 5, 10')
  expect(message('PIKAFRAMES', { imageUrls: 5 })).toBe('must be an array')
})

test('numbers that fal accepts as text are read from a body, and only those', () => {
  const body = { image_urls: [image, image], transitions: [{ duration: '3' }], seed: '7', prompt: '5' }
  expect(operation('PIKAFRAMES').fromBody(body)).toEqual({
    imageUrls: [image, image],
    transitions: [{ duration: 3 }],
    seed: 7,
    prompt: '5',
  })
  expect(operation('PIKAFRAMES').fromBody('nonsense')).toBe('nonsense')
  expect(operation('PIKAFRAMES').fromBody(null)).toBeNull()
})

test('fields tell a form all that the rules say', () => {
  const field = (id: string, name: string) => operation(id).fields.find((entry) => entry.name === name)
  expect(field('PIKAFRAMES', 'imageUrls')).toMatchObject({
    type: 'list',
    isRequired: true,
    minimumItems: 2,
    maximumItems: 5,
    item: { type: 'media', media: 'image' },
  })
  expect(field('PIKAFRAMES', 'transitions')).toMatchObject({
    isRequired: false,
    item: {
      type: 'group',
      typeName: 'KeyframeTransition',
      fields: [
        { name: 'duration', type: 'integer', default: 5, minimum: 1, maximum: 25, unit: 'seconds' },
        { name: 'prompt' },
      ],
    },
  })
  expect(field('TEXT_TO_VIDEO', 'aspectRatio')).toMatchObject({
    type: 'choice',
    default: '16:9',
    typeName: 'AspectRatio',
    choices: expect.arrayContaining([{ value: '16:9', name: 'RATIO_16_9' }]),
  })
  expect(field('TEXT_TO_VIDEO', 'duration')).toMatchObject({
    allowed: [5, 10],
    default: 5,
    isRequired: false,
  })
  expect(field('TEXT_TO_VIDEO', 'prompt')).toMatchObject({
    type: 'text',
    isRequired: true,
    isMultiline: true,
    minimum: 1,
  })
})

test('both bodies of pikascenes are found by their endpoint', () => {
  expect(catalog.findByEndpoint('fal-ai/pika/v2.2/pikascenes').map(({ id }) => id)).toEqual([
    'PIKASCENES',
    'COLLECTION_TO_VIDEO',
  ])
  expect(catalog.findByEndpoint('fal-ai/flux')).toEqual([])
})

test('the effects have fal’s values and GraphQL’s names', () => {
  expect(effects).toHaveLength(16)
  expect(effects.map(({ value }) => value)).toEqual([...PIKAFFECTS])
  expect(effects.find(({ value }) => value === 'Ta-da')).toMatchObject({ id: 'TA_DA' })
  expect(new Set(effects.map(({ description }) => description)).size).toBe(16)
})

describe('an operation of one’s own', () => {
  const specification = {
    id: 'UPSCALE',
    title: 'Upscale',
    description: 'A larger video.',
    endpointId: 'fal-ai/upscaler',
    availability: 'AVAILABLE',
    draft: 'edit',
    input: z.strictObject({ videoUrl: z.string() }),
  } as const

  test('joins the catalogue', () => {
    const mine = defineOperation(specification)
    expect(mine).toMatchObject({
      mutationName: 'generateUpscale',
      inputTypeName: 'UpscaleInput',
      requestName: 'upscale',
    })
    expect(mine.fields).toEqual([
      { name: 'videoUrl', label: 'Video url', description: '', isRequired: true, type: 'text' },
    ])
  })

  test.each(['upscale', 'UP-SCALE', '2X', ''])('the id "%s" is refused', (id) => {
    expect(() => defineOperation({ ...specification, id })).toThrow(/TEXT_TO_VIDEO/)
  })

  test.each(['https://evil.example/a', 'a//b', 'fal-ai', '../x/y', 'Fal-ai/x', 'a/b?c'])(
    'the endpoint "%s" is refused',
    (endpointId) => {
      expect(() => defineOperation({ ...specification, endpointId })).toThrow(/owner\/app\/path/)
    },
  )

  test('a field that no form could show is refused, by name', () => {
    expect(() => defineOperation({ ...specification, input: z.strictObject({ when: z.date() }) })).toThrow(
      /"when"/,
    )
  })

  test('two operations of one id are refused', () => {
    expect(() => createCatalog([...pikaOperations, ...pikaOperations])).toThrow(/PIKAFRAMES/)
  })
})
