import type { CodeKind } from './code.ts'

/** What the index knows of one code: the ways people ask for it. */
export interface SearchEntry {
  kind: CodeKind
  code: string
  /** Other codes of the same thing: licence code, LOINC, the short name on paper forms. */
  otherCodes: readonly string[]
  /** What it is called, in both scripts: ingredients, titles. */
  names: readonly string[]
  brands: readonly string[]
  /** What tells it from its siblings: form, route, salt, pack. */
  details: readonly string[]
  /** As printed, e.g. `500 mg/125 mg`; empty where there is none. */
  strength: string
  /** 0 for what is prescribed most, towards 1 for what is seldom meant; decides among equal matches. */
  rank: number
}

export interface Hit<E extends SearchEntry = SearchEntry> {
  entry: E
  /** Less is better; comparable within one answer only. */
  score: number
}
