import type { InsurerCode } from '../patients/eligibility.ts'
import type { ItemCheck, PayerMessage } from '../prescriptions/item.ts'

/** What of an item the insurer's answer rests on; an item of whatever kind has some of it. */
interface AskedItem {
  key: string
  code: string
  dose?: string
  frequency?: string | null
  quantity?: number | null
  /** Amounts by the time of day, and further steps of the course. */
  byTime?: object | undefined
  then?: readonly object[] | undefined
  /** Of a service. */
  tooth?: string | null
  doneBy?: string
}

export type InsurerMessage = Pick<PayerMessage, 'tone' | 'text' | 'rule' | 'topic' | 'proposal'>

/** What an insurer says of one item as it is written. */
export interface InsurerLine {
  item: string
  insurer: InsurerCode
  /** What it was asked about: other words are another question, and a reason against the answer is asked for again. */
  asked: string
  messages: readonly InsurerMessage[]
}

export const insurerLineOf = (insurer: InsurerCode, item: AskedItem, check: Pick<ItemCheck, 'messages'> | null): InsurerLine => ({
  item: item.key,
  insurer,
  asked: [item.code, item.dose, item.frequency, item.quantity, ...[item.byTime, item.then, item.tooth, item.doneBy].flatMap((it) => (it ? [JSON.stringify(it)] : []))]
    .map((it) => it ?? '')
    .join(' '),
  messages: check?.messages ?? [],
})

const LONGEST = 200

/**
 * Names what an insurer says of an item: the same for the same item tomorrow, another once the rule's version, the dose or the
 * quantity changed. Where it names no rule, its words are all there is to know it by.
 */
export const insurerKeyOf = ({ insurer, asked }: Pick<InsurerLine, 'insurer' | 'asked'>, { tone, text, rule }: InsurerMessage): string =>
  [insurer, asked, tone, rule ? `${rule.id}@${rule.version}` : text.slice(0, LONGEST)].join('|')

/** Whether a reason may be given against it: what the insurer refuses it refuses, and advice asks for no answer. */
export const isAnswerable = ({ tone }: InsurerMessage): boolean => tone === 'warning'
