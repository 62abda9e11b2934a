/**
 * The code of a story as somebody would write it: without what only this Storybook has: the bytes of its pictures, handlers
 * that do nothing, whole objects in place of what they are called, and what its test does.
 */
export function shownSource(code: string): string {
  const shown = code
    .replace(/(['"])data:([\w/+-]+)[^'"]*\1/g, "'data:$2,…'")
    .replace(/\b(\w+)=\{function[^{}]*\{\}\}/g, '$1={$1}')
    .replace(/^( *)(operation|result|list)=\{\{\n[^]*?^\1\}\}/gm, '$1$2={$2}')
    .replace(/^ {2}(play|parameters|globals): [^]*?^ {2}[\])}]+,?\n/gm, '')
  // A story that is only a component of its own.
  const [, component] = /^\{\n {2}render: (function [^]*),?\n\}$/.exec(shown) ?? []
  return component ? component.replace(/,$/, '').replace(/^ {2}/gm, '') : shown
}
