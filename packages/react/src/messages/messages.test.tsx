import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { PikaProvider } from '../provider/PikaProvider.tsx'
import { formWords } from './english/form.ts'
import { resultWords } from './english/result.ts'
import { useMessages } from './useMessages.ts'
import { useWords } from './useWords.ts'

function Words() {
  const form = useWords(formWords)
  const result = useWords(resultWords)
  return (
    <p>
      {[form.generate, form.removeItem('Image 2'), result.statuses.COMPLETED, result.statuses.FAILED].join(
        ' | ',
      )}
    </p>
  )
}

test('without a provider everything is English', async () => {
  const { getByText } = await render(<Words />)
  await expect
    .element(getByText('Generate video | Remove Image 2 | Ready | It did not work', { exact: true }))
    .toBeVisible()
})

test('a provider replaces any text, as deep as it lies, and one inside of it replaces some of those', async () => {
  const { getByText } = await render(
    <PikaProvider messages={{ form: { generate: 'Los', removeItem: (item) => `${item} weg` } }}>
      <PikaProvider messages={{ form: { generate: 'Auf' }, result: { statuses: { COMPLETED: 'Fertig' } } }}>
        <Words />
      </PikaProvider>
    </PikaProvider>,
  )
  await expect
    .element(getByText('Auf | Image 2 weg | Fertig | It did not work', { exact: true }))
    .toBeVisible()
})

test('a component of the app reads all texts that hold', async () => {
  function Own() {
    const { cost, form } = useMessages()
    return <p>{`${cost.label}: ${form.generate}`}</p>
  }
  const { getByText } = await render(
    <PikaProvider messages={{ form: { generate: 'Los' } }}>
      <Own />
    </PikaProvider>,
  )
  await expect.element(getByText('Price: Los', { exact: true })).toBeVisible()
})
