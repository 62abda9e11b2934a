/** `negativePrompt` → `negative_prompt`. */
export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** `negative_prompt` → `negativePrompt`. */
export function toCamelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `IMAGE_TO_VIDEO` → `ImageToVideo`. */
export function toPascalCase(id: string): string {
  return id
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('')
}

/** A name that GraphQL allows for a value of fal: `720p` with prefix `RESOLUTION_` → `RESOLUTION_720P`, `Cake-ify` → `CAKE_IFY`. */
export function toEnumName(value: string, prefix = ''): string {
  return prefix + value.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()
}
