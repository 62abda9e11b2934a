import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const effects = ({ isolate, number, plural }: Formats): Messages['effects'] => ({
  label: 'Effet',
  labelMany: 'Effets',
  search: 'Chercher un effet',
  found: (count, text) =>
    count === 0
      ? `Aucun effet ne s’appelle « ${isolate(text)} ».`
      : plural(count, { one: `${number(count)} effet trouvé.`, other: `${number(count)} effets trouvés.` }),
  chosen: (count) =>
    count === 0
      ? 'Aucun effet choisi.'
      : plural(count, {
          one: `${number(count)} effet choisi.`,
          other: `${number(count)} effets choisis : ${number(count)} prises.`,
        }),
  hint: 'Pointez un effet, ou allez dessus, pour le voir bouger.',
  sample: 'Ceci est une figure d’exemple. Ajoutez une image pour y voir les effets.',
  unreadable:
    'Votre image ne peut pas être lue ici ; une figure d’exemple la remplace. fal peut la lire malgré tout.',
})
