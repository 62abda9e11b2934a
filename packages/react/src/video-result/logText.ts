import type { LogLineData } from '../hooks/useGeneration.ts'

/** The lines in which the words stand, whatever their case; all of them for no words. */
export function findLines(lines: readonly LogLineData[], words: string): readonly LogLineData[] {
  const sought = words.trim().toLowerCase()
  return sought === '' ? lines : lines.filter(({ message }) => message.toLowerCase().includes(sought))
}

/** The lines as text, each with its moment and its level as the provider wrote them. */
export function logText(lines: readonly LogLineData[]): string {
  return lines.map(({ timestamp, level, message }) => `${timestamp} ${level} ${message}`).join('\n')
}
