import type { Messages } from '../english/index.ts'

export const adopt = (): Messages['adopt'] => ({
  label: 'Anderswo gestellten Auftrag übernehmen',
  hint: 'Einen, den ein anderes Programm oder die Seite von fal mit dem Schlüssel dieses Servers gestellt hat. Nichts geht an fal, und nichts wird bezahlt.',
  operation: 'Funktion',
  requestId: 'Auftrags-ID',
  requestIdHint: 'wie im fal-Dashboard',
  take: 'Übernehmen',
  taking: 'Wird nachgeschlagen…',
  taken: 'Übernommen.',
  empty: 'fehlt',
})
