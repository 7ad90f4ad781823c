import { CodeKind, type Code, type SigTerm } from '@noskhe/shared/terminology/code'
import type { CodeAliases } from '@noskhe/shared/terminology/entry-of-code'

/** The coding authority (A42): it publishes the national lists by releases, and we search our own copy. */
export interface Mksa {
  /** Every release, the oldest first. */
  releases(): Promise<Release[]>

  /**
   * One page of a list as a release has it: all of it, or with `since` only what it has otherwise than that earlier
   * release. `after` is the `next` of the page before, null for the first.
   */
  codes(asked: { release: string; list: CodeList; since: string | null; after: string | null }): Promise<CodePage>
}

export interface Release {
  release: string
  publishedAt: string
  /** The lists that have any code in it. */
  lists: CodeList[]
}

export const codeLists = [...CodeKind.options, 'sig'] as const
export type CodeList = (typeof codeLists)[number]

export interface CodePage {
  codes: PublishedCode[]
  /** Null on the last page. */
  next: string | null
}

/** A code as published, or as it last stood where the release retires it. */
export type PublishedCode = { code: string; isRetired: boolean } & (
  | { list: CodeKind; shown: Omit<Code, 'isCurrent'>; aliases: CodeAliases }
  | { list: 'sig'; term: SigTerm }
)
