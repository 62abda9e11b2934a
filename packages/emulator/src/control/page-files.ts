import { readFile } from 'node:fs/promises'
import { HttpError } from '../http/http-error.ts'

// In the sources the page's modules are TypeScript, and lose their types on the way to the browser; in dist they are one
// script beside the bundle.
const isSource = import.meta.url.endsWith('.ts')
const folder = new URL(isSource ? '../page/' : './page/', import.meta.url)

/** The text of one of the control page's files: HTML, CSS or script. Throws an `HttpError` 404. */
export async function readPageFile(name: string): Promise<string> {
  const file = isSource ? name.replace(/\.js$/, '.ts') : name
  const text = await readFile(new URL(file, folder), 'utf8').catch(() => undefined)
  if (text === undefined) throw new HttpError(404, `the page has no file ${name}`)
  if (!file.endsWith('.ts')) return text
  const { stripTypeScriptTypes } = await import('node:module')
  return stripTypeScriptTypes(text)
}
