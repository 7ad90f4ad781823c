import { serviceLists } from '../../catalogue/code.ts'
import { servicesInForce } from '../../catalogue/store.ts'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { findItem, nationalNumber, titleOfService, typeOfService } from './item.ts'
import type { ServiceTypeId } from './item.ts'
import { PAGE, drugsBy, found, genericRow, requireSessions } from './products.ts'
import type { Search } from './products.ts'

/** The insurer's lists of services: MKSA's, under the insurer's own types. */
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

/** All services in force: some five hundred, so that reading them whole is cheaper than an index. */
const listed = ({ db }: Call): Listed[] =>
  servicesInForce(db, serviceLists)
    .map((it) => ({
      code: nationalNumber(it), typeId: typeOfService(it), nameFa: titleOfService(it), nameEn: it.nameEn, family: `${it.kind}:${it.category}`,
    }))
    .sort((a, b) => (a.nameEn < b.nameEn ? -1 : 1))

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
