import type { DatabaseSync } from 'node:sqlite'
import { findDrug, findDrugByIrc, findDrugOfAnyRelease, findService } from '../../catalogue/store.ts'
import type { Drug } from '../../catalogue/drug.ts'

/** What can be ordered or delivered, as the insurer's own list has it. */
export interface Item {
  kind: 'drug' | 'service'
  /** Five digits of a drug, six of a service. */
  genericCode: string
  /** Null for a service. */
  irc: string | null
  name: string
  nameEn: string
  form: string | null
  isCovered: boolean
  /** Rial, one unit. */
  basePrice: number
  maxCount: number | null
  needsDocument: boolean
  /** Whether each pack must be inquired before it is delivered. */
  needsPack: boolean
}

/** Reads a national number by its length: 5 generic drug, 6 service, 16 IRC. */
export function findItem(db: DatabaseSync, nationalNumber: string): Item | null {
  if (nationalNumber.length === 6) return serviceItem(db, nationalNumber)
  const drug = nationalNumber.length === 16 ? findDrugByIrc(db, nationalNumber) : findDrug(db, nationalNumber)
  return drug === null ? null : itemOf(drug)
}

/** As `findItem`, but a drug that left the list after it was ordered is still delivered. */
export function findDeliverable(db: DatabaseSync, nationalNumber: string): Item | null {
  const current = findItem(db, nationalNumber)
  if (current !== null || nationalNumber.length !== 5) return current
  const retired = findDrugOfAnyRelease(db, nationalNumber)
  return retired === null ? null : itemOf(retired)
}

export function itemOf(drug: Drug): Item {
  return {
    kind: 'drug',
    genericCode: drug.genericCode,
    irc: drug.irc,
    name: drug.nameFa,
    nameEn: drug.nameEn,
    form: drug.formEn,
    isCovered: drug.isCovered,
    basePrice: drug.basePrice,
    maxCount: drug.maxQuantity,
    needsDocument: drug.needsDocument,
    needsPack: drug.legalClass !== 'OTC',
  }
}

function serviceItem(db: DatabaseSync, code: string): Item | null {
  const service = findService(db, code)
  if (service === null) return null
  return {
    kind: 'service',
    genericCode: service.code,
    irc: null,
    name: service.nameFa,
    nameEn: service.nameEn,
    form: null,
    isCovered: service.isCovered,
    basePrice: service.basePrice,
    maxCount: service.maxQuantity,
    needsDocument: service.needsDocument,
    needsPack: false,
  }
}

/** `typeId` of a line: 3 pharmaceutical, 2 laboratory and imaging services. */
export const typeIdOf = (item: Item) => (item.kind === 'drug' ? 3 : 2)
