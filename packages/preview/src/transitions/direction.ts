const directions: readonly (readonly [RegExp, number])[] = [
  [/\b(left|leftward|leftwards)\b/i, Math.PI],
  [/\b(right|rightward|rightwards)\b/i, 0],
  [/\b(up|upward|upwards|rise|rises|rising|sky)\b/i, -Math.PI / 2],
  [/\b(down|downward|downwards|fall|falls|falling|drop|drops|sink|sinks)\b/i, Math.PI / 2],
]

/** The direction that the words of a prompt name, in radians clockwise from right; undefined when they name none. */
export function directionOf(prompt: string): number | undefined {
  return directions.find(([words]) => words.test(prompt))?.[1]
}
