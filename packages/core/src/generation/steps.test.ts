import { expect, test } from 'vitest'
import { startGenerations } from '../testing/generation-test.ts'
import type { GenerationStep } from './steps.ts'

test('an operator hears each step of a generation, in order', async () => {
  const steps: string[] = []
  const passed = (step: GenerationStep, generationId: string) => void steps.push(`${generationId} ${step}`)
  const { generate, until } = startGenerations({ observer: { note: () => {}, passed } })
  await generate()
  await until('gen_0001', 'COMPLETED')
  expect(steps.filter((step) => !step.includes('state-') && !step.includes('status-'))).toEqual([
    'gen_0001 intent-checked',
    'gen_0001 intent-stored',
    'gen_0001 submission-due',
    'gen_0001 submission-marked',
    'gen_0001 submission-answered',
    'gen_0001 acceptance-stored',
    'gen_0001 result-due',
    'gen_0001 result-fetched',
    'gen_0001 result-stored',
  ])
  const acceptance = steps.indexOf('gen_0001 acceptance-stored')
  expect(steps.slice(acceptance - 3, acceptance)).toEqual([
    'gen_0001 state-decided',
    'gen_0001 state-stored',
    'gen_0001 state-published',
  ])
})
