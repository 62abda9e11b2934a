import { readFileSync } from 'node:fs'
import { generationErrors } from '@pika-kit/core'
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { expect, test } from 'vitest'
import { createSchema } from './create-schema.ts'

const schema = createSchema()

test('the printed schema is fresh', () => {
  const printed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')
  expect(printed, 'run "npm run generate" and commit it').toBe(
    `${printSchema(lexicographicSortSchema(schema))}\n`,
  )
})

test('every type, field and enum value has a description', () => {
  const missing = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => {
      const members = isEnumType(type)
        ? type.getValues()
        : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
          ? Object.values(type.getFields())
          : []
      return [type, ...members].filter((part) => !part.description).map((part) => `${type.name}.${part.name}`)
    })
  expect(missing).toEqual([])
})

test('what must not leave the server has no field', () => {
  expect(printSchema(schema)).not.toMatch(/webhookToken|viewerId|lease|submissionStartedAt|logCursor/)
})

test('docs/errors.md lists the codes of failed generations, all and no other', () => {
  const text = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')
  const [, generations = ''] = /## Why a generation failed\n([^]*?)\n## /.exec(text) ?? []
  const listed = [...generations.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code)
  expect(new Set(listed)).toEqual(new Set(Object.keys(generationErrors)))
  expect(listed).toHaveLength(new Set(listed).size)
})
