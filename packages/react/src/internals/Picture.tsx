import { type ComponentPropsWithRef, useState } from 'react'

export interface PictureProps extends Omit<ComponentPropsWithRef<'img'>, 'src' | 'alt'> {
  src: string
}

/** A picture that says nothing to screen readers, and leaves its place empty where its address leads to none. */
export function Picture({ src, ...props }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null)
  if (broken === src) return null
  return <img {...props} src={src} alt="" onError={() => setBroken(src)} />
}
