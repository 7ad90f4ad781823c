import type { ItemCode, LinePrice, InsurerCode, PayerMessage, PayerPatient, RuleConfirmation } from '../payer/port.ts'

/** The three points of 8-6 at which an insurer's rules are asked. */
export type RulePoint = 'before-prescribing' | 'before-service' | 'claim-review'

/**
 * One thing that one rule says. Beside the messages of 8-6 a rule may propose what would cost less, or tell how the cost was
 * worked out.
 */
export interface RuleSaying {
  kind: PayerMessage['severity'] | 'cost-proposal' | 'cost-calculation'
  text: string
  rule: { id: string; version: number }
  /** What the rule looks at (RuleType). */
  topic: string
  /** What a cost proposal names to be written instead; null where it names none. */
  proposed: { code: string; name: string } | null
}

export interface ClaimedService {
  /** The asker's name of it; at the counter, the line's name in the prescription. */
  key: string
  code: ItemCode
  count: number
  /** Rial of one unit where it is sold; the reference price counts where it is null. */
  unitPrice: number | null
  /** The id that was given to it before: it is then only looked at, not judged anew (at the claim review: of its delivery). */
  confirmation: string | null
}

export interface RuleClaim {
  insurer: InsurerCode
  point: RulePoint
  patient: PayerPatient
  /** Who asks: her council number and the SIAM id of her centre. A confirmation is hers alone. */
  by: { councilNumber: string; siteId: string }
  /** The prescription: its visit before it is registered, its tracking code afterwards. */
  about: string
  services: ClaimedService[]
}

export interface JudgedService {
  key: string
  /** `rejected`: no confirmation is given, and the line is not taken. */
  state: 'covered' | 'over-ceiling' | 'needs-document' | 'not-covered' | 'rejected'
  /** Null where no rule names a ceiling. */
  maxCovered: number | null
  referencePrice: number
  /** Of the whole service; `discount` is always 0. */
  price: LinePrice
  confirmation: RuleConfirmation | null
  sayings: RuleSaying[]
}

export type RuleAnswer =
  | {
      outcome: 'judged'
      services: JudgedService[]
      /** Confirms the claim as a whole; given where every service was shown with a confirmation that holds. */
      whole: RuleConfirmation | null
    }
  | {
      outcome: 'not-judged'
      /** `runs-at-payer`: this insurer applies its rules in its own purchase system (8-6 n4). */
      why: 'patient' | 'service' | 'provider' | 'runs-at-payer' | 'unlisted'
      code: string
      /** The service's own words. */
      message: string
    }

/** A rule as it is in force: read by the Secretariat, and by whoever must explain an answer (8-6 n3). */
export interface RuleInForce {
  id: string
  version: number
  title: string
  /** What it rests on. */
  article: string
  /** What it is about, as the bank names it. */
  about: string
  /** Gregorian ISO days, both included; `until` null while it is in force. */
  from: string
  until: string | null
  points: RulePoint[]
  terms: Record<string, string | number | string[]>
}

/** Every insurer's rules behind one interface (8-6 n1). */
export interface InsurerRules {
  /** @throws NationalUnavailable | NationalUnreadable */
  judge(claim: RuleClaim): Promise<RuleAnswer>
  /** The bank of an insurer on a day; null where its rules are in its purchase system. */
  rulesInForce(insurer: InsurerCode, on: Date): Promise<RuleInForce[] | null>
}
