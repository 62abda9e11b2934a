import type { Messages } from '../english/index.ts'

export const adopt = (): Messages['adopt'] => ({
  label: 'Incorporar una solicitud hecha en otro sitio',
  hint: 'Una que hizo otro programa, o la página de fal, con la clave de este servidor. No se envía nada a fal y no se paga nada.',
  operation: 'Función',
  requestId: 'ID de la solicitud',
  requestIdHint: 'como en el panel de fal',
  take: 'Incorporar',
  taking: 'Buscando…',
  taken: 'Incorporada.',
  empty: 'hace falta',
})
