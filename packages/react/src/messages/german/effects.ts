import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const effects = ({ isolate, number, plural }: Formats): Messages['effects'] => ({
  label: 'Effekt',
  labelMany: 'Effekte',
  search: 'Effekt suchen',
  found: (count, text) =>
    count === 0
      ? `Kein Effekt heißt „${isolate(text)}“.`
      : plural(count, { one: 'Ein Effekt gefunden.', other: `${number(count)} Effekte gefunden.` }),
  chosen: (count) =>
    count === 0
      ? 'Kein Effekt gewählt.'
      : plural(count, {
          one: 'Ein Effekt gewählt.',
          other: `${number(count)} Effekte gewählt: ${number(count)} Takes.`,
        }),
  hint: 'Auf einen Effekt zeigen oder zu ihm wechseln, um ihn in Bewegung zu sehen.',
  sample: 'Das ist eine Beispielfigur. Fügen Sie ein Bild hinzu, um die Effekte daran zu sehen.',
  unreadable:
    'Ihr Bild lässt sich hier nicht lesen, deshalb steht eine Beispielfigur dafür. fal kann es vielleicht trotzdem lesen.',
})
