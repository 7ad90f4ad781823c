import type { ItemDraft } from '@noskhe/shared/prescriptions/item'
import { isWrittenAlike } from '@noskhe/shared/prescriptions/written-alike'

/** Whether two items are the same thing with the same directions, whatever their keys. */
export const areAlike = (one: ItemDraft, other: ItemDraft): boolean => isWrittenAlike(one, { ...other, key: one.key })
