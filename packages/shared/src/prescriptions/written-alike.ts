import { ItemDraft, isDrug } from './item.ts'

/**
 * Whether all that is written of two items is the same, in whatever order it is kept: what a payer is told rests on nothing else, so
 * that its answer to the one is its answer to the other. Titles and what the national list says of a code are not written.
 */
export const isWrittenAlike = (one: ItemDraft, other: ItemDraft): boolean => JSON.stringify(written(one)) === JSON.stringify(written(other))

function written(item: ItemDraft): object {
  const it = ItemDraft.safeParse(item).data ?? item
  if (isDrug(it)) return { ...it, indication: it.indication?.code }
  return it.kind === 'dental' ? { ...it, needsTooth: undefined } : it
}
