import type { DatabaseSync } from 'node:sqlite'
import { findDrug, findDrugByIrc, findDrugOfAnyRelease, findService } from '../../catalogue/store.ts'
import type { CatalogueService } from '../../catalogue/code.ts'
import type { Drug } from '../../catalogue/drug.ts'
import { findOwnService } from './own-services.ts'
import type { OwnService, ServiceTypeId } from './own-services.ts'


/** What can be ordered or delivered, as the insurer's own list has it. */
export interface Item {
  kind: 'drug' | 'service'
  typeId: ServiceTypeId
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
    typeId: 3,
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
  const listed = findService(db, code)
  if (listed !== null) return itemOfService(listed)
  const own = findOwnService(code)
  return own === null ? null : itemOfOwn(own)
}

/** The contract has no number for imaging; it goes with the laboratory, as both are called paraclinical. */
export const typeOfService = ({ category }: CatalogueService): ServiceTypeId => (category === 'physio' || category === 'rehab' ? 4 : 2)

const itemOfService = (service: CatalogueService): Item => ({
  ...unlicensed,
  typeId: typeOfService(service),
  genericCode: service.code,
  name: service.nameFa,
  nameEn: service.nameEn,
  isCovered: service.isCovered,
  basePrice: service.basePrice,
  maxCount: service.maxQuantity,
  needsDocument: service.needsDocument,
})

const itemOfOwn = (service: OwnService): Item => ({
  ...unlicensed,
  typeId: service.typeId,
  genericCode: service.code,
  name: service.nameFa,
  nameEn: service.nameEn,
  isCovered: true,
  basePrice: service.basePrice,
  maxCount: service.maxCount,
  needsDocument: false,
})

/** No service has a licence, a form or packs. */
const unlicensed = { kind: 'service', irc: null, form: null, needsPack: false } as const
