import { parseJalali } from '../../calendar.ts'
import { type About, type ByTime, type Said, type SaidStep, type Term, type TimeOfDay, frequencyOf } from './said.ts'
import { spell } from './spelling.ts'
import { doseHolding } from './strength.ts'
import { isCounted, isOneUnsaid, mostAtATime, organOf, unitNamed, unitOf, unitSpellings } from './units.ts'

/** A step as it is being read: «صبح و شب» waits for the amount, which may come later in the line. */
export type SteppingSaid = SaidStep & { atTimes?: TimeOfDay[] }
/** What one phrase says. */
export type Phrase = SteppingSaid & Omit<Said, keyof SaidStep | 'then'>

/** What has been read of the line so far. */
export interface Reader extends About {
  step: SteppingSaid
  /** Amount and unit of the steps before. */
  unit: string | undefined
}

/**
 * A shape of words and what it says. `null`: not these words after all, others may fit; `refused`: these words, and they cannot stand
 * here, so that nobody else may read a part of them.
 */
export interface Rule {
  pattern: RegExp
  take: (match: RegExpExecArray, reader: Reader) => Phrase | 'refused' | null
}

const rule = (pattern: string, take: Rule['take']): Rule => ({ pattern: new RegExp(`(?:${pattern})(?![\\p{L}\\d]|[./+\\-–]\\d)`, 'yu'), take })
const says = (pattern: string, phrase: Phrase): Rule => rule(pattern, () => phrase)
const instructs = (pattern: string, code: string): Rule => rule(pattern, (_, reader) => instruction(reader, code))
const happens = (pattern: string, code: string): Rule => rule(pattern, (_, reader) => byCode(reader, code))

const units = unitSpellings.join('|')
const amount = '\\d+(?:\\.\\d+)?(?:/\\d+)?'
const dayTime = 'صبح ?ها|صبح|ظهر ?ها|ظهر|عصر ?ها|عصر|شب ?ها|شب|mane|noon|evening|nocte'
const bout = '(?:بار|مرتبه|نوبت|دفعه|وعده)'
const aDay = '(?:در|هر) ?(?:روز|24 ساعت)|روزانه|per day|a day|/ ?d(?:ay)?'
const prn = 'در صورت نیاز|در صورت لزوم|عند ?اللزوم|prn|sos'
const complaints =
  'درد|تب|سردرد|سر درد|تهوع|استفراغ|سرفه|خارش|اضطراب|بی خوابی|اسهال|یبوست|تنگی نفس|سوزش معده|سرگیجه|آلرژی|دل درد|گرفتگی بینی|pain|fever|headache|nausea|cough|itch|itching|anxiety|insomnia|sob'
const complaintWord: Record<string, string> = {
  pain: 'درد', fever: 'تب', headache: 'سردرد', 'سر درد': 'سردرد', nausea: 'تهوع', cough: 'سرفه', itch: 'خارش', itching: 'خارش', anxiety: 'اضطراب',
  insomnia: 'بی‌خوابی', 'بی خوابی': 'بی‌خوابی', sob: 'تنگی نفس',
}
const free = '[\\p{Script=Arabic}a-z]+(?: [\\p{Script=Arabic}a-z]+){0,7}'

/** Of the phrases that fit at a place the longest counts, of equals the first. */
export const rules: readonly Rule[] = [
  // How many to dispense, how often the whole is repeated, from which day.
  rule('# ?(\\d{1,4})|تعداد (\\d{1,4})(?: عدد)?', ([, hash, count]) => whole(hash ?? count)),
  rule('(\\d{1,3}) ?(شیشه|بطری|تیوب|بسته|جعبه|bottles?|tubes?|box(?:es)?)', ([, count], { form }) => (isCounted(unitOf(form)) ? 'refused' : whole(count))),
  rule('(\\d{1,2}) ?(?:قلم|pens?)', ([, count], { step }) => (step.dose !== undefined || step.byTime !== undefined ? whole(count) : null)),
  rule('(\\d{1,4}) ?عدد', ([, count], { step }) => (step.dose === undefined && step.byTime === undefined ? null : whole(count))),
  rule('(?:تکرار|repeats?|rep|refill) ?(\\d{1,2})|(\\d{1,2}) ?نوبت تکرار', ([, first, second]) => repeated(Number(first ?? second))),
  rule('(?:از|from) ?(1[34]\\d\\d)[/-](\\d{1,2})[/-](\\d{1,2})', ([, year, month = '', day = '']) => fromDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)),
  says('جایگزین نشود|بدون جایگزین|no sub(?:stitution)?|daw', { noSubstitution: true }),

  // How much and how often in one.
  rule(`(${amount}) ?(${units})? ?x ?(\\d)`, ([, dose, unit, times], reader) => join(amountOf(dose, unit, reader), timesADay(reader, Number(times)))),
  rule('x ?(\\d)', ([, times], reader) => timesADay(reader, Number(times))),
  rule('x ?(\\d{1,3}) ?(?:d|days?|روز)', ([, count]) => days(count, 1)),
  rule(`(?:${amount}) ?([+\\-]) ?(?:${amount}) ?\\1 ?(?:${amount})(?: ?\\1 ?(?:${amount}))?(?: ?(${units}))?`, plusLine),
  rule(`(?:(?:${dayTime}) ?(?:${amount})(?: ?(?:${units}))?(?: ?(?:;|و) ?| )?){2,4}(?<! |;)`, (match, reader) => timeFirst(match[0], reader)),
  rule(`(?:(?:${amount})(?: ?(?:${units}))? ?(?:${dayTime})(?: ?(?:;|و) ?| )?){2,4}(?<! |;)`, (match, reader) => amountFirst(match[0], reader)),
  rule(`(?:هر )?(?:${dayTime})(?:(?: ?;)?(?: و)? (?:هر )?(?:${dayTime})){1,3}`, ([words]) => ({ atTimes: timesIn(words) })),
  rule(`(?:هر )?(ظهر ?ها|ظهر|عصر ?ها|عصر)`, ([words]) => ({ atTimes: timesIn(words) })),
  // «۵ شب» may be five at night, or five nights.
  rule(`\\d+ شب`, () => 'refused'),

  // How often.
  rule('(?:هر|q) ?(\\d{1,2}) ?(?:ساعت(?: (?:1 بار|یکبار))?|hours?|hr?)?', ([, hours], reader) => byCode(reader, `Q${hours}H`) ?? (Number(hours) === 24 ? timesADay(reader, 1) : 'refused')),
  rule(`روزی (\\d)(?: ?${bout})?|(?:روزانه|در روز) (\\d) ?${bout}`, ([, times, other], reader) => timesADay(reader, Number(times ?? other))),
  rule(`(\\d) ?(?:${bout}|times?) ?(?:${aDay}|daily)`, ([, times], reader) => timesADay(reader, Number(times))),
  // «روزی ۲ قرص» may be two at once, or one twice.
  rule(`(?:روزی|روزانه) (${amount}) ?(${units})`, ([, dose, unit], reader) => (dose === '1' ? join(amountOf(dose, unit, reader), timesADay(reader, 1)) : 'refused')),
  rule(`هفته ای (\\d)(?: ?${bout})?|(\\d) ?${bout} ?در هفته`, ([, times, other], reader) => timesADay(reader, Number(times ?? other) / 7)),
  rule(`ماهی (\\d)(?: ?${bout})?|(\\d) ?${bout} ?در ماه`, ([, times, other], reader) => timesADay(reader, Number(times ?? other) / 30)),
  happens('هر 2 روز(?: 1 بار)?|1 روز در میان|روز در میان|eod|qod|alternate days', 'QOD'),
  rule('هر \\d+ (?:روز|هفته|ماه)(?: 1 بار)?', () => 'refused'),
  rule(`شبی (${amount})(?: ?(${units}))?`, ([, dose, unit], reader) => join(amountOf(dose, unit, reader), byCode(reader, 'HS'))),
  happens('هر شب|شب ?ها|شبی|شب|nocte|qhs|qn', 'HS'),
  happens('هر (?:روز )?صبح|صبح ?ها|صبح|mane|qam', 'QAM'),
  // On a drop for the eye `od` is the right eye too.
  rule('od', (_, reader) => (organOf(reader.form) === 'چشم' ? 'refused' : byCode(reader, 'QD'))),
  happens('هر روز|روزانه|daily|once (?:daily|a day)', 'QD'),
  happens('bd|twice (?:daily|a day)', 'BID'),
  happens('هر هفته|هفتگی|weekly', 'QW'),
  happens('ماهانه|ماهیانه|monthly', 'QM'),
  happens('tds', 'TID'),
  happens('فوری|فورا', 'STAT'),

  // How long.
  rule('(\\d{1,4}) ?(?:d|days?|روزه?)', ([, count]) => days(count, 1)),
  rule('(\\d{1,3}) ?(?:w|wks?|weeks?|هفته)', ([, count]) => days(count, 7)),
  rule('(\\d{1,2}) ?(?:m|mo|months?|ماه)', ([, count]) => days(count, 30)),

  // When needed, for what, how much at most.
  rule(`(?:${prn})(?: ?(?:\\( ?برای|برای|for|\\(|) ?((?:${complaints})(?: (?:و|یا|or|and) (?:${complaints}))*) ?\\)?)?`, ([, why]) => needed(why)),
  rule(`(?:در صورت|هنگام|موقع|وقت) ((?:${complaints})(?: (?:و|یا) (?:${complaints}))*)`, ([, why]) => needed(why)),
  rule(`(?:${prn}) ?\\( ?(${free}) ?\\)`, ([, why]) => needed(why)),
  rule(`(?:حداکثر|max) ?(?:روزی )?(${amount}) ?(${units})?(?: ?(?:${aDay}|/24h|daily))?`, ([words, most, unit], reader) =>
    /روز|24|day|daily|\/ ?d/.test(words) ? mostOf(most, unit, reader) : 'refused'),

  // Where.
  rule('(?:در )?(?:هر )?2 ?(چشم|گوش|سوراخ بینی)|(?:(ou)|(au)|both (eyes|ears|nostrils))', ([, fa, eyes, ears, en], reader) => side(reader, 'both', fa ?? eyes ?? ears ?? en)),
  rule('(?:در )?(?:(چشم|گوش|سوراخ) راست(?: بینی)?|(re)|(ad)|right (eye|ear|nostril))', ([, fa, eye, ear, en], reader) => side(reader, 'right', fa ?? eye ?? ear ?? en)),
  rule('(?:در )?(?:(چشم|گوش|سوراخ) چپ(?: بینی)?|(os|le)|(as)|left (eye|ear|nostril))', ([, fa, eye, ear, en], reader) => side(reader, 'left', fa ?? eye ?? ear ?? en)),

  // How.
  instructs('(?:بعد|پس)(?: از)? (?:غذا|خوراک)', 'PC'),
  instructs('(?:قبل|پیش)(?: از)? (?:غذا|خوراک)', 'AC'),
  instructs('(?:با|همراه(?: با)?|وسط) غذا|with food', 'WITHFOOD'),
  instructs('(?:هنگام|وقت|موقع|قبل(?: از)?) خواب|bedtime', 'BEDTIME'),
  instructs('عضلانی', 'IM'),
  instructs('وریدی', 'IV'),
  instructs('زیر ?جلدی|subq|sq', 'SC'),
  instructs('زیر ?زبانی', 'SL'),
  instructs('استنشاقی?', 'INHALE'),
  instructs('مقعدی|pr', 'RECTAL'),
  instructs('واژینال|pv', 'VAGINAL'),
  instructs('ناشتا|با معده خالی', 'FAST'),
  rule('[a-z][a-z\\d]*', ([word], reader) => byCode(reader, word.toUpperCase()) ?? instruction(reader, word.toUpperCase())),

  // How much.
  rule(`(${amount}) ?(mg|mcg|میلی گرم|میکرو ?گرم)`, ([, typed, weight], reader) => byStrength(Number(typed), weight, reader)),
  rule(`(${amount}) ?(${units})`, ([, dose, unit], reader) => amountOf(dose, unit, reader)),
  rule(`(${amount})`, ([, dose], reader) => amountOf(dose, undefined, reader)),
  rule('لایه نازک|thin layer|مالیده شود|apply', (_, reader) => (unitNamed(reader.form, 'لایه نازک') ? amountOf('1', 'لایه نازک', reader) : 'refused')),
]

/** The national terms by their own names. */
export const namesOf = (terms: readonly Term[]): readonly Rule[] =>
  terms
    .filter(({ kind }) => kind !== 'amount')
    .map((term) =>
      rule(spell(term.fa).replace(/[()]/g, '\\$&').replace(/ ; /g, ' (?:; )?'), (_, reader) =>
        term.kind === 'freq' ? (term.code === 'PRN' ? null : byCode(reader, term.code)) : instruction(reader, term.code)))

const whole = (typed: string | undefined): Phrase | 'refused' => (Number(typed) >= 1 ? { quantity: Number(typed) } : 'refused')
const repeated = (times: number): Phrase | 'refused' => (times >= 1 && times <= 3 ? { repeats: times } : 'refused')
const fromDay = (day: string): Phrase | 'refused' => (parseJalali(day) !== null ? { activeFrom: day } : 'refused')
const days = (count: string | undefined, each: number): Phrase | 'refused' => {
  const all = Number(count) * each
  return all >= 1 && all <= 365 ? { durationDays: all } : 'refused'
}

const join = (one: Phrase | 'refused', other: Phrase | 'refused' | null): Phrase | 'refused' =>
  one === 'refused' || other === 'refused' || other === null ? 'refused' : { ...one, ...other }

function byCode({ terms }: Reader, code: string): Phrase | null {
  return terms.some((term) => term.kind === 'freq' && term.code === code && code !== 'PRN') ? { frequency: code } : null
}

/** Refused where the national list has no such frequency. */
function timesADay({ terms }: Reader, times: number): Phrase | 'refused' {
  const frequency = frequencyOf(terms, times)
  return frequency === null ? 'refused' : { frequency }
}

const instruction = ({ terms }: Reader, code: string): Phrase | null =>
  terms.some((term) => term.kind === 'instr' && term.code === code) ? { instructions: [code] } : null

function needed(why: string | undefined): Phrase {
  if (why === undefined) return { asNeeded: true }
  const words = why.replace(/ (?:or) /g, ' یا ').replace(/ and /g, ' و ').split(/ (?=(?:و|یا) )| (?<=(?:و|یا) )/)
  return { asNeeded: true, neededFor: words.map((word) => complaintWord[word] ?? word).join(' ') }
}

const organOfWord: Record<string, string> = { ou: 'چشم', re: 'چشم', os: 'چشم', le: 'چشم', eye: 'چشم', eyes: 'چشم', au: 'گوش', ad: 'گوش', as: 'گوش', ear: 'گوش', ears: 'گوش' }

function side({ form }: Reader, which: NonNullable<Said['side']>, word: string | undefined): Phrase | 'refused' {
  const organ = organOfWord[word ?? ''] ?? (word === 'چشم' || word === 'گوش' ? word : 'بینی')
  return organOf(form) === organ ? { side: which } : 'refused'
}

const fractions: Record<string, string> = { '1/2': '0.5', '1/4': '0.25', '3/4': '0.75' }

/** Decimal text; null for nothing, and for a slash that is no plain fraction. */
function decimal(typed: string | undefined): string | null {
  const text = typed?.includes('/') ? fractions[typed] : typed
  return text !== undefined && /^\d{1,5}(?:\.\d{1,3})?$/.test(text) ? String(Number(text)) : null
}

function amountOf(typed: string | undefined, written: string | undefined, reader: Reader): Phrase | 'refused' {
  const dose = decimal(typed)
  const unit = written === undefined ? (reader.step.doseUnit ?? reader.unit ?? unitOf(reader.form, reader.strength)) : unitNamed(reader.form, written)
  if (dose === null || unit === null || Number(dose) <= 0 || Number(dose) > mostAtATime(unit, reader.strength ?? '')) return 'refused'
  // A bare number after how often or how long may as well be days.
  if (written === undefined && (reader.step.frequency !== undefined || reader.step.durationDays !== undefined)) return 'refused'
  // «۵» of a syrup is said of millilitres only where it says so.
  if (written === undefined) return isOneUnsaid(unit) || /قطره|پاف|واحد/.test(unit) || reader.unit !== undefined ? { dose } : 'refused'
  return { dose, doseUnit: unit }
}

function mostOf(typed: string | undefined, written: string | undefined, reader: Reader): Phrase | 'refused' {
  const said = amountOf(typed, written, { ...reader, step: {} })
  if (said === 'refused') return said
  const unit = reader.step.doseUnit ?? reader.unit ?? said.doseUnit
  return said.dose === undefined || (said.doseUnit !== undefined && said.doseUnit !== unit) ? 'refused' : { mostPerDay: said.dose }
}

function byStrength(typed: number, weight: string | undefined, { form, strength = '' }: Reader): Phrase | 'refused' {
  const unit = unitOf(form, strength)
  const milligrams = weight === 'mcg' || weight?.startsWith('میکرو') ? typed / 1000 : typed
  const dose = doseHolding(milligrams, { unit, strength })
  return dose === null || Number(dose) > mostAtATime(unit, strength) ? 'refused' : { dose, doseUnit: unit }
}

const timeNamed: readonly [RegExp, TimeOfDay][] = [[/صبح|mane/, 'morning'], [/ظهر|noon/, 'noon'], [/عصر|evening/, 'evening'], [/شب|nocte/, 'night']]
const timeOf = (word: string): TimeOfDay => timeNamed.find(([pattern]) => pattern.test(word))?.[1] ?? 'morning'
const timesIn = (words: string): TimeOfDay[] => [...new Set([...words.matchAll(/صبح|ظهر|عصر|شب|mane|noon|evening|nocte/g)].map(([word]) => timeOf(word)))]

const never: ByTime = { morning: '0', noon: '0', evening: '0', night: '0' }

/** Amounts at their times; refused where a time comes twice or an amount is none. */
function atTheirTimes(pairs: readonly { time: TimeOfDay; typed: string | undefined; unit: string | undefined }[], reader: Reader): Phrase | 'refused' {
  const byTime = { ...never }
  let doseUnit: string | undefined
  for (const { time, typed, unit } of pairs) {
    const said = typed === '0' ? { dose: '0', doseUnit: undefined } : amountOf(typed, unit, reader)
    if (said === 'refused' || said.dose === undefined || byTime[time] !== '0') return 'refused'
    if (said.doseUnit !== undefined && doseUnit !== undefined && said.doseUnit !== doseUnit) return 'refused'
    doseUnit ??= said.doseUnit
    byTime[time] = said.dose
  }
  return Object.values(byTime).every((dose) => dose === '0') ? 'refused' : { byTime, ...(doseUnit !== undefined && { doseUnit }) }
}

function timeFirst(words: string, reader: Reader): Phrase | 'refused' {
  const pairs = [...words.matchAll(new RegExp(`(${dayTime}) ?(${amount})(?: ?(${units})(?!\\p{L}))?`, 'gu'))]
  return atTheirTimes(pairs.map(([, time = '', typed, unit]) => ({ time: timeOf(time), typed, unit })), reader)
}

function amountFirst(words: string, reader: Reader): Phrase | 'refused' {
  const pairs = [...words.matchAll(new RegExp(`(${amount})(?: ?(${units}))? ?(${dayTime})`, 'gu'))]
  return atTheirTimes(pairs.map(([, typed, unit, time = '']) => ({ time: timeOf(time), typed, unit })), reader)
}

const ofThree: readonly TimeOfDay[] = ['morning', 'noon', 'night']
const ofFour: readonly TimeOfDay[] = ['morning', 'noon', 'evening', 'night']

/** `1+0+2`: morning, noon, night; of four the third is the evening. */
function plusLine([words, , unit]: RegExpExecArray, reader: Reader): Phrase | 'refused' {
  const amounts = words.match(new RegExp(amount, 'g')) ?? []
  const times = amounts.length === 4 ? ofFour : ofThree
  return atTheirTimes(amounts.flatMap((typed, place) => { const time = times[place]; return time === undefined ? [] : [{ time, typed, unit }] }), reader)
}
