import { onOtherKeyboard } from '../../terminology/keyboard.ts'
import { namesOf, type Phrase, type Reader, rules, type SteppingSaid } from './phrases.ts'
import { type About, plainFrequencies, type Reading, type SaidStep, type Term, timesPerDayOf } from './said.ts'
import { spell } from './spelling.ts'

/**
 * Reads directions as doctors jot them: `1x3 7d pc #`, `2 tab bid 3d then 1 tab bid 3d`, «۱ هر ۸ ساعت ۷ روز بعد از غذا», «صبح ۱ شب ۲»,
 * `2 gtt ou tid`; also when typed on the other keyboard. Nothing is guessed: what is not understood, what contradicts what was said
 * before, and what could be read in two ways comes back as `unread`.
 */
export function readDirections(typed: string, about: About): Reading {
  const asTyped = read(typed, about)
  const other = asTyped.unread === '' ? null : onOtherKeyboard(typed)
  const switched = other === null ? null : read(other, about)
  return switched?.unread === '' ? switched : asTyped
}

const BARE_HASH = /# ?(?!\d)/
const THEN = /(?:^| )(?:; )?(?:و )?(?:سپس|بعدش|پس از آن|بعد از آن|then)(?= |$)/

function read(typed: string, about: About): Reading {
  const spelt = spell(typed)
  const takesOffer = BARE_HASH.test(spelt)
  const parts = spelt.replace(BARE_HASH, ' ').split(THEN)
  const steps: SteppingSaid[] = []
  const unread: string[] = []
  let whole: Phrase = {}
  const names = namesOf(about.terms)

  for (const part of parts) {
    const before = steps.reduce<SteppingSaid>((all, step) => ({ ...all, ...step }), {})
    const reader: Reader = { ...about, step: {}, unit: before.doseUnit }
    scan(part, [...rules, ...names], reader, unread, (phrase) => {
      const { dose, doseUnit, frequency, byTime, atTimes, durationDays, ...rest } = phrase
      const step = agree(reader.step, { dose, doseUnit, frequency, byTime, atTimes, durationDays }, about.terms)
      const all = step === null ? null : agreeOfWhole(whole, rest)
      if (step === null || all === null || (doseUnit !== undefined && before.doseUnit !== undefined && doseUnit !== before.doseUnit)) return false
      reader.step = step
      whole = all
      return true
    })
    const said = settled(reader.step, before.dose ?? about.dose ?? '')
    if (said === null || (parts.length > 1 && !saysHowMuchOrOften(said))) unread.push(part.replace(/[;() ]+/g, ' ').trim() || 'سپس')
    else steps.push(said)
  }

  const [first = {}, ...then] = steps
  const { atTimes: _none, ...start } = first
  return { said: { ...start, ...whole, ...(then.length > 0 && { then }) }, takesOffer, unread: [...new Set(unread)].join(' ').trim() }
}

/** From left to right, the longest phrase at each place; a word that begins none is unread. */
function scan(text: string, all: readonly Phrased[], reader: Reader, unread: string[], accept: (phrase: Phrase) => boolean): void {
  let at = 0
  while (at < text.length) {
    const found = longestAt(text, at, all, reader)
    const noise = found === null ? NOISE.exec(text.slice(at)) : null
    if (noise) {
      at += noise[0].length
      continue
    }
    const words = found?.words ?? /^\S+/.exec(text.slice(at))?.[0] ?? ''
    if (found === null || found.phrase === 'refused' || !accept(found.phrase)) unread.push(words.replace(/ [;()]/g, '').trim())
    at += Math.max(1, words.length)
  }
}

type Phrased = (typeof rules)[number]

/** Words that say nothing by themselves. */
const NOISE = /^(?: |[;()|+](?= |$|[;()])|(?:برای|به مدت|مدت|هر بار|بار|تا|و|از|عدد دارو|for|take|ساعتی)(?=[ ;()]|$))/u

function longestAt(text: string, at: number, all: readonly Phrased[], reader: Reader): { words: string; phrase: Phrase | 'refused' } | null {
  let best: { words: string; phrase: Phrase | 'refused' } | null = null
  for (const { pattern, take } of all) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match || match[0].length <= (best?.words.length ?? 0)) continue
    const phrase = take(match, reader)
    if (phrase !== null) best = { words: match[0], phrase }
  }
  return best
}

type Loose<T> = { [field in keyof T]?: T[field] | undefined }

/** The step with what was said last; null where the two contradict each other. */
function agree(step: SteppingSaid, said: Loose<SteppingSaid>, terms: readonly Term[]): SteppingSaid | null {
  const { frequency, ...rest } = said
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined)
  const isOther = entries.some(([field, value]) => step[field as keyof SteppingSaid] !== undefined && JSON.stringify(step[field as keyof SteppingSaid]) !== JSON.stringify(value))
  const often = frequency === undefined ? step.frequency : oneFrequency(step.frequency, frequency, terms)
  if (isOther || often === null) return null
  const next: SteppingSaid = { ...step, ...Object.fromEntries(entries), ...(often !== undefined && { frequency: often }) }
  const isByTime = next.byTime !== undefined || next.atTimes !== undefined
  return isByTime && (next.frequency !== undefined || (next.byTime !== undefined && (next.dose !== undefined || next.atTimes !== undefined))) ? null : next
}

/** «روزی سه بار، هر ۸ ساعت» says one thing twice, and the one that says when is kept. */
function oneFrequency(before: string | undefined, said: string, terms: readonly Term[]): string | null {
  if (before === undefined || before === said) return said
  if (timesPerDayOf(terms, before) === null || timesPerDayOf(terms, before) !== timesPerDayOf(terms, said)) return null
  if (plainFrequencies.includes(before)) return said
  return plainFrequencies.includes(said) ? before : null
}

function agreeOfWhole(whole: Phrase, said: Phrase): Phrase | null {
  const { instructions = [], ...rest } = said
  const isOther = Object.entries(rest).some(([field, value]) => whole[field as keyof Phrase] !== undefined && whole[field as keyof Phrase] !== value)
  if (isOther) return null
  const both = [...new Set([...(whole.instructions ?? []), ...instructions])]
  return { ...whole, ...rest, ...(both.length > 0 && { instructions: both }) }
}

/** With «صبح و شب» as amounts at their times; null where no amount is known. */
function settled({ atTimes, dose, ...step }: SteppingSaid, standing: string): SaidStep | null {
  if (atTimes === undefined) return { ...step, ...(dose !== undefined && { dose }) }
  const each = dose ?? standing
  if (each === '') return null
  const at = (time: (typeof atTimes)[number]) => (atTimes.includes(time) ? each : '0')
  return { ...step, byTime: { morning: at('morning'), noon: at('noon'), evening: at('evening'), night: at('night') } }
}

const saysHowMuchOrOften = (step: SaidStep): boolean => step.dose !== undefined || step.byTime !== undefined || step.frequency !== undefined
