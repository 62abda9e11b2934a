import type { Builder } from './builder.ts'
import type { Viewer } from './context.ts'

/** `Viewer` and the query of it. */
export function addViewer(builder: Builder): void {
  const ViewerRef = builder.objectRef<Viewer>('Viewer')
  ViewerRef.implement({
    description: 'Who is asking.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'As the server authenticated it.' }),
      activeGenerations: t.int({
        description: 'How many generations of the viewer are under way: the server limits them.',
        resolve: ({ id }, _args, { generations }) => generations.countActive(id),
      }),
    }),
  })
  builder.queryField('viewer', (t) =>
    t.field({
      type: ViewerRef,
      description: 'Who is asking.',
      resolve: (_root, _args, { viewer }) => viewer,
    }),
  )
}
