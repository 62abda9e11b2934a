import { type Operation, pikaOperations } from '@pika-kit/core'
import { useRef, useState } from 'react'
import { AdoptRequest, GenerationListView, PikaProvider, useGenerationList } from '@pika-kit/react'
import type { LanguageTag } from '../languages/languages.ts'
import { StudioWordsContext, useStudioWords } from '../languages/StudioWordsContext.ts'
import { OperationRail } from './OperationRail.tsx'
import { type Judged, StudioResult } from './StudioResult.tsx'
import { StudioHeader } from './StudioHeader.tsx'
import { useAddress } from './useAddress.ts'
import { useForms } from './useForms.ts'
import { useLanguage } from './useLanguage.ts'
import { type Provider, useProvider } from './useProvider.ts'
import { useTheme } from './useTheme.ts'
import { Workbench } from './Workbench.tsx'

const [first] = pikaOperations as readonly [Operation, ...Operation[]]

export interface StudioProps {
  /** Who renders, where there is no server to ask. */
  provider?: Provider
  /** Begins in this language, in place of the one that was chosen before. */
  language?: LanguageTag
}

/** The Studio: choose an operation, see its draft, generate, follow, and find everything again in the library. */
export function Studio({ provider = null, language: given }: StudioProps) {
  const language = useLanguage(given)
  if (!language.words) return null
  return (
    <StudioWordsContext value={language.words.studio}>
      <PikaProvider messages={language.words.kit}>
        <StudioPage provider={provider} language={language.tag} onLanguage={language.choose} />
      </PikaProvider>
    </StudioWordsContext>
  )
}

interface StudioPageProps {
  provider: Provider
  language: LanguageTag
  onLanguage(tag: LanguageTag): void
}

function StudioPage({ provider: known, language, onLanguage }: StudioPageProps) {
  const words = useStudioWords()
  const [address, go] = useAddress(first.id)
  const [forms, changeForm] = useForms()
  const [theme, setTheme] = useTheme()
  const provider = useProvider(known)
  const library = useGenerationList()
  const operation = pikaOperations.find(({ id }) => id === address.operationId) ?? first
  const [judged, setJudged] = useState<ReadonlyMap<string, Judged>>(new Map())
  const result = useRef<HTMLDivElement>(null)
  const show = (generationId: string | null) => go({ generationId })

  return (
    <div className="pk-root studio">
      <StudioHeader
        provider={provider}
        theme={theme}
        onTheme={setTheme}
        language={language}
        onLanguage={onLanguage}
      />
      <main className="studio-main">
        <OperationRail current={operation.id} generationId={address.generationId} />
        <Workbench
          key={operation.id}
          operation={operation}
          value={forms[operation.id] ?? {}}
          onChange={(value) => changeForm(operation.id, value)}
          onGenerated={({ id }, input) => {
            setJudged((known) => new Map(known).set(id, { operation, input }))
            show(id)
            // On a narrow page the result lies below the form.
            result.current?.scrollIntoView({ block: 'nearest' })
          }}
          isFree={provider === 'emulator' || provider === 'simulation'}
        />
        <aside className="studio-side">
          <div ref={result} className="studio-panel studio-result">
            <StudioResult
              generationId={address.generationId}
              judged={judged.get(address.generationId ?? '') ?? null}
              onShow={show}
              onRemove={(id) => {
                library.remove(id)
                show(null)
              }}
            />
          </div>
          <h2 className="studio-heading">{words.library}</h2>
          <GenerationListView
            list={library}
            selectedId={address.generationId}
            onSelect={show}
            onDelete={(ids) => {
              if (address.generationId !== null && ids.includes(address.generationId)) show(null)
            }}
          />
          <details className="studio-adopt">
            <summary>{words.adopt}</summary>
            <AdoptRequest onAdopt={({ id }) => show(id)} />
          </details>
        </aside>
      </main>
    </div>
  )
}
