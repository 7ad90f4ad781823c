export { enqueue, type Enqueued } from './enqueue.ts'
export { type Kind, type Message, streamOf } from './message.ts'
export { countOf, findOfKind, type Kept, listFailed, listOfKind, makeDue, receiptBefore, type Undelivered } from './store.ts'
export { restAfter, startOutbox, type Tellers, type Told } from './worker.ts'
