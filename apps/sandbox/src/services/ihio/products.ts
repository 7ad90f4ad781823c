import type { Drug } from '../../catalogue/drug.ts'
import { findDrug, findDrugByIrc, searchDrugs } from '../../catalogue/store.ts'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { findItem } from './item.ts'
import { citizenOf, partyOf } from './sessions.ts'

type Sessions = { cpartySessionId: string; citizenSessionId: string }
export type Search = Sessions & { searchClause: string; maxResultCount: number }

export const PAGE = 50

export const productEndpoints: Endpoints<
  | 'product/fetch' | 'product/search/irc/generic' | 'product/search/quick/irc'
  | 'product/search/quick/generic' | 'product/search/quick/combination' | 'product/irc/cofamily/fetch/generic'
> = {
  'product/fetch': {
    invalid: -21211,
    run(call, request) {
      requireSessions(call, request)
      const drug = findDrugByIrc(call.db, request.ircCode)
      if (drug === null) throw new Refusal(-21321, 'اطلاعات IRC نامعتبر است')
      return { genericCode: drug.genericCode }
    },
  },
  'product/search/irc/generic': {
    invalid: -3221,
    run(call, request) {
      requireSessions(call, request)
      const drug = findDrug(call.db, request.searchClause)
      if (drug === null) throw new Refusal(-3115, 'دارویی برای کد ژنریک ارسال‌شده یافت نشد')
      return [ircRow(drug)]
    },
  },
  'product/search/quick/irc': {
    invalid: -18241,
    run(call, request) {
      requireSessions(call, request)
      return found(drugsBy(call, request), -18116).map((drug) => ircRow(drug))
    },
  },
  'product/search/quick/generic': {
    invalid: -21211,
    run(call, request) {
      requireSessions(call, request)
      return drugsBy(call, request).map((drug) => genericRow(drug))
    },
  },
  'product/search/quick/combination': {
    invalid: -29201,
    run(call, request) {
      requireSessions(call, request)
      return found(drugsBy(call, request), -29115).map((drug) => (request.productType === 'G' ? genericRow(drug) : ircRow(drug)))
    },
  },
  'product/irc/cofamily/fetch/generic': {
    invalid: -21211,
    run(call, request) {
      requireSessions(call, request)
      const item = findItem(call.db, request.genCode)
      if (item === null) throw new Refusal(-21417, 'کد ژنریک یافت نشد')
      return [
        {
          isDefault: true,
          fullName: item.name,
          shortName: item.nameEn,
          nationalNumber: item.irc ?? item.genericCode,
          interfaceName: `${item.nameEn} (${item.genericCode})`,
          description: item.name,
          basePrice: item.basePrice,
          state: { isCovered: item.isCovered, shape: item.form ?? '' },
        },
      ]
    },
  },
}

export function requireSessions(call: Call, { cpartySessionId, citizenSessionId }: Sessions): void {
  citizenOf(call, partyOf(call, cpartySessionId), citizenSessionId)
}

export const drugsBy = ({ db }: Call, { searchClause, maxResultCount }: Search): Drug[] =>
  searchDrugs(db, searchClause, Math.min(maxResultCount, PAGE))

/** The rows, or the operation's number for none. */
export function found<T>(rows: T[], refusal: number): T[] {
  if (rows.length === 0) throw new Refusal(refusal, 'موردی یافت نشد')
  return rows
}

const names = (drug: Drug) => ({
  fullName: drug.nameFa,
  shortName: drug.nameEn,
  genericCode: drug.genericCode,
  interfaceName: `${drug.nameEn} (${drug.genericCode})`,
  description: `${drug.innEn} ${drug.formEn} ${drug.strength}`,
  NORepeat: 1,
  state: { isCovered: drug.isCovered, shape: drug.formEn },
})
export const genericRow = (drug: Drug) => ({ ...names(drug), nationalNumber: drug.genericCode })
const ircRow = (drug: Drug) => ({ ...names(drug), nationalNumber: drug.irc })
