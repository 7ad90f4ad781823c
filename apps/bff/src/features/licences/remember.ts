/** What a registry said lately, kept in this process only. Silence is never kept. */
export class Remembered<T> {
  readonly #answers = new Map<string, { value: T; at: number }>()

  /** The last answer where it is younger than `maxAgeMs`, else a new one from `ask`; what `ask` throws goes to the caller. */
  async get(key: string, { now, maxAgeMs, ask }: { now: Date; maxAgeMs: number; ask: () => Promise<T> }): Promise<T> {
    const known = this.#answers.get(key)
    if (known && now.getTime() - known.at < maxAgeMs) return known.value
    const value = await ask()
    this.#answers.set(key, { value, at: now.getTime() })
    return value
  }
}
