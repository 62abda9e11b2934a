// All documents that the kit sends, but for the mutations that generate: those are made per operation in generate-document.ts.
import { GenerationFields } from './generation-fields.ts'
import { graphql, type ResultOf } from './graphql.ts'

export { type GenerationData, GenerationFields } from './generation-fields.ts'

export const GenerationUpdated = graphql(
  `
    subscription GenerationUpdated($id: ID!) {
      generationUpdated(id: $id) {
        ...GenerationFields
      }
    }
  `,
  [GenerationFields],
)

export const GenerationsUpdated = graphql(
  `
    subscription GenerationsUpdated {
      generationsUpdated {
        ...GenerationFields
      }
    }
  `,
  [GenerationFields],
)

/** The log lines of a generation: those after the cursor, then each new one. Other events carry only their place. */
export const GenerationEvents = graphql(`
  subscription GenerationEvents($id: ID!, $after: Int!) {
    generationEvents(id: $id, after: $after) {
      __typename
      sequence
      ... on GenerationLogged {
        log {
          timestamp
          level
          message
        }
      }
    }
  }
`)

export const Generations = graphql(
  `
    query Generations($first: Int!, $after: String, $filter: GenerationFilter) {
      generations(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            ...GenerationFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [GenerationFields],
)

/** What may be filtered by. */
export const Operations = graphql(`
  query Operations {
    operations {
      id
      title
    }
  }
`)

/** What the fields of an operation are called for people, two levels deep: no operation has more. */
export const OperationLabels = graphql(`
  query OperationLabels($id: OperationId!) {
    operation(id: $id) {
      fields {
        name
        label
        fields {
          name
          label
        }
        item {
          fields {
            name
            label
          }
        }
      }
    }
  }
`)

export const CancelGeneration = graphql(
  `
    mutation CancelGeneration($id: ID!) {
      cancelGeneration(id: $id) {
        __typename
        ... on CancelGenerationSuccess {
          outcome
          generation {
            ...GenerationFields
          }
        }
        ... on UserError {
          message
          code
        }
      }
    }
  `,
  [GenerationFields],
)

export const RecoverGeneration = graphql(
  `
    mutation RecoverGeneration($id: ID!, $requestId: String) {
      recoverGeneration(id: $id, requestId: $requestId) {
        __typename
        ... on RecoverGenerationSuccess {
          outcome
          generation {
            ...GenerationFields
          }
        }
        ... on UserError {
          message
          code
        }
      }
    }
  `,
  [GenerationFields],
)

export const AdoptGeneration = graphql(
  `
    mutation AdoptGeneration($input: AdoptGenerationInput!, $options: GenerationOptions) {
      adoptGeneration(input: $input, options: $options) {
        __typename
        ... on GenerateSuccess {
          replayed
          generation {
            ...GenerationFields
          }
        }
        ... on InvalidInputError {
          issues {
            path
            message
            code
          }
        }
        ... on UserError {
          message
          code
        }
      }
    }
  `,
  [GenerationFields],
)

export const RetryGeneration = graphql(
  `
    mutation RetryGeneration($id: ID!, $options: GenerationOptions) {
      retryGeneration(id: $id, options: $options) {
        __typename
        ... on GenerateSuccess {
          replayed
          generation {
            ...GenerationFields
          }
        }
        ... on UserError {
          message
          code
        }
        ... on InvalidInputError {
          issues {
            path
            message
            code
          }
        }
      }
    }
  `,
  [GenerationFields],
)

export const DeleteGeneration = graphql(`
  mutation DeleteGeneration($id: ID!) {
    deleteGeneration(id: $id) {
      __typename
      ... on DeleteGenerationSuccess {
        deletedId
      }
      ... on UserError {
        message
        code
      }
    }
  }
`)

export const CreateUpload = graphql(`
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      __typename
      ... on UploadTicket {
        uploadUrl
        method
        headers {
          name
          value
        }
        fileUrl
        expiresAt
      }
      ... on UserError {
        message
        code
      }
      ... on InvalidInputError {
        issues {
          path
          message
          code
        }
      }
    }
  }
`)

/** What every mutation that generates answers. */
export type GenerateResultData = ResultOf<typeof RetryGeneration>['retryGeneration']
