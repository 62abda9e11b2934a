import type { GenerationErrorCode, InputIssueCode, Pikaffect } from '@pika-kit/core'
import type { GenerationData } from '../graphql/documents.ts'

export interface FieldWords {
  /** Two or three words above the control. */
  label: string
  /** A sentence: what it does. */
  description: string
}

export interface OperationWords {
  title: string
  /** One sentence: what goes in, what comes out. */
  description: string
  /** Where a field is called otherwise than in other operations. Keys as those of `CatalogWords.fields`. */
  fields?: { [path: string]: FieldWords }
  /** Where a rule has words of its own: `prompt REQUIRED`. */
  issues?: { [pathAndCode: string]: string }
}

/** What the rule of a field says, where it is known; seconds for `OVER_BUDGET`. */
export interface IssueLimits {
  minimum?: number | undefined
  maximum?: number | undefined
  allowed?: readonly string[] | undefined
  media?: 'image' | 'video' | undefined
}

/**
 * Words for what core and the server say, by their codes. English leaves it to them: what is not here stays as it was
 * said. Ids and codes of an app's own operations may stand here too.
 */
export interface CatalogWords {
  /** By `OperationId`. */
  operations: { [id: string]: OperationWords }
  /** By the path in the input, where `*` is any place of a list: `transitions.*.duration`. */
  fields: { [path: string]: FieldWords }
  /** By fal's value: `precise`. */
  choices: { [value: string]: string }
  /** By the id of the effect: `CAKE_IFY`. */
  effects: { [id: string]: { title: string; description: string } }
  /** By `InputIssueCode`; read after the name of the field: `must not be empty`. */
  issues: { [code: string]: (limits: IssueLimits) => string }
  /** By the code of an issue of `createUpload`; a sentence. */
  uploads: { [code: string]: string }
  /** By the code of a `GenerationError`. */
  failures: { [code: string]: { message: string; action: string } }
  /** By the code of a `UserError` or of an error of the request. */
  refusals: { [code: string]: string }
}

/** `Cake-ify` is `CAKE_IFY`. */
type EnumName<Value extends string> = Value extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${EnumName<Tail>}`
  : Uppercase<Value>

/** What a language of the kit must have. `INVALID` is left out: only who found it can say what is wrong. */
export interface CompleteCatalogWords extends CatalogWords {
  operations: Record<GenerationData['operation']['id'], OperationWords>
  effects: Record<EnumName<Pikaffect>, { title: string; description: string }>
  issues: Record<Exclude<InputIssueCode, 'INVALID'>, (limits: IssueLimits) => string>
  failures: Record<GenerationErrorCode, { message: string; action: string }>
}
