import { StorageUnavailableError, type UploadTicket } from '@pika-kit/core'
import { GraphQLError } from 'graphql'
import type { Builder } from './builder.ts'
import type { UploadResult } from './context.ts'
import {
  type InvalidInputShape,
  invalidInput,
  limitExceeded,
  type UserErrors,
  type UserErrorShape,
} from './user-errors.ts'

interface UploadedFile {
  url: string
  contentType: string
  fileName: string
  size: number
}

/** The two ways in for a file. */
export function addUploads(builder: Builder, errors: UserErrors): void {
  const HttpHeader = builder.objectRef<{ name: string; value: string }>('HttpHeader')
  HttpHeader.implement({
    description: 'A header to send along.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'For example `content-type`.' }),
      value: t.exposeString('value', { description: 'To be sent as it is.' }),
    }),
  })

  const TicketRef = builder.objectRef<UploadTicket & { type: 'UploadTicket' }>('UploadTicket')
  TicketRef.implement({
    description:
      'Leave to put one file straight into storage: send its bytes to `uploadUrl` by `method` with `headers`, then use `fileUrl` as an input.',
    fields: (t) => ({
      uploadUrl: t.exposeString('uploadUrl', { description: 'Where the bytes go.' }),
      method: t.exposeString('method', { description: 'The HTTP method, for example `PUT`.' }),
      headers: t.field({
        type: [HttpHeader],
        description: 'To send with the bytes.',
        resolve: (ticket) => [...ticket.headers],
      }),
      fileUrl: t.exposeString('fileUrl', { description: 'To use as an input once the bytes are there.' }),
      expiresAt: t.field({
        type: 'DateTime',
        description: 'The bytes must be sent before.',
        resolve: (ticket) => ticket.expiresAt,
      }),
    }),
  })
  const FileRef = builder.objectRef<UploadedFile & { type: 'UploadedFile' }>('UploadedFile')
  FileRef.implement({
    description: 'A file in the storage.',
    fields: (t) => ({
      url: t.exposeString('url', { description: 'To use as an input.' }),
      contentType: t.exposeString('contentType', { description: 'As found in the bytes, not as claimed.' }),
      fileName: t.exposeString('fileName', { description: 'As the client named it.' }),
      size: t.exposeInt('size', { description: 'Bytes.' }),
    }),
  })
  const unionOf = (name: string, success: typeof TicketRef | typeof FileRef) =>
    builder.unionType(name, {
      description: 'How a request to upload ended.',
      types: [success, errors.InvalidInputError, errors.LimitExceededError] as never[],
      resolveType: (value: { type: string }) => value.type,
    })
  const CreateUploadResult = unionOf('CreateUploadResult', TicketRef)
  const UploadFileResult = unionOf('UploadFileResult', FileRef)

  const CreateUploadInput = builder.inputType('CreateUploadInput', {
    description: 'The file that is going to be uploaded.',
    fields: (t) => ({
      fileName: t.string({ required: true, description: 'For people.' }),
      contentType: t.string({ required: true, description: 'For example `image/png`.' }),
      size: t.int({ required: true, description: 'Bytes.' }),
    }),
  })

  builder.mutationFields((t) => ({
    createUpload: t.field({
      type: CreateUploadResult,
      description: 'A ticket to upload one file: the bytes go straight to storage.',
      args: { input: t.arg({ type: CreateUploadInput, required: true }) },
      resolve: async (_root, { input }, { viewer, uploads }) => {
        const result = await orUnavailable(uploads.createTicket(viewer.id, input))
        return (result.type === 'ok' ? { type: 'UploadTicket', ...result.ticket } : refusal(result)) as never
      },
    }),
    uploadFile: t.field({
      type: UploadFileResult,
      description: 'Uploads one small file through this server, by a GraphQL multipart request.',
      args: { file: t.arg({ type: 'File', required: true }) },
      resolve: async (_root, { file }, { viewer, uploads }) => {
        const result = await orUnavailable(uploads.store(viewer.id, file))
        return (result.type === 'ok' ? { ...result, type: 'UploadedFile' } : refusal(result)) as never
      },
    }),
  }))
}

function refusal(result: Exclude<UploadResult<unknown>, { type: 'ok' }>): UserErrorShape | InvalidInputShape {
  return result.type === 'invalid-input' ? invalidInput(result.issues) : limitExceeded(result.message)
}

async function orUnavailable<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof StorageUnavailableError)) throw error
    throw new GraphQLError('The storage cannot be reached. Nothing was uploaded; try again.', {
      extensions: { code: 'STORAGE_UNAVAILABLE' },
    })
  }
}
