import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type OtherTabs, TabWords } from './tab-words.ts'

/** The browser's channel, heard at once: whoever posts is heard by everybody else. */
class Channel extends EventTarget {
  static all = new Set<Channel>()
  constructor() {
    super()
    Channel.all.add(this)
  }
  postMessage(data: unknown): void {
    for (const other of Channel.all) if (other !== this) other.dispatchEvent(new MessageEvent('message', { data }))
  }
  close(): void {
    Channel.all.delete(this)
  }
}

beforeEach(() => {
  Channel.all.clear()
  vi.stubGlobal('BroadcastChannel', Channel)
})
afterEach(() => vi.unstubAllGlobals())

/** A tab that has a draft open, and what it knows of the others. */
function opened(draft: string) {
  const tab = { words: null as TabWords | null, others: null as OtherTabs | null }
  tab.words = new TabWords(draft, (others) => (tab.others = others))
  return tab
}

test('of two tabs on one draft each is told of the other, whichever came first', () => {
  const first = opened('a')
  expect(first.others?.isOpen).toBe(false)
  const second = opened('a')
  expect([first.others?.isOpen, second.others?.isOpen]).toEqual([true, true])
})

test('a tab on another draft is of no concern', () => {
  const one = opened('a')
  opened('b').words?.tellSaved(7)
  expect(one.others).toEqual({ isOpen: false, savedRevision: 0 })
})

test('what one saved the other is told, the newest of it', () => {
  const [one, other] = [opened('a'), opened('a')]
  other.words?.tellSaved(5)
  other.words?.tellSaved(4)
  expect(one.others?.savedRevision).toBe(5)
  expect(other.others?.savedRevision).toBe(0)
})

test('who leaves is gone, and who left without a word is gone when asked for', () => {
  const [one, polite, crashed] = [opened('a'), opened('a'), opened('a')]
  polite.words?.close()
  expect(one.others?.isOpen).toBe(true)
  Channel.all.delete([...Channel.all].at(-1) as Channel)
  one.words?.greet()
  expect(one.others?.isOpen).toBe(false)
  expect(crashed.words).not.toBeNull()
})

test('words of another make are not understood and change nothing', () => {
  const one = opened('a')
  new Channel().postMessage({ says: 'saved', draft: 'a', tab: 'x', revision: 'many' })
  expect(one.others).toEqual({ isOpen: false, savedRevision: 0 })
})
