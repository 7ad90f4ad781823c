import type { Output } from '@noskhe/shared/endpoint'
import { type Code, CodeKind } from '@noskhe/shared/terminology/code'
import type { downloadCodes, ListedCode, searchCodes } from '@noskhe/shared/terminology/contract'
import { type CodeEntry, entryOfCode } from '@noskhe/shared/terminology/entry-of-code'
import { IndexBuilder, type SearchIndex } from '@noskhe/shared/terminology/search-index'

/** The national lists of one release as this device keeps them. No patient is in them. */
export interface KeptLists {
  release: string
  codes: ListedCode[]
}

/** Where a device keeps them; `read` gives whatever is there. */
export interface ListStore {
  read: () => Promise<KeptLists | undefined>
  write: (kept: KeptLists) => Promise<void>
}

type Download = (asked: { kind: CodeKind; after: string }) => Promise<Output<typeof downloadCodes>>

/** The server's search over the lists that this device keeps, for while the server is away. */
export class DeviceIndex {
  readonly #store: ListStore
  readonly #download: Download
  #built: { release: string; index: SearchIndex<CodeEntry> } | null = null

  constructor(store: ListStore, download: Download) {
    this.#store = store
    this.#download = download
  }

  /**
   * Keeps the lists of `release`, unless they are kept already: all of them, and only when the last page has come. A release
   * that changes on the way is left for the next time.
   */
  async keep(release: string): Promise<void> {
    if ((await this.#store.read())?.release === release) return
    const codes: ListedCode[] = []
    for (const kind of CodeKind.options) {
      for (let after: string | null = ''; after !== null; ) {
        const page: Output<typeof downloadCodes> = await this.#download({ kind, after })
        if (page.release !== release) return
        codes.push(...page.codes)
        after = page.next
      }
    }
    await this.#store.write({ release, codes })
    this.#built = null
  }

  /** Null where this device keeps no lists. */
  async search(query: string, kinds: readonly CodeKind[], limit: number): Promise<Output<typeof searchCodes> | null> {
    this.#built ??= await this.#build()
    if (this.#built === null) return null
    const { release, index } = this.#built
    return { release, hits: index.search(query, { kinds, limit }).map(({ entry }): Code => entry.shown) }
  }

  async #build() {
    const kept = await this.#store.read()
    if (kept === undefined) return null
    const builder = new IndexBuilder<CodeEntry>()
    builder.add(kept.codes.map(({ shown, aliases }) => entryOfCode(shown, aliases)))
    return { release: kept.release, index: builder.finish() }
  }
}
