import { isDrug } from '@noskhe/shared/prescriptions/item'
import { unitOf } from '@noskhe/shared/prescriptions/directions/units'
import type { ItemChange } from '@noskhe/shared/rules/finding'
import { searchCodes } from '@noskhe/shared/terminology/contract'
import { call } from '../../../api/call.ts'
import type { DraftInHand } from './use-draft.ts'

type Desk = Pick<DraftInHand, 'draft' | 'dispatch'>

/** Makes the changes of a suggestion to the draft; an item that is gone meanwhile is left gone. */
export function dispatchChanges(desk: Desk, changes: readonly ItemChange[]): void {
  const { draft, dispatch } = desk
  for (const change of changes) {
    const item = draft.items.find(({ key }) => key === change.key)
    if (!item) continue
    if (change.do === 'remove') dispatch({ do: 'remove', key: change.key })
    else if (!isDrug(item)) continue
    else if (change.do === 'dose') dispatch({ do: 'replace', item: { ...item, dose: change.dose } })
    else void exchange(desk, item, change.code)
  }
}

/** Another drug with the same directions, by its name in the national list; where that cannot be read nothing changes. */
async function exchange({ dispatch }: Desk, item: Extract<Desk['draft']['items'][number], { kind: 'drug' }>, code: string): Promise<void> {
  const { hits } = await call(searchCodes, { query: code, kinds: 'drug' }).catch(() => ({ hits: [] }))
  const drug = hits.find((hit) => hit.code === code)
  if (!drug) return
  const { nameFa: fa, nameEn: en, strength, form } = drug
  dispatch({ do: 'replace', item: { ...item, code, name: { fa, en }, strength, form, doseUnit: unitOf(form) } })
}
