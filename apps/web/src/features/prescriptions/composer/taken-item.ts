import type { WrittenItem } from '@noskhe/shared/prescriptions/item'
import { ComposerItem } from './draft.ts'

/** An item written before as one of this draft: under a key of its own, so that no answer about the earlier one counts for it. */
export const takenItem = (item: WrittenItem): ComposerItem => ComposerItem.parse({ ...item, key: crypto.randomUUID() })
