import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const list = ({ ago, number, plural }: Formats): Messages['list'] => ({
  label: 'Biblioteca',
  empty: 'Aún no hay nada',
  emptyHint: 'Cada generación se queda aquí, terminada o no.',
  filteredEmpty: 'Nada coincide',
  filteredEmptyHint: 'Quizá otros filtros muestren más.',
  clearFilters: 'Ver todo',
  filters: 'Filtros',
  operation: 'Función',
  anyOperation: 'Todas',
  status: 'Estado',
  statusGroups: {
    all: 'Todas',
    active: 'En curso',
    ready: 'Listas',
    failed: 'Fallidas',
    cancelled: 'Canceladas',
  },
  tag: 'Etiqueta',
  anyTag: 'Todas',
  loading: 'Cargando…',
  more: 'Mostrar más',
  again: 'Reintentar',
  offline: 'Se ha perdido la conexión. La lista se pondrá al día sola.',
  shown: (count) =>
    plural(count, {
      one: `Se muestra ${number(count)} generación.`,
      other: `Se muestran ${number(count)} generaciones.`,
    }),
  density: 'Vista',
  densities: { grid: 'Cuadrícula', list: 'Lista' },
  select: 'Seleccionar',
  selected: (count) =>
    plural(count, { one: `${number(count)} seleccionada`, other: `${number(count)} seleccionadas` }),
  selectNone: 'Hecho',
  removeSelected: (count) => plural(count, { one: 'Eliminar', other: `Eliminar ${number(count)}` }),
  removeTitle: (count) =>
    plural(count, { one: '¿Eliminar esta generación?', other: `¿Eliminar estas ${number(count)}?` }),
  removeText: 'Lo eliminado no se puede recuperar, ni tampoco su vídeo.',
  keep: 'Conservar',
  removed: (count) => plural(count, { one: 'Eliminada.', other: `${number(count)} eliminadas.` }),
  stillActive: 'Lo que está en curso no se puede eliminar: cancélalo antes.',
  now: 'ahora',
  ago: (minutes) => ago(minutes),
})
