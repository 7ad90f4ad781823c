import type { DatabaseSync } from 'node:sqlite'
import { insuranceStatus } from '@noskhe/national-wire/tamin/lists'
import { laboratoryGroup, serviceType } from '@noskhe/national-wire/tamin/codes'
import type { CatalogueService } from '../../catalogue/code.ts'
import { transaction } from '../../database.ts'

/** What the catalogue calls a kind of service, as Tamin types it. */
const typeOfCategory: Readonly<Record<string, string>> = {
  xray: serviceType.radiology, mammo: serviceType.radiology, us: serviceType.ultrasound, doppler: serviceType.ultrasound, ct: serviceType.ct,
  mri: serviceType.mri, nuclear: serviceType.nuclear, ent: serviceType.audiometry, rehab: serviceType.speech, physio: serviceType.physiotherapy,
  dxa: serviceType.densitometry,
}

const srvTypeOf = ({ kind, category }: CatalogueService): string =>
  kind === 'lab' ? serviceType.laboratory : (typeOfCategory[category] ?? serviceType.procedure)

const groupOf = ({ kind, category }: CatalogueService): string | null =>
  kind !== 'lab' ? null : category === 'patho' ? laboratoryGroup.pathology : laboratoryGroup.diagnostics

interface OwnService {
  code: string
  national: string
  name: string
  price: number
  srvType?: string
  needsTooth?: boolean
  isInsured?: boolean
}

/** Services that no list of the catalogue has: synthetic, but for the electrocardiogram's national code. */
const ownServices: readonly OwnService[] = [
  { code: '300001', national: '690001', name: 'معاینه و طرح درمان دندان‌پزشکی', price: 1_150_000, needsTooth: false },
  { code: '300002', national: '690002', name: 'جرم‌گیری یک فک', price: 2_900_000, needsTooth: false },
  { code: '300003', national: '690003', name: 'کشیدن دندان', price: 2_400_000, needsTooth: true },
  { code: '300004', national: '690004', name: 'ترمیم یک‌سطحی با آمالگام', price: 3_100_000, needsTooth: true },
  { code: '300005', national: '690005', name: 'درمان ریشهٔ یک‌کاناله', price: 6_800_000, needsTooth: true, isInsured: false },
  { code: '300011', national: '900710', name: 'نوار قلب با تفسیر', price: 980_000 },
  { code: '300012', national: '691002', name: 'بخیهٔ زخم سطحی', price: 1_900_000 },
  { code: '300013', national: '691003', name: 'پانسمان', price: 760_000 },
  { code: '300021', national: '692001', name: 'تزریق عضلانی', price: 310_000, srvType: serviceType.nursing },
  { code: '300022', national: '692002', name: 'سرم‌درمانی', price: 890_000, srvType: serviceType.nursing },
]

const CATALOGUE_FROM = 200_001
const USUAL_SHARE = 70

/** Every laboratory, imaging and rehabilitation service of the catalogue under a code of Tamin's, and Tamin's own. Idempotent. */
export function seedServices(db: DatabaseSync): void {
  if (db.prepare('SELECT 1 FROM tamin_service LIMIT 1').get() !== undefined) return
  const insert = db.prepare('INSERT INTO tamin_service VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const listed = db.prepare(`SELECT detail FROM catalogue_code WHERE list IN ('lab', 'imaging') AND until IS NULL ORDER BY list, code`).all()
  transaction(db, () => {
    for (const [rank, row] of listed.entries()) {
      const it = JSON.parse(String(row['detail'])) as CatalogueService
      insert.run(
        String(CATALOGUE_FROM + rank), srvTypeOf(it), it.code, it.nameFa, groupOf(it), null,
        it.isCovered ? insuranceStatus.insured : insuranceStatus.notInsured, Number(it.needsDocument), it.maxQuantity, it.basePrice,
        it.isCovered ? USUAL_SHARE : 0,
      )
    }
    for (const { code, national, name, price, srvType = serviceType.medical, needsTooth, isInsured = true } of ownServices) {
      insert.run(
        code, srvType, national, name, null, needsTooth === undefined ? null : Number(needsTooth),
        isInsured ? insuranceStatus.insured : insuranceStatus.notInsured, 0, null, price, isInsured ? USUAL_SHARE : 0,
      )
    }
  })
}
