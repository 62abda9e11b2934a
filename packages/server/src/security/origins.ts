/**
 * Whether a request may come from the page that sent it. Browsers name the page of each POST and each WebSocket in
 * `Origin`; without this check any page that the viewer visits could generate at the viewer's cost. Programs that are no
 * browsers send none.
 */
export function isAllowedOrigin(
  origin: string | null,
  host: string | null,
  allowed: readonly string[],
): boolean {
  if (origin === null) return true
  if (allowed.includes(origin)) return true
  return URL.canParse(origin) && host !== null && new URL(origin).host === host
}

/** Addresses that only this machine reaches. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * Whether the `Host` header of a server without `authenticate` names this machine. A page elsewhere can point a name of
 * its own at 127.0.0.1 (DNS rebinding), and then `Origin` and `Host` agree; but the name is not one of these.
 */
export function isLoopbackHostHeader(header: string | undefined): boolean {
  return (
    header !== undefined &&
    URL.canParse(`http://${header}`) &&
    isLoopbackHost(new URL(`http://${header}`).hostname)
  )
}
