/**
 * What is looked at. Of the file: `form`, `digest`, `file-seal`, `versions` (none left out, each holds the hash of the one
 * before), `events`, `events-agree` (the audit says of each version what the file says). Of a version: `document`, `signature`,
 * `certificate`, `owner` (whose the key is), `seal`, `seal-certificate`.
 */
export type Check =
  | 'form'
  | 'digest'
  | 'file-seal'
  | 'file-seal-certificate'
  | 'versions'
  | 'document'
  | 'signature'
  | 'certificate'
  | 'owner'
  | 'seal'
  | 'seal-certificate'
  | 'events'
  | 'events-agree'

/** `unknown` is what cannot be told from the file; it is never taken for `holds`. */
export type State = 'holds' | 'broken' | 'unknown'

export interface Finding {
  check: Check
  /** Null for what concerns the file. */
  version: number | null
  state: State
  /** A short word for the record: the name of a fault, a fingerprint. */
  because: string | null
}

export const verdictOf = (findings: readonly Finding[]): State =>
  findings.some(({ state }) => state === 'broken') ? 'broken' : findings.some(({ state }) => state === 'unknown') ? 'unknown' : 'holds'
