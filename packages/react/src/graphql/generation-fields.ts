import { graphql, type ResultOf } from './graphql.ts'

/** What the kit asks of every generation. */
export const GenerationFields = graphql(`
  fragment GenerationFields on Generation @_unmask {
    id
    status
    revision
    queuePosition
    requestId
    tags
    createdAt
    submittedAt
    startedAt
    completedAt
    cancelRequestedAt
    eta {
      earliest
      latest
    }
    operation {
      id
      title
      mutationName
    }
    input {
      __typename
      ... on PikaframesGenerationInput {
        imageUrls
        optionalPrompt: prompt
        transitions {
          prompt
        }
      }
      ... on ImageToVideoGenerationInput {
        imageUrl
        prompt
      }
      ... on TextToVideoGenerationInput {
        prompt
        aspectRatio
      }
      ... on PikascenesGenerationInput {
        imageUrls
        prompt
        aspectRatio
      }
      ... on PikaswapsGenerationInput {
        videoUrl
        optionalPrompt: prompt
      }
      ... on PikadditionsGenerationInput {
        videoUrl
        optionalPrompt: prompt
      }
      ... on PikaffectsGenerationInput {
        imageUrl
        pikaffect
        optionalPrompt: prompt
      }
      ... on CollectionToVideoGenerationInput {
        images {
          imageUrl
        }
        prompt
        aspectRatio
      }
    }
    video {
      url
      downloadUrl
      isArchived
      contentType
      fileName
      fileSize
      width
      height
      duration
    }
    error {
      code
      message
      action
      isRetryable
      isRecoverable
      billing
      detail
      issues {
        path
        message
        code
      }
    }
    retryOf {
      id
    }
  }
`)

/** A generation as the kit knows it. */
export type GenerationData = ResultOf<typeof GenerationFields>
