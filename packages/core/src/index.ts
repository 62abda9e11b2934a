export { type Effect, effects, PIKAFFECTS, type Pikaffect } from './effects/effects.ts'
export { type Catalog, createCatalog, pikaOperations } from './operations/catalog.ts'
export type { FieldChoice, FieldDescription, FieldMetadata } from './operations/fields.ts'
export type { InputIssue, InputIssueCode } from './operations/issues.ts'
export {
  type Availability,
  defineOperation,
  type DraftKind,
  type Operation,
  type OperationSpecification,
  type ParsedInput,
} from './operations/operation.ts'
