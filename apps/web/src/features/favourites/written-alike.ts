import { ItemDraft } from '@noskhe/shared/prescriptions/item'

const asWritten = (item: ItemDraft) => JSON.stringify({ ...ItemDraft.parse(item), key: null })

/** Whether two items are the same thing with the same directions, whatever their keys. */
export const areAlike = (one: ItemDraft, other: ItemDraft): boolean => asWritten(one) === asWritten(other)
