/**
 * Random, not counted: a storyboard that was kept and is opened again has ids of another visit. `crypto.randomUUID` is
 * missing on pages without https.
 */
export const newKeyframeId = (): string => `keyframe-${Math.random().toString(36).slice(2)}`
