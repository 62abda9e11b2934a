/**
 * Has scripts of the page see that less motion was asked for, until what it answers is called. Style sheets cannot be told:
 * see them by the settings of the system or of the browser's tools.
 */
export function askForLessMotion(): () => void {
  const { matchMedia } = window
  window.matchMedia = (query) =>
    matchMedia.call(window, query === '(prefers-reduced-motion: reduce)' ? 'all' : query)
  return () => {
    window.matchMedia = matchMedia
  }
}
