import { createCatalog, type Operation } from '@pika-kit/core'
import { vi } from 'vitest'
import { page } from 'vitest/browser'
import type { Upload } from '../hooks/useUpload.ts'
import { OperationForm, type OperationFormProps } from '../operation-form/OperationForm.tsx'

export const operation = (id: string) => createCatalog().find(id) as Operation
export const image = (name: string) => `https://pictures.test/${name}.png`
export const noUpload: Upload = () => Promise.reject(new Error('nothing is uploaded here'))

/** A form, of text to video unless it is told otherwise, and what it sends. */
export function form(props: Partial<OperationFormProps>) {
  const onGenerate = vi.fn<OperationFormProps['onGenerate']>()
  const element = (
    <OperationForm
      operation={operation('TEXT_TO_VIDEO')}
      upload={noUpload}
      onGenerate={onGenerate}
      {...props}
    />
  )
  return { onGenerate, element }
}
export const button = () => page.getByRole('button', { name: 'Generate video' })
export const prompt = () => page.getByRole('textbox', { name: 'Prompt', exact: true })
export const summary = (count: string) => page.getByRole('group', { name: count })
export const spoken = (words: string) => page.getByRole('status').filter({ hasText: words })
