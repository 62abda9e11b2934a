import { defineSection } from '../defineSection.ts'

/** The words of the effect picker. */
export const effectsWords = defineSection('effects', ({ isolate, number, plural }) => ({
  label: 'Effect',
  labelMany: 'Effects',
  search: 'Find an effect',
  found: (count: number, text: string) =>
    count === 0
      ? `No effect is called “${isolate(text)}”.`
      : plural(count, { one: 'One effect found.', other: `${number(count)} effects found.` }),
  chosen: (count: number) =>
    count === 0
      ? 'No effect chosen.'
      : plural(count, {
          one: 'One effect chosen.',
          other: `${number(count)} effects chosen: ${number(count)} takes.`,
        }),
  hint: 'Point at an effect, or move to it, to see it move.',
  sample: 'This is a sample figure. Add a picture to see the effects on it.',
  unreadable:
    'Your picture cannot be read here, so a sample figure stands in for it. fal may read it all the same.',
}))
