import { isDrug } from '@noskhe/shared/prescriptions/item'
import { unitOf } from '@noskhe/shared/prescriptions/directions/units'
import type { ItemChange } from '@noskhe/shared/rules/finding'
import { searchCodes } from '@noskhe/shared/terminology/contract'
import type { Code } from '@noskhe/shared/terminology/code'
import { call } from '../../../api/call.ts'
import type { ComposerDrug } from './draft.ts'
import type { DraftInHand } from './use-draft.ts'

interface Desk extends Pick<DraftInHand, 'draft' | 'dispatch'> {
  /** Opens an item whose amounts are to be said anew; the draft stays as it is until she has said them. */
  toFinish: (item: ComposerDrug) => void
}

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

/**
 * Another drug by its name in the national list, with the same directions where one of it is as much as one of the other; else its
 * amounts are asked for. Where the list cannot be read nothing changes.
 */
async function exchange({ dispatch, toFinish }: Desk, item: ComposerDrug, code: string): Promise<void> {
  const { hits } = await call(searchCodes, { query: code, kinds: 'drug' }).catch(() => ({ hits: [] }))
  const drug = hits.find((hit) => hit.code === code)
  if (!drug) return
  if (drug.form === item.form && drug.strength === item.strength) dispatch({ do: 'replace', item: { ...item, ...named(drug) } })
  else toFinish(withoutAmounts(item, drug))
}

const named = ({ code, nameFa: fa, nameEn: en, strength, form }: Code) => ({ code, name: { fa, en }, strength, form })

function withoutAmounts({ byTime: _byTime, then: _then, mostPerDay: _most, ...item }: ComposerDrug, drug: Code): ComposerDrug {
  return { ...item, ...named(drug), doseUnit: unitOf(drug.form, drug.strength), dose: '', quantity: null }
}
