import type { InfoOf } from '@noskhe/national-wire/ihio'
import type { ListedItem, PayerCatalogue, Refused } from '../port.ts'
import { refusedAs } from './answer.ts'
import type { Answer } from './answer.ts'
import { serviceTypeOf } from './item-type.ts'
import { itemCode } from './reading.ts'
import type { Sessions } from './sessions.ts'

type Row = NonNullable<InfoOf<'service/search/quick'>>[number] & { basePrice?: number | null | undefined; isDefault?: boolean | null | undefined }

/** The insurer's own lists of drugs and services. */
export function catalogue(sessions: Sessions): PayerCatalogue {
  async function genericOf({ irc, ...who }: Parameters<PayerCatalogue['genericOf']>[0]) {
    const answer = await sessions.forPatient('product/fetch', who, { ircCode: irc })
    if (answer.outcome === 'refused') return answer
    const genericCode = answer.info?.genericCode
    return genericCode ? { outcome: 'found' as const, genericCode } : noGeneric
  }

  return {
    genericOf,

    async searchDrugs({ text, by, of = 'generic', limit, ...who }) {
      const search = { searchClause: text, maxResultCount: limit }
      if (by === 'generic') return listOf(await sessions.forPatient('product/search/quick/generic', who, search))
      if (by === 'irc') return listOf(await sessions.forPatient('product/search/quick/irc', who, search))
      const productType = of === 'generic' ? 'G' : 'I'
      return listOf(await sessions.forPatient('product/search/quick/combination', who, { ...search, productType }))
    },

    async searchServices({ text, kind, limit, ...who }) {
      const search = { searchClause: text, serviceTypeId: serviceTypeOf[kind], maxResultCount: limit }
      return listOf(await sessions.forPatient('service/search/quick', who, search))
    },

    async productsOf({ genericCode, limit, ...who }) {
      return listOf(await sessions.forPatient('product/search/irc/generic', who, { searchClause: genericCode, maxResultCount: limit }))
    },

    async familyOf({ code, ...who }) {
      if (code.system === 'rvu') return listOf(await sessions.forPatient('service/cofamily/fetch/servicenn', who, { serviceNN: Number(code.value) }))
      const generic = code.system === 'generic' ? { outcome: 'found' as const, genericCode: code.value } : await genericOf({ ...who, irc: code.value })
      if (generic.outcome === 'refused') return generic
      return listOf(await sessions.forPatient('product/irc/cofamily/fetch/generic', who, { genCode: generic.genericCode }), generic.genericCode)
    },
  }
}

const noGeneric = refusedAs(
  ['not-found', 'بیمهٔ سلامت ژنریک این فرآورده را اعلام نکرد. کد IRC روی بسته را بازبینی کنید یا دارو را با نام ژنریک جست‌وجو کنید.'],
  'genericCode',
  '',
)

/** Nothing found is an empty list here, whatever number the operation has for it. `genericCode` is of all, where the rows tell none. */
function listOf(answer: Answer<readonly Row[] | null | undefined>, genericCode: string | null = null): { outcome: 'found'; items: ListedItem[] } | Refused {
  if (answer.outcome === 'refused') return answer.reason === 'not-found' ? { outcome: 'found', items: [] } : answer
  return { outcome: 'found', items: (answer.info ?? []).flatMap((row) => listed(row, genericCode)) }
}

/** A row without a number cannot be ordered and is left out. */
function listed(row: Row, genericCode: string | null): ListedItem[] {
  const code = itemCode(row.nationalNumber)
  if (code === null) return []
  return [
    {
      code,
      genericCode: row.genericCode ?? (code.system === 'generic' ? code.value : genericCode),
      name: row.fullName ?? row.description ?? '',
      shortName: row.shortName ?? '',
      form: row.state?.shape || null,
      isCovered: row.state?.isCovered ?? null,
      unitPrice: row.basePrice ?? null,
      isDefault: row.isDefault ?? false,
    },
  ]
}
