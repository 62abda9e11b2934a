import type { Builder } from './builder.ts'
import type { Viewer } from './context.ts'

export function addViewer(builder: Builder): void {
  const ViewerRef = builder.objectRef<Viewer>('Viewer')
  ViewerRef.implement({
    description: 'Who is asking.',
    fields: (t) => ({ id: t.exposeID('id') }),
  })
  builder.queryField('viewer', (t) =>
    t.field({ type: ViewerRef, resolve: (_root, _args, { viewer }) => viewer }),
  )
}
