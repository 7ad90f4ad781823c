import { toLatinDigits } from '../text.ts'

/** What was typed into the search box, taken apart: what is meant, and how it is to be used. */
export interface TypedParts {
  /** What is searched: name, strength, form. The whole text where no directions are seen. */
  thing: string
  /** From the first word that can only be directions; empty where there is none. */
  directions: string
}

/** Words that say when or how long, whichever number stands before them. */
const schedule =
  /^(\d+[x×*]\d+|q\d+h?|qd|od|bid|tid|qid|qod|qhs|hs|prn|stat|ac|pc|\d+(d|w|h)|#\d+|هر|روزی|روزانه|شبی|صبح|صبح‌ها|ظهر|شب|شب‌ها|هفته‌?ای|ماهی|ناشتا|\d+(روز|هفته|ماه))$/i
const span = /^(روز|هفته|ماه|days?|weeks?|times?|بار|نوبت|ساعت)$/i
const unitOfUse = /^(tabs?|caps?|puffs?|drops?|gtt|amps?|units?|قرص|کپسول|پاف|قطره|قاشق|آمپول|عدد|واحد)$/i

/**
 * «amox 500 1x3 7d» is «amox 500» and «1x3 7d»: hits are those of the first part, which the second must not narrow. The first
 * word is never directions. «2 tab» is directions only beside a strength or a schedule: in «warfarin 5 tab» it is the strength.
 */
export function splitTyped(typed: string): TypedParts {
  const words = [...typed.matchAll(/\S+/g)].map((match) => ({ text: toLatinDigits(match[0]), at: match.index }))
  const begins = words.findIndex((_, place) => place > 0 && beginsDirections(words.map((word) => word.text), place))
  const at = words[begins]?.at
  if (at === undefined) return { thing: typed.trim(), directions: '' }
  return { thing: typed.slice(0, at).trim(), directions: typed.slice(at).trim() }
}

function beginsDirections(words: readonly string[], place: number): boolean {
  const [word = '', next = ''] = words.slice(place)
  if (schedule.test(word)) return true
  if (!/^\d+([./]\d+)?$|^[½¼]$/.test(word)) return false
  if (span.test(next) || /^[x×*]$/i.test(next)) return true
  const hasStrength = words.slice(1, place).some((it) => /^\d/.test(it))
  const isScheduled = words.slice(place + 2).some((it) => schedule.test(it))
  return unitOfUse.test(next) && (hasStrength || isScheduled)
}
