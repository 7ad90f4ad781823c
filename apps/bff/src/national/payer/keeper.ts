/** `forMs` null keeps nothing: it goes to everyone who waits for it and is asked anew afterwards. */
export interface Fetched<T> {
  value: T
  forMs: number | null
}

/** Values that are fetched once and used until they run out; two askers at once share one fetch. */
export interface Keeper<T> {
  get(key: string, fetch: () => Promise<Fetched<T>>): Promise<T>
  /** Forgets what is kept; where `value` is given, only if it is still that one and was not replaced since. */
  drop(key: string, value?: T): void
}

interface Entry<T> {
  under: Promise<Fetched<T>>
  /** Set once the fetch has ended. */
  kept?: { value: T; until: number }
}

const MOST_KEPT = 2_000

export function openKeeper<T>(now: () => Date): Keeper<T> {
  const entries = new Map<string, Entry<T>>()
  const forget = (key: string, entry: Entry<T>) => {
    if (entries.get(key) === entry) entries.delete(key)
  }

  return {
    async get(key, fetch) {
      const found = entries.get(key)
      if (found?.kept !== undefined && found.kept.until > now().getTime()) return found.kept.value
      if (found !== undefined && found.kept === undefined) return (await found.under).value

      if (entries.size >= MOST_KEPT) forgetOldest(entries)
      const entry: Entry<T> = { under: fetch() }
      entries.set(key, entry)
      try {
        const { value, forMs } = await entry.under
        if (forMs === null) forget(key, entry)
        else entry.kept = { value, until: now().getTime() + forMs }
        return value
      } catch (error) {
        forget(key, entry)
        throw error
      }
    },
    drop(key, value) {
      const entry = entries.get(key)
      if (entry?.kept !== undefined && (value === undefined || entry.kept.value === value)) forget(key, entry)
    },
  }
}

/** A Map keeps the order in which keys came. */
function forgetOldest(entries: Map<string, unknown>): void {
  const oldest = entries.keys().next()
  if (oldest.done !== true) entries.delete(oldest.value)
}
