import { downloadCodes } from '@noskhe/shared/terminology/contract'
import { createStore, get, set } from 'idb-keyval'
import { call } from '../../../api/call.ts'
import { DeviceIndex, type KeptLists } from './device-index.ts'
import type { Answered, Asked } from './messages.ts'

// A thread of its own: building an index of tens of thousands of codes must not hold up a keystroke.

const KEY = 'lists'
const store = createStore('noskhe-codes', 'lists')

const index = new DeviceIndex(
  { read: () => get<KeptLists>(KEY, store), write: (kept) => set(KEY, kept, store) },
  (asked) => call(downloadCodes, asked, { isBackground: true }),
)

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  // A browser without storage, or a server that is away while lists are fetched: there is nothing kept, and that is the answer.
  void answer(data).catch(() => null).then((found) => self.postMessage({ id: data.id, found } satisfies Answered))
})

async function answer(asked: Asked): Promise<Answered['found']> {
  if (asked.do === 'search') return index.search(asked.query, asked.kinds, asked.limit)
  await index.keep(asked.release)
  return null
}
