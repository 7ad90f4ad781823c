import type { SigTerm } from '../../terminology/code.ts'

export const timesOfDay = ['morning', 'noon', 'evening', 'night'] as const
export type TimeOfDay = (typeof timesOfDay)[number]
export const timeOfDayWord: Record<TimeOfDay, string> = { morning: 'صبح', noon: 'ظهر', evening: 'عصر', night: 'شب' }

/** Decimal text by time of day; «0» where nothing is taken then. */
export type ByTime = Record<TimeOfDay, string>

export type Side = 'right' | 'left' | 'both'

/** What a line says of one stretch of days. */
export interface SaidStep {
  dose?: string
  doseUnit?: string
  frequency?: string
  byTime?: ByTime
  durationDays?: number
}

/** What a line says; what it does not mention is absent. */
export interface Said extends SaidStep {
  /** Further stretches, each of which says at least an amount or how often. */
  then?: SaidStep[]
  quantity?: number
  instructions?: string[]
  asNeeded?: boolean
  /** Why it may be needed. */
  neededFor?: string
  /** Decimal text, in the unit of the dose. */
  mostPerDay?: string
  side?: Side
  noSubstitution?: true
  repeats?: number
  /** Jalali YYYY-MM-DD. */
  activeFrom?: string
}

export type Term = Pick<SigTerm, 'kind' | 'code' | 'fa' | 'timesPerDay'>

/** What a line is read against: the national terms, and the drug that it is about. */
export interface About {
  terms: readonly Term[]
  form: string
  /** As the catalogue has it, «500 mg» or «120 mg/5 mL»; empty where it is not known. */
  strength?: string
  /** The amount that stands, where the line says none; empty where none stands. */
  dose?: string
}

/** What a line says, and the words of it that nobody understood. */
export interface Reading {
  said: Said
  /** A bare `#`: she takes the quantity that is offered. */
  takesOffer: boolean
  /** In the order of the line; empty where all of it was understood. */
  unread: string
}

/** The frequency that means so many times a day; the plain one where several do. Null where the national list has none. */
export function frequencyOf(terms: readonly Term[], times: number): string | null {
  const same = terms.filter((term) => term.kind === 'freq' && term.timesPerDay !== null && Math.abs(term.timesPerDay - times) < 0.01)
  return (same.find((it) => plainFrequencies.includes(it.code)) ?? same[0])?.code ?? null
}

/** Say how often and nothing of when. */
export const plainFrequencies: readonly string[] = ['QD', 'BID', 'TID', 'QID']

export const timesPerDayOf = (terms: readonly Term[], frequency: string | null): number | null =>
  terms.find((term) => term.kind === 'freq' && term.code === frequency)?.timesPerDay ?? null
