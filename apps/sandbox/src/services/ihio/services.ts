import type { CatalogueService } from '../../catalogue/code.ts'
import * as z from 'zod'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { findItem, typeOfService } from './item.ts'
import { ownServices } from './own-services.ts'
import type { ServiceTypeId } from './own-services.ts'
import { PAGE, drugsBy, found, genericRow, requireSessions } from './products.ts'
import type { Search } from './products.ts'
import { all } from './rows.ts'

/** The insurer's lists of services: MKSA's paraclinical ones by kind, and its own of physician services and referrals. */
export const serviceEndpoints: Endpoints<'service/search/quick' | 'service/cofamily/fetch/servicenn'> = {
  'service/search/quick': {
    invalid: -20211,
    run(call, request) {
      requireSessions(call, request)
      if (request.serviceTypeId === 3) return found(drugsBy(call, request), -20401).map((drug) => genericRow(drug))
      return found(servicesBy(call, request), -20401).map((it) => ({ ...serviceRow(call, it), NORepeat: 1 }))
    },
  },

  'service/cofamily/fetch/servicenn': {
    invalid: -28221,
    run(call, request) {
      requireSessions(call, request)
      const code = String(request.serviceNN)
      const family = familyOf(call, code)
      if (family.length === 0) throw new Refusal(-28114, 'خدمت هم‌خانواده‌ای یافت نشد')
      return family.map((it) => ({ ...serviceRow(call, it), isDefault: it.code === code }))
    },
  },
}

interface Listed {
  code: string
  typeId: ServiceTypeId
  nameFa: string
  nameEn: string
  /** Services of one family stand in for each other on the insurer's form. */
  family: string
}

const Row = z.object({ detail: z.string() })

/** All services in force: some two hundred, so that reading them whole is cheaper than an index. */
function listed({ db }: Call): Listed[] {
  const rows = all(db, Row, `SELECT detail FROM catalogue_code WHERE list IN ('lab', 'imaging') AND until IS NULL ORDER BY name_en`)
  const shared = rows.map(({ detail }) => JSON.parse(detail) as CatalogueService)
  return [
    ...shared.map((it) => ({ code: it.code, typeId: typeOfService(it), nameFa: it.nameFa, nameEn: it.nameEn, family: `${it.kind}:${it.category}` })),
    ...ownServices.map((it) => ({ ...it, family: String(it.typeId) })),
  ]
}

function servicesBy(call: Call, { searchClause, maxResultCount, serviceTypeId }: Search & { serviceTypeId: number }): Listed[] {
  const words = searchClause.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return listed(call)
    .filter((it) => it.typeId === serviceTypeId)
    .filter((it) => words.every((word) => `${it.code} ${it.nameFa} ${it.nameEn}`.toLowerCase().includes(word)))
    .slice(0, Math.min(maxResultCount, PAGE))
}

function familyOf(call: Call, code: string): Listed[] {
  const services = listed(call)
  const family = services.find((it) => it.code === code)?.family
  return family === undefined ? [] : services.filter((it) => it.family === family).slice(0, PAGE)
}

const serviceRow = ({ db }: Call, { code, nameFa, nameEn }: Listed) => ({
  fullName: nameFa,
  shortName: nameEn,
  interfaceName: `${nameEn} (${code})`,
  description: nameFa,
  nationalNumber: code,
  state: { isCovered: findItem(db, code)?.isCovered ?? false },
})
