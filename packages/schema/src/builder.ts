import type { Catalog } from '@pika-kit/core'
import SchemaBuilder from '@pothos/core'
import type { PikaContext } from './context.ts'

export interface DeclaredTypes {
  Context: PikaContext
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: never; Output: number }
    File: { Input: File; Output: never }
  }
}

/** The types of the builder with those that Pothos has by itself: what its refs are made of. */
export type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<DeclaredTypes>

/** A fresh builder: each catalogue makes its own schema. */
export function createBuilder() {
  return new SchemaBuilder<DeclaredTypes>({ defaultFieldNullability: false })
}

export type Builder = ReturnType<typeof createBuilder>

/** What the parts of the schema are made from. */
export interface Parts {
  builder: Builder
  catalog: Catalog
}
