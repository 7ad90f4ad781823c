import type { DatabaseSync } from 'node:sqlite'
import type { FormularyRow } from '@noskhe/national-wire/tamin/lists'
import { insuranceStatus } from '@noskhe/national-wire/tamin/lists'
import type { Drug } from '../../catalogue/drug.ts'
import { all, transaction } from '../../database.ts'
import { Item } from './rows.ts'

/** A prime above every rank of the catalogue, so that the multiplication gives each generic another four digits. */
const CODES = 9_973
const STEP = 7
const OFFSET = 1_210
const GENERICS_FROM = 90_000

/** Terms that the sandbox's Social Security makes up for a drug; null for one that has no code of its own there. */
export function termsOf(drug: Drug): Omit<Item, 'name' | 'form' | 'generic_code' | 'srv_type' | 'par_group' | 'needs_tooth'> | null {
  const rank = Number(drug.genericCode) - GENERICS_FROM
  if (!drug.isCovered && rank % 3 === 0) return null
  const isSubsidyOnly = !drug.isCovered && rank % 3 === 1
  const subsidy = isSubsidyOnly || (drug.isCovered && rank % 4 === 0) ? Math.round((drug.basePrice * 0.18) / 100) * 100 : 0
  return {
    ws_code: `0${String((rank * STEP + OFFSET) % CODES).padStart(4, '0')}`,
    status: drug.isCovered ? insuranceStatus.insured : isSubsidyOnly ? insuranceStatus.subsidyOnly : insuranceStatus.notInsured,
    // Intravenous fluids and anaesthetics.
    hospital_only: /^(B05BB|N01A)/.test(drug.atc),
    file_required: drug.needsDocument,
    max_prescription: drug.maxQuantity,
    barcode_required: drug.legalClass !== 'OTC',
    price: drug.basePrice - subsidy,
    share: shareOf(drug),
    subsidy,
  }
}

/** 100 for cancer, 90 for what a file is wanted for, 70 for the rest that is insured. */
function shareOf({ isCovered, atc, needsDocument }: Drug): number {
  if (!isCovered) return 0
  if (atc.startsWith('L01')) return 100
  return needsDocument ? 90 : 70
}

/** The table from generic codes to Tamin's own, made once of the catalogue in force. */
export function seedFormulary(db: DatabaseSync): void {
  if (db.prepare('SELECT 1 FROM tamin_drug LIMIT 1').get() !== undefined) return
  const insert = db.prepare('INSERT INTO tamin_drug VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  transaction(db, () => {
    for (const row of db.prepare(`SELECT detail FROM catalogue_code WHERE list = 'drug' AND until IS NULL ORDER BY code`).all()) {
      const drug = JSON.parse(String(row['detail'])) as Drug
      const it = termsOf(drug)
      if (it === null) continue
      insert.run(
        it.ws_code, drug.genericCode, drug.nameFa, drug.formFa, it.status, Number(it.hospital_only), Number(it.file_required), it.max_prescription,
        Number(it.barcode_required), it.price, it.share, it.subsidy,
      )
    }
  })
}

/** Drugs and services of one type; of every type where none is named. */
export const formulary = (db: DatabaseSync, srvType: string | null): FormularyRow[] =>
  all(db, Item, 'SELECT * FROM tamin_item WHERE ? IN (srv_type, \'\') ORDER BY ws_code', srvType ?? '').map(toWire)

export const itemOnWire = (it: Item) => ({
  srvType: it.srv_type, wsSrvCode: it.ws_code, srvName: it.name, gSrvCode: it.generic_code, formDes: it.form, parGrpCode: it.par_group,
  priceWithoutSubsidy: it.price,
})

const toWire = (it: Item): FormularyRow => ({
  ...itemOnWire(it),
  needsTooth: it.needs_tooth,
  insuranceStatus: it.status,
  hospitalOnly: it.hospital_only,
  fileRequired: it.file_required,
  maxPrescription: it.max_prescription,
  barcodeRequired: it.barcode_required,
  organisationShare: it.share,
  governmentSubsidy: it.subsidy,
  acceptedTotalPrice: it.price + it.subsidy,
})
