import type { Operation } from '@pika-kit/core'
import { PikaProvider } from '@pika-kit/react'
import { type ReactNode, useEffect, useMemo } from 'react'
import { createSimulation } from './create-simulation.ts'
import type { Fault } from './simulated-gateway.ts'

export interface SimulatedProps {
  fault: Fault
  /** Milliseconds between two steps of a generation. */
  stepMs: number
  /** Beside Pika's eight. Another list begins a new, empty library. */
  operations?: readonly Operation[] | undefined
  children: ReactNode
}

/** The kit inside, on the real schema in this page; another fault or pace begins a new, empty library. */
export function Simulated({ fault, stepMs, operations, children }: SimulatedProps) {
  const simulation = useMemo(
    () => createSimulation({ fault, stepMs, ...(operations && { operations }) }),
    [fault, stepMs, operations],
  )
  useEffect(() => () => void simulation.stop(), [simulation])
  return (
    <PikaProvider client={simulation.client} upload={simulation.upload}>
      {children}
    </PikaProvider>
  )
}
