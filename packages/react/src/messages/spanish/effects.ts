import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const effects = ({ isolate, number, plural }: Formats): Messages['effects'] => ({
  label: 'Efecto',
  labelMany: 'Efectos',
  search: 'Buscar un efecto',
  found: (count, text) =>
    count === 0
      ? `Ningún efecto se llama «${isolate(text)}».`
      : plural(count, {
          one: `${number(count)} efecto encontrado.`,
          other: `${number(count)} efectos encontrados.`,
        }),
  chosen: (count) =>
    count === 0
      ? 'Ningún efecto elegido.'
      : plural(count, {
          one: `${number(count)} efecto elegido.`,
          other: `${number(count)} efectos elegidos: ${number(count)} tomas.`,
        }),
  hint: 'Apunta a un efecto, o ve hasta él, para verlo en movimiento.',
  sample: 'Esta es una figura de ejemplo. Añade una imagen para ver los efectos en ella.',
  unreadable:
    'Tu imagen no se puede leer aquí; la sustituye una figura de ejemplo. Aun así, fal quizá pueda leerla.',
})
