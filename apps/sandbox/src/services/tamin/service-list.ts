import type { DatabaseSync } from 'node:sqlite'
import { insuranceStatus } from '@noskhe/national-wire/tamin/lists'
import { laboratoryGroup, serviceType } from '@noskhe/national-wire/tamin/codes'
import type { CatalogueService } from '../../catalogue/code.ts'
import { servicesInForce } from '../../catalogue/store.ts'
import { transaction } from '../../database.ts'

/** What the catalogue calls a category, as Tamin types it. */
const typeOfCategory: Readonly<Record<string, string>> = {
  xray: serviceType.radiology, mammo: serviceType.radiology, us: serviceType.ultrasound, doppler: serviceType.ultrasound, ct: serviceType.ct,
  mri: serviceType.mri, nuclear: serviceType.nuclear, ent: serviceType.audiometry, dxa: serviceType.densitometry,
}

/** Devices have no type in the guide: that they are ordered like a medical service is our reading. */
const typeOfKind: Partial<Record<CatalogueService['kind'], string>> = {
  lab: serviceType.laboratory, 'physician-service': serviceType.medical, dental: serviceType.medical, device: serviceType.medical,
  nursing: serviceType.nursing,
}

function srvTypeOf({ kind, category }: CatalogueService): string {
  if (kind === 'physiotherapy') return category === 'rehab' ? serviceType.speech : serviceType.physiotherapy
  return typeOfKind[kind] ?? typeOfCategory[category] ?? serviceType.procedure
}

const groupOf = ({ kind, category }: CatalogueService): string | null =>
  kind !== 'lab' ? null : category === 'patho' ? laboratoryGroup.pathology : laboratoryGroup.diagnostics

/** Numbers under which Tamin's examples know some of them. */
const knownNumbers = new Map([
  ['690001', '300001'], ['690002', '300002'], ['690003', '300003'], ['690004', '300004'], ['690005', '300005'],
  ['900710', '300011'], ['691002', '300012'], ['691003', '300013'], ['692001', '300021'], ['692002', '300022'],
])

/** Specialties are a list of another kind there. In this order, so that a list that comes later moves no number. */
const listed = [['imaging', 'lab'], ['dental', 'device', 'nursing', 'physician-service', 'physiotherapy']] as const

const FIRST_NUMBER = 200_001
const USUAL_SHARE = 70

/** Every service of the catalogue that Tamin does not have yet, under a number of Tamin's. Idempotent. */
export function seedServices(db: DatabaseSync): void {
  const isThere = db.prepare('SELECT 1 FROM tamin_service WHERE national_code = ?')
  const insert = db.prepare('INSERT INTO tamin_service VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const highest = db.prepare(`SELECT max(ws_code) AS number FROM tamin_service WHERE ws_code < '300000'`).get()?.['number']
  let next = typeof highest !== 'string' ? FIRST_NUMBER : Number(highest) + 1
  transaction(db, () => {
    for (const it of listed.flatMap((lists) => servicesInForce(db, lists))) {
      if (isThere.get(it.code) !== undefined) continue
      insert.run(
        knownNumbers.get(it.code) ?? String(next++), srvTypeOf(it), it.code, it.nameFa, groupOf(it),
        it.needsTooth === null ? null : Number(it.needsTooth),
        it.isCovered ? insuranceStatus.insured : insuranceStatus.notInsured, Number(it.needsDocument), it.maxQuantity, it.basePrice,
        it.isCovered ? USUAL_SHARE : 0,
      )
    }
  })
}
