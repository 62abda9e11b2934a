import {
  GraphQLError,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'
import type { Limits } from '../limits.ts'

interface Weight {
  depth: number
  fields: number
}

/**
 * Refuses a document that nests too deep or asks for too many fields; a fragment counts each time it is spread, so a
 * small text cannot ask for a great deal. Introspection has a nesting limit of graphql's own and is left to it.
 */
export function queryLimits({ queryDepth, queryFields }: Pick<Limits, 'queryDepth' | 'queryFields'>) {
  return (context: ValidationContext): ASTVisitor => ({
    OperationDefinition(operation) {
      const weights = new Map<FragmentDefinitionNode, Weight>()
      const { depth, fields } = weigh(operation.selectionSet, context, weights)
      if (depth > queryDepth)
        context.reportError(tooMuch(`nests ${depth} deep, and ${queryDepth} is the limit`))
      if (fields > queryFields)
        context.reportError(tooMuch(`asks for ${fields} fields, and ${queryFields} is the limit`))
    },
  })
}

function weigh(
  { selections }: SelectionSetNode,
  context: ValidationContext,
  weights: Map<FragmentDefinitionNode, Weight>,
): Weight {
  let depth = 0
  let fields = 0
  for (const selection of selections) {
    let inner: Weight = { depth: 0, fields: 0 }
    if (selection.kind === 'Field') {
      if (selection.name.value.startsWith('__')) continue
      const nested = selection.selectionSet ? weigh(selection.selectionSet, context, weights) : inner
      inner = { depth: nested.depth + 1, fields: nested.fields + 1 }
    } else if (selection.kind === 'InlineFragment') {
      inner = weigh(selection.selectionSet, context, weights)
    } else {
      const fragment = context.getFragment(selection.name.value)
      if (fragment) inner = weights.get(fragment) ?? weighFragment(fragment, context, weights)
    }
    depth = Math.max(depth, inner.depth)
    fields += inner.fields
  }
  return { depth, fields }
}

function weighFragment(
  fragment: FragmentDefinitionNode,
  context: ValidationContext,
  weights: Map<FragmentDefinitionNode, Weight>,
): Weight {
  // Set before its inside is weighed: a fragment that spreads itself is another rule's error, not an endless loop here.
  weights.set(fragment, { depth: 0, fields: 0 })
  const weight = weigh(fragment.selectionSet, context, weights)
  weights.set(fragment, weight)
  return weight
}

function tooMuch(what: string): GraphQLError {
  return new GraphQLError(`The document ${what}.`, { extensions: { code: 'QUERY_TOO_LARGE' } })
}
