import type { Action } from '@noskhe/national-wire/cds-hooks'
import type { Order } from './order.ts'

/** The articles of the sandbox's own safety rules; they are no published guideline. */
export const article = {
  interaction: 'بند ۱، تداخل داروها',
  duplicate: 'بند ۲، درمان تکراری',
  allergy: 'بند ۳، حساسیت',
  age: 'بند ۴، سن',
  sex: 'بند ۵، جنس',
  pregnancy: 'بند ۶، بارداری',
  'daily-maximum': 'بند ۷، بیشینهٔ روزانه',
  radiation: 'بند ۸، پرتو در بارداری',
} as const
export type Topic = keyof typeof article

/** What a finding is about, as actions and cards name it (`MedicationRequest/<id>`). */
export interface Subject {
  reference: string
}

/** What a rule found. It is made a card of by `card.ts`. */
export interface Guidance {
  topic: Topic
  /** Names the rule and what it is about, whoever the patient: the same finding has the same name every time. */
  rule: string
  about: readonly Subject[]
  indicator: 'info' | 'warning' | 'critical'
  /** What and why, in one sentence below 140 characters. */
  summary: string
  /** What to do. */
  advice: string
  suggestion?: { label: string; actions: Action[] }
  /** Codes of `overrideReasons`; empty where no reason would make it right. */
  reasons: readonly ReasonCode[]
}

export const overrideReasons = {
  'benefit-outweighs': 'سود درمان از خطر آن بیشتر است',
  monitored: 'بیمار زیر پایش است',
  tolerated: 'پیش از این بی‌مشکل مصرف کرده است',
  'not-concurrent': 'هم‌زمان مصرف نمی‌شوند',
  intended: 'عمداً چنین نوشته‌ام',
  'record-wrong': 'این سابقه درست نیست',
  'specialist-advice': 'به نظر متخصص',
} as const
export type ReasonCode = keyof typeof overrideReasons

export const removal = ({ reference, drug }: Order): { label: string; actions: Action[] } => ({
  label: `برداشتن ${drug.innFa}`,
  actions: [{ type: 'delete', description: `${drug.nameFa} برداشته شود`, resourceId: reference }],
})
