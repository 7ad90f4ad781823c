import type { OfferedItem } from '@noskhe/shared/favourites/favourite'
import type { WrittenItem } from '@noskhe/shared/prescriptions/item'
import { ItemLine } from './item-line.tsx'
import { useFavourites, useRecall } from './queries.ts'
import { words } from './words.ts'
import { areAlike } from './written-alike.ts'

interface Written {
  kind: WrittenItem['kind']
  code: string
}

/**
 * What an empty search box offers: pinned, of this patient's last prescription, usual for the diagnosis, of late; each item
 * once, and nothing that is in the draft already or cannot be prescribed any more.
 */
export function useOffers(it: { id: string; diagnosisCode: string | null; inDraft: readonly Written[] }, onTake: (item: WrittenItem) => void) {
  const pinned = useFavourites().data?.pinned ?? []
  const { recent = [], usual = [], earlier = [] } = useRecall(it).data ?? {}
  const sections: readonly (readonly [string, readonly OfferedItem[]])[] = [
    [words.ofPinned, pinned],
    [words.ofPatient, earlier[0]?.items ?? []],
    [words.ofDiagnosis, usual],
    [words.ofLate, recent],
  ]
  const isWritten = ({ kind, code }: Written) => it.inDraft.some((other) => other.kind === kind && other.code === code)
  const offers: { section: string; item: WrittenItem }[] = []
  for (const [section, items] of sections) {
    for (const { item, isCurrent } of items) {
      if (isCurrent && !isWritten(item) && !offers.some((other) => areAlike(other.item, item))) offers.push({ section, item })
    }
  }
  return offers.map(({ section, item }) => ({ key: `${section} ${item.key}`, section, row: <ItemLine item={item} />, take: () => onTake(item) }))
}
