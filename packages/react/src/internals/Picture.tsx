import { type ComponentPropsWithRef, type ReactNode, useState } from 'react'

export interface PictureProps extends Omit<ComponentPropsWithRef<'img'>, 'src' | 'alt'> {
  src: string
  /** What stands in its place where its address leads to no picture; nothing by default. */
  fallback?: ReactNode
}

/** A picture that says nothing to screen readers, and gives its place to `fallback` where its address leads to none. */
export function Picture({ src, fallback = null, ...props }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null)
  if (broken === src) return fallback
  return <img {...props} src={src} alt="" onError={() => setBroken(src)} />
}
