import type { AnalysisPoint, Charges, ServiceState } from '@noskhe/national-wire/insurer-rules'
import type { Drug } from '../../catalogue/drug.ts'
import { chargesOf } from './charges.ts'
import type { Kind, Rule, RuleOf } from './rule.ts'

/** Everything that a rule may ask about one service. */
export interface Subject {
  point: AnalysisPoint
  drug: Pick<Drug, 'nameFa' | 'atc' | 'isCovered' | 'maxQuantity' | 'needsDocument' | 'basePrice'>
  count: number
  /** Rial of one unit where it is sold; null before that. */
  unitPrice: number | null
  admission: 'outpatient' | 'inpatient'
  patient: { years: number; gender: 'male' | 'female'; hasFile: boolean }
  /** Code of thritaEHR.specialty of who asks. */
  specialty: string | null
  /** Whole days since the same generic was registered for her; null where it was not. */
  daysSinceSame: number | null
  isTwiceInClaim: boolean
  /** The same ingredient and strength in another plain form, covered, that costs least; null where none costs less. */
  cheaper: Pick<Drug, 'genericCode' | 'nameFa' | 'basePrice'> | null
  /** Units of this row that were given before. */
  givenBefore: number
  /** Whole days from hand-over to claim; null before a claim. */
  daysToClaim: number | null
}

export interface Finding {
  rule: Rule
  text: string
  proposed: Subject['cheaper']
}

export interface Verdict {
  state: ServiceState
  /** Units that the insurer answers for. */
  covered: number
  /** Null where no rule names a ceiling. */
  maxCovered: number | null
  charges: Charges
  findings: Finding[]
}

type Effect = Exclude<ServiceState, 'covered'>

interface Said {
  text: string
  effect?: Effect
  /** What a cost proposal proposes. */
  proposed?: NonNullable<Subject['cheaper']>
}

/** From the mildest to the gravest: the gravest names the state. */
const gravity: readonly ServiceState[] = ['covered', 'over-ceiling', 'needs-document', 'not-covered', 'rejected']

/** Puts one service to the rules that are in force, and works out who would pay what. */
export function judge(rules: readonly Rule[], subject: Subject): Verdict {
  const heard: (Said & { rule: Rule })[] = rules
    .filter((rule) => rule.points.includes(subject.point))
    .flatMap((rule) => {
      const said = sayOf(rule, subject)
      return said === null ? [] : [{ rule, ...said }]
    })
  const state = gravity.findLast((it) => heard.some(({ effect = 'covered' }) => effect === it)) ?? 'covered'
  const ceilings = rules.flatMap((rule) => (rule.kind === 'ceiling' && rule.points.includes(subject.point) ? (leftUnder(rule, subject) ?? []) : []))
  const maxCovered = ceilings.length === 0 ? null : Math.min(...ceilings)
  const covered = state === 'covered' ? subject.count : state === 'over-ceiling' ? Math.min(subject.count, maxCovered ?? 0) : 0
  const charges = chargesOf({
    count: subject.count, covered, unitPrice: subject.unitPrice, referencePrice: subject.drug.basePrice, patientPercent: patientPercent(rules, subject),
  })
  return { state, covered, maxCovered, charges, findings: heard.map(({ rule, text, proposed = null }) => ({ rule, text, proposed })) }
}

/** A rule speaks or is silent. */
function sayOf(rule: Rule, subject: Subject): Said | null {
  // The compiler does not see that a kind and its rule belong together.
  const say = sayings[rule.kind] as (rule: Rule, subject: Subject) => Said | null
  return say(rule, subject)
}

const sayings: { [K in Kind]: (rule: RuleOf<K>, subject: Subject) => Said | null } = {
  coverage: (_, { drug }) => (drug.isCovered ? null : { text: 'این دارو در فهرست تعهد نیست؛ همهٔ بهای آن با بیمار است.', effect: 'not-covered' }),

  ceiling(rule, subject) {
    const left = leftUnder(rule, subject)
    if (left === null || subject.count <= left) return null
    return { text: `سقف پوشش ${digits(left)} واحد است؛ بهای بقیه با بیمار است.`, effect: 'over-ceiling' }
  },

  specialty: ({ terms }, { drug, specialty }) =>
    !isAbout(terms.atc, drug) || (specialty !== null && terms.specialties.includes(specialty))
      ? null
      : { text: 'تجویز این دارو با تخصص شما در تعهد نیست. بیمار را به متخصص ارجاع دهید.', effect: 'rejected' },

  age: ({ terms }, { drug, patient }) =>
    !isAbout(terms.atc, drug) || patient.years >= terms.fromYears
      ? null
      : { text: `این دارو برای بیمار زیر ${digits(terms.fromYears)} سال پذیرفته نمی‌شود.`, effect: 'rejected' },

  sex: ({ terms }, { drug, patient }) =>
    !isAbout(terms.atc, drug) || patient.gender === terms.only
      ? null
      : { text: `این دارو تنها برای ${terms.only === 'female' ? 'زنان' : 'مردان'} پذیرفته می‌شود.`, effect: 'rejected' },

  duplicate({ terms }, { daysSinceSame, isTwiceInClaim }) {
    if (isTwiceInClaim) return { text: 'این دارو در همین نسخه یک بار دیگر آمده است.' }
    if (daysSinceSame === null || daysSinceSame >= terms.days) return null
    return { text: `این دارو در ${digits(terms.days)} روز گذشته برای این بیمار ثبت شده است.` }
  },

  document: (_, { drug, patient }) =>
    !drug.needsDocument || patient.hasFile ? null : { text: 'بیمار برای این دارو پروندهٔ تأییدشده ندارد.', effect: 'needs-document' },

  'reference-price': (_, { drug, unitPrice }) =>
    unitPrice === null || unitPrice <= drug.basePrice
      ? null
      : { text: `قیمت مرجع هر واحد ${digits(drug.basePrice)} ریال است؛ مابه‌التفاوت با بیمار است. با فرآوردهٔ هم‌قیمت مرجع، بیمار کمتر می‌پردازد.` },

  alternative: (_, { drug, cheaper }) =>
    cheaper === null
      ? null
      : { text: `${cheaper.nameFa} همین دارو و همین قدرت است و هر واحد آن ${digits(drug.basePrice - cheaper.basePrice)} ریال ارزان‌تر است.`, proposed: cheaper },

  share: ({ terms }, { admission }) => (admission === terms.admission ? { text: `سهم بیمار ${digits(terms.patientPercent)}٪ قیمت مرجع است.` } : null),

  'claim-delay': ({ terms }, { daysToClaim }) =>
    daysToClaim === null || daysToClaim <= terms.days
      ? null
      : { text: `از تحویل ${digits(daysToClaim)} روز گذشته است؛ مهلت ارسال اسناد ${digits(terms.days)} روز است.`, effect: 'rejected' },

  /** Spoken where a confirmation is shown, not here. */
  confirmation: () => null,
}

const isAbout = (prefixes: readonly string[], { atc }: Subject['drug']): boolean => prefixes.some((prefix) => atc.startsWith(prefix))

function leftUnder({ terms }: RuleOf<'ceiling'>, { drug, givenBefore }: Subject): number | null {
  if (terms.atc !== null && !isAbout(terms.atc, drug)) return null
  const most = terms.most ?? drug.maxQuantity
  return most === null ? null : Math.max(0, most - givenBefore)
}

/** Where no rule tells the share, nobody but the patient is known to pay. */
const patientPercent = (rules: readonly Rule[], { admission }: Subject): number =>
  rules.find((it): it is RuleOf<'share'> => it.kind === 'share' && it.terms.admission === admission)?.terms.patientPercent ?? 100

const digits = (number: number): string => number.toLocaleString('fa-IR')
