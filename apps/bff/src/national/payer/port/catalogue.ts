import type { PayerCall, Refused } from './call.ts'
import type { ItemCode, ItemKind } from './item.ts'

/** One hit of the insurer's own list. */
export interface ListedItem {
  code: ItemCode
  /** The generic that a licensed product belongs to; null where the insurer does not tell it. */
  genericCode: string | null
  name: string
  shortName: string
  form: string | null
  /** Null where the insurer does not say. */
  isCovered: boolean | null
  /** Reference price of one unit; null where the insurer does not say. */
  unitPrice: number | null
  /** The one that the insurer takes where only the family is named. */
  isDefault: boolean
}

type Listed = { outcome: 'found'; items: ListedItem[] } | Refused

/** The insurer's own lists. An empty list is an answer; the product's own search runs on MKSA's codes. */
export interface PayerCatalogue {
  /** `combination` looks within the whole name (drug, form, strength); `of` says what to list of what it finds. */
  searchDrugs(call: PayerCall & { text: string; by: 'generic' | 'irc' | 'combination'; of?: 'generic' | 'irc'; limit: number }): Promise<Listed>
  searchServices(call: PayerCall & { text: string; kind: ItemKind; limit: number }): Promise<Listed>
  /** The licensed products of a generic. */
  productsOf(call: PayerCall & { genericCode: string; limit: number }): Promise<Listed>
  /** What may stand in for an item: products of the same generic with their prices, or services of the same family. */
  familyOf(call: PayerCall & { code: ItemCode }): Promise<Listed>
  /** The generic of a licensed product; refused with `not-found` where the insurer does not know it. */
  genericOf(call: PayerCall & { irc: string }): Promise<{ outcome: 'found'; genericCode: string } | Refused>
}
