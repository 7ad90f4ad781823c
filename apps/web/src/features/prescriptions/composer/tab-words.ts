import { z } from 'zod'

/**
 * What tabs of one browser tell each other about a draft: `hello` asks who else has it open, `here` answers, `saved` names the
 * revision that the server now has, `gone` is said on leaving. No word holds anything that was written.
 */
const Word = z.discriminatedUnion('says', [
  z.object({ says: z.enum(['hello', 'here', 'gone']), tab: z.string(), draft: z.string() }),
  z.object({ says: z.literal('saved'), tab: z.string(), draft: z.string(), revision: z.int() }),
])
type Word = z.infer<typeof Word>

/** What is known of other tabs on this draft. */
export interface OtherTabs {
  isOpen: boolean
  /** The newest revision that one of them saved; 0 while none did. */
  savedRevision: number
}

const CHANNEL = 'noskhe-drafts'

/** The draft as other tabs of this browser have it open. Where the browser knows no channel, none is ever told of. */
export class TabWords {
  readonly #tab = crypto.randomUUID()
  readonly #draft: string
  readonly #channel: BroadcastChannel | null
  readonly #onChange: (others: OtherTabs) => void
  #others = new Set<string>()
  #savedRevision = 0

  constructor(draft: string, onChange: (others: OtherTabs) => void) {
    this.#draft = draft
    this.#onChange = onChange
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#hear(data))
    this.greet()
  }

  /** Asks anew who is there: a tab that crashed said no goodbye. */
  greet(): void {
    this.#others.clear()
    this.#tell({ says: 'hello' })
    this.#changed()
  }

  tellSaved(revision: number): void {
    this.#tell({ says: 'saved', revision })
  }

  close(): void {
    this.#tell({ says: 'gone' })
    this.#channel?.close()
  }

  #tell(word: { says: 'hello' | 'here' | 'gone' } | { says: 'saved'; revision: number }): void {
    this.#channel?.postMessage({ ...word, tab: this.#tab, draft: this.#draft })
  }

  #hear(data: unknown): void {
    const heard = Word.safeParse(data)
    if (!heard.success || heard.data.draft !== this.#draft || heard.data.tab === this.#tab) return
    this.#take(heard.data)
    this.#changed()
  }

  #take(word: Word): void {
    if (word.says === 'gone') this.#others.delete(word.tab)
    else this.#others.add(word.tab)
    if (word.says === 'saved') this.#savedRevision = Math.max(this.#savedRevision, word.revision)
    if (word.says === 'hello') this.#tell({ says: 'here' })
  }

  #changed(): void {
    this.#onChange({ isOpen: this.#others.size > 0, savedRevision: this.#savedRevision })
  }
}
