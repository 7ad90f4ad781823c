import type { DatabaseSync } from 'node:sqlite'
import { findDrug, findDrugByIrc, findDrugOfAnyRelease, findService } from '../../catalogue/store.ts'
import type { CatalogueService } from '../../catalogue/code.ts'
import type { Drug } from '../../catalogue/drug.ts'

/** 2 laboratory and imaging, 3 pharmaceutical, 4 physiotherapy, 5 physician services, 6 referral. */
export type ServiceTypeId = 2 | 3 | 4 | 5 | 6

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
  return listed === null || nationalNumber(listed) !== code ? null : itemOfService(listed)
}

/**
 * The contract has no number for imaging, which goes with the laboratory, as both are called paraclinical; nor for dentistry,
 * nursing and devices: that they stand among the physician services is our reading.
 */
const types: Readonly<Record<CatalogueService['kind'], ServiceTypeId>> = {
  lab: 2, imaging: 2, physiotherapy: 4, 'physician-service': 5, dental: 5, nursing: 5, device: 5, specialty: 6,
}
export const typeOfService = ({ kind }: CatalogueService): ServiceTypeId => types[kind]

/** A referral is ordered by its own number, not by the specialty's. */
export const nationalNumber = ({ kind, code, localCode }: CatalogueService): string => (kind === 'specialty' ? localCode : code)

export const titleOfService = ({ kind, nameFa }: CatalogueService): string => (kind === 'specialty' ? `ارجاع به ${nameFa}` : nameFa)

const itemOfService = (service: CatalogueService): Item => ({
  ...unlicensed,
  typeId: typeOfService(service),
  genericCode: nationalNumber(service),
  name: titleOfService(service),
  nameEn: service.nameEn,
  isCovered: service.isCovered,
  basePrice: service.basePrice,
  maxCount: service.kind === 'specialty' ? 1 : service.maxQuantity,
  needsDocument: service.needsDocument,
})

/** No service has a licence, a form or packs. */
const unlicensed = { kind: 'service', irc: null, form: null, needsPack: false } as const
