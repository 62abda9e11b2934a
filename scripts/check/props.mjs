// Holds each component of the kit to a docstring for each prop of its own: the Storybook's tables are made of them.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root, StepFailure } from '../step.mjs'

const requireFromDemo = createRequire(new URL('../../apps/demo/package.json', import.meta.url))

/**
 * @typedef {object} Docgen what is used of `react-docgen-typescript`
 * @property {(tsconfig: string, options: { propFilter: (prop: Prop) => boolean }) => { parse: (file: string) => ComponentDoc[] }} withCustomConfig
 *
 * @typedef {{ name: string, description: string, declarations?: { fileName: string }[] }} Prop
 * @typedef {{ displayName: string, props: Record<string, Prop> }} ComponentDoc
 */

export function checkProps() {
  const { count, problems } = undescribedProps(join(root, 'packages/react/src/index.ts'))
  if (problems.length > 0) throw new StepFailure(`say what each of these is:\n${problems.join('\n')}`)
  return Promise.resolve(`${count} props`)
}

/**
 * How many props the components have that a file exports, and which are without a docstring.
 * @param {string} file
 */
export function undescribedProps(file) {
  /** @type {Docgen} */
  const { withCustomConfig } = requireFromDemo('react-docgen-typescript')
  const parser = withCustomConfig(join(root, 'apps/demo/tsconfig.json'), {
    // What every element has is React's to describe.
    propFilter: ({ declarations = [] }) =>
      declarations.some(({ fileName }) => !fileName.includes('node_modules')),
  })
  const props = parser
    .parse(file)
    .flatMap(({ displayName, props }) =>
      Object.values(props).map(({ name, description }) => ({ name: `${displayName}.${name}`, description })),
    )
  return {
    count: props.length,
    problems: props.filter(({ description }) => description === '').map(({ name }) => name),
  }
}
