import { MksaPage, MksaReleases } from '@noskhe/national-wire/mksa'
import type { MksaDiagnosis, MksaDrug, MksaService, MksaServiceList, MksaSigTerm } from '@noskhe/national-wire/mksa'
import type { CodeKind } from '@noskhe/shared/terminology/code'
import type { Gateway } from '../gateway/gateway.ts'
import type { CodePage, Mksa, PublishedCode } from './port.ts'

const service = 'mksa'

export const mksaThrough = (gateway: Gateway): Mksa => ({
  async releases() {
    const reply = await gateway.get('mksa/releases', { service, reply: MksaReleases })
    return reply.map(({ release, publishedAt, lists }) => ({
      release, publishedAt, lists: lists.filter(({ count }) => count > 0).map(({ list }) => list),
    }))
  },

  async codes({ release, list, since, after }) {
    const query = { ...(since !== null && { since }), ...(after !== null && { after }) }
    const path = `mksa/releases/${encodeURIComponent(release)}/lists/${list}`
    return fromWire(await gateway.get(path, { service, reply: MksaPage, query }))
  },
})

function fromWire(page: MksaPage): CodePage {
  return { codes: publishedCodes(page), next: page.next }
}

function publishedCodes(page: MksaPage): PublishedCode[] {
  switch (page.list) {
    case 'drug':
      return page.codes.map(drug)
    case 'icd10':
      return page.codes.map(diagnosis)
    case 'sig':
      return page.codes.map(sigTerm)
    default:
      return page.codes.map((it) => serviceCode(page.list, it))
  }
}

const drug = (it: MksaDrug): PublishedCode => ({
  ...common(it),
  list: 'drug',
  shown: {
    ...titles('drug', it),
    strength: it.strength,
    form: it.formFa,
    route: it.routeFa,
    brands: [...it.brandsFa, ...it.brandsEn],
    atc: it.atc === '' ? null : it.atc,
    legalClass: it.legalClass,
    isCovered: it.insured,
  },
  aliases: { otherCodes: [it.irc], ingredients: [it.ingredientsEn, it.ingredientsFa], details: [it.formEn, it.routeEn] },
})

const serviceCode = (kind: MksaServiceList, it: MksaService): PublishedCode => ({
  ...common(it),
  list: kind,
  shown: {
    ...titles(kind, it), ...noDrug,
    // Nobody insures being of a specialty.
    isCovered: kind === 'specialty' ? null : it.insured,
    group: it.categoryFa,
    ...(it.needsTooth !== null && { needsTooth: it.needsTooth }),
  },
  aliases: { otherCodes: [it.localCode, ...(it.loinc === null ? [] : [it.loinc])], ingredients: it.synonyms, details: [] },
})

const diagnosis = (it: MksaDiagnosis): PublishedCode => ({
  ...common(it),
  list: 'icd10',
  shown: { ...titles('icd10', it), ...noDrug, isCovered: null },
  aliases: { otherCodes: [], ingredients: [], details: [] },
})

const sigTerm = (it: MksaSigTerm): PublishedCode => ({
  ...common(it),
  list: 'sig',
  term: { kind: it.kind, code: it.code, fa: it.titleFa, en: it.titleEn, timesPerDay: it.timesPerDay },
})

const common = ({ code, change }: MksaDiagnosis) => ({ code, isRetired: change === 'retired' })
const titles = (kind: CodeKind, { code, titleFa, titleEn }: MksaDiagnosis) => ({ kind, code, nameFa: titleFa, nameEn: titleEn })
const noDrug = { strength: '', form: '', route: '', brands: [], atc: null, legalClass: null }
