/**
 * Milliseconds of a `Retry-After` header (RFC 9110 §10.2.3): whole seconds or an HTTP date. Null where it is missing or is
 * neither; a date that has passed is 0.
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000
  const at = /^[A-Za-z]{3}, /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
