import { isDrug } from '@noskhe/shared/prescriptions/item'
import type { ItemChange } from '@noskhe/shared/rules/finding'
import type { DraftInHand } from './use-draft.ts'

/** Makes the changes of a suggestion to the draft; an item that is gone meanwhile is left gone. */
export function dispatchChanges({ draft, dispatch }: Pick<DraftInHand, 'draft' | 'dispatch'>, changes: readonly ItemChange[]): void {
  for (const change of changes) {
    const item = draft.items.find(({ key }) => key === change.key)
    if (!item) continue
    if (change.do === 'remove') dispatch({ do: 'remove', key: change.key })
    else if (change.do === 'dose' && isDrug(item)) dispatch({ do: 'replace', item: { ...item, dose: change.dose } })
  }
}
