import { Failure } from '@noskhe/shared/failure'
import { ItemDraft, WrittenItem } from '@noskhe/shared/prescriptions/item'
import type { OfferedItem } from '@noskhe/shared/favourites/favourite'
import type { Context } from '../../../context.ts'
import { listsFor } from '../save-draft.ts'
import { type Lists, writeContent } from '../write-items.ts'

const contentOf = (items: ItemDraft[]) => ({ items, diagnosisCode: null, noteToPatient: '' })

const written = (items: ItemDraft[], lists: Lists): WrittenItem[] =>
  writeContent(contentOf(items), lists).items.map((item) => WrittenItem.parse(item))

/**
 * Items as a prescription would hold them: named and read back by the national lists, checked by nobody.
 * @throws Failure `terminology.code-unknown` | `terminology.code-retired` | `terminology.not-loaded`
 */
export async function completeItems(context: Context, items: ItemDraft[]): Promise<WrittenItem[]> {
  return written(items, await listsFor(context, contentOf(items)))
}

/**
 * Items that were written before, as the lists name them today. One that could not be written today (its code or a code of
 * its directions was retired) keeps the words it had. @throws Failure `terminology.not-loaded`
 */
export async function renewItems(context: Context, items: readonly WrittenItem[]): Promise<OfferedItem[]> {
  const drafts = items.map((item) => ItemDraft.parse(item))
  const lists = await listsFor(context, contentOf(drafts))
  return items.map((item, place) => renewed(item, drafts.slice(place, place + 1), lists))
}

function renewed(item: WrittenItem, draft: ItemDraft[], lists: Lists): OfferedItem {
  try {
    const [current = item] = written(draft, lists)
    return { item: current, isCurrent: true }
  } catch (error) {
    if (!(error instanceof Failure && error.code.startsWith('terminology.code-'))) throw error
    return { item, isCurrent: false }
  }
}
