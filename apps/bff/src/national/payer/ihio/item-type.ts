import type { RequestOf } from '@noskhe/national-wire/ihio'
import type { ItemCode, ItemKind } from '../port.ts'

type ServiceType = RequestOf<'service/search/quick'>['serviceTypeId']

/** The list in which a kind stands. Imaging has no number of its own and stands with the laboratory. */
export const serviceTypeOf: Readonly<Record<ItemKind, ServiceType>> = {
  lab: 2, imaging: 2, drug: 3, physiotherapy: 4, 'physician-service': 5, referral: 6,
}

export const REFERRAL_TYPE = serviceTypeOf.referral

const kinds: Readonly<Record<number, ItemKind>> = { 3: 'drug', 4: 'physiotherapy', 5: 'physician-service', 6: 'referral' }

/** The kind behind a `typeId`; nothing where it could be two (2: laboratory or imaging) or is not published. */
export function kindOf(typeId: number | null | undefined): { kind?: ItemKind } {
  const kind = kinds[typeId ?? 0]
  return kind === undefined ? {} : { kind }
}

/** `type` of an item as the wire package documents it. */
export const itemTypeOf = ({ code, kind }: { code: ItemCode; kind?: ItemKind }): 'PRODUCT' | 'SERVICE' =>
  (kind === undefined ? code.system === 'rvu' : kind !== 'drug') ? 'SERVICE' : 'PRODUCT'
