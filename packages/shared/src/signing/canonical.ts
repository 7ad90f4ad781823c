/** What may be signed: no floats, no undefined, so that there is exactly one way to write it. */
export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical }

/**
 * JSON Canonicalization Scheme (RFC 8785) for strings, safe integers, booleans, null, arrays and objects: keys in order of
 * their UTF-16 code units, no spaces. Throws on anything else (floats, undefined, lone surrogates), because two programs
 * could write those differently.
 */
export function canonicalize(value: Canonical): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('Only safe integers are signed')
    return String(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('A lone surrogate is not signed')
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map(canonicalize).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalize(member)}`).join(',')}}`
}

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value)
