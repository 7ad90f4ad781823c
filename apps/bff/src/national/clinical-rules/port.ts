/** Clinical rules (8-7, A38): any number of services, each of which answers for itself. */
export interface ClinicalRules {
  /**
   * Asks every service that offers to speak at this moment: while she composes, or before she signs. A service that is silent or
   * unreadable is one of the answers. No services, no answers.
   */
  ask(question: RuleQuestion): Promise<ServiceOpinion[]>

  /**
   * Tells a service what became of its card. `refused`: it does not take feedback, or not this one; telling it again would not help.
   * @throws NationalUnavailable where it was not told, or perhaps not; the same may be told again.
   */
  tell(service: string, feedback: RuleFeedback): Promise<'told' | 'refused'>
}

export interface RuleQuestion {
  /** `dispensing`: before it is handed over at a counter. */
  moment: 'composing' | 'signing' | 'dispensing'
  /** Of the visit, or of the delivery; a patient is named by nothing else. */
  encounterId: string
  /** Who asks. */
  practitionerId: string
  patient: RulePatient
  items: readonly RuleItem[]
  /** Keys of the items that are new or changed since the last question. */
  selected: readonly string[]
  /** What she is known to take beside them; null where nobody looked, which is not nothing. */
  alongside: readonly RuleDrug[] | null
  /** ICD-10. */
  diagnosis: { code: string; title: string } | null
}

/** Null: not known, which is neither yes nor no. */
export interface RulePatient {
  gender: 'male' | 'female' | null
  /** Gregorian ISO day. */
  birthDate: string | null
  allergies: readonly { atc: string | null; name: string }[] | null
  isPregnant: boolean | null
  /** Decimal, kilograms. */
  weightKg: string | null
}

interface Ordered {
  key: string
  /** Of the national list of its kind. */
  code: string
  name: string
  quantity: number | null
  /** The directions in words. */
  directions: string
}

export interface RuleDrug extends Ordered {
  kind: 'drug'
  atc: string | null
  /** Decimal; units of the form a time. Null where it is known in words only. */
  dose: string | null
  doseUnit: string
  timesPerDay: number | null
  asNeeded: boolean
  durationDays: number | null
  /** Where the course is not one amount at one frequency; the fields above then tell its first stretch. */
  stretches?: RuleStretch[]
}

/** Some days of a course. Numbers are decimal text; `when` is a code of FHIR's EventTiming. */
export type RuleStretch = {
  dose: string
  timesPerDay: string | null
  byTime: { when: 'MORN' | 'NOON' | 'EVE' | 'NIGHT'; dose: string }[] | null
  durationDays: number | null
}

/** A test, an image, a treatment. */
export interface RuleService extends Ordered {
  kind: 'service'
  /** Which national list its code is of («lab», «imaging» …). */
  list: string
}

export type RuleItem = RuleDrug | RuleService

export type ServiceOpinion =
  | { service: string; title: string; state: 'answered'; cards: RuleCard[] }
  | { service: string; title: string; state: 'silent' }

export interface RuleCard {
  /** The service's name of this card, for feedback; null where it gave none. */
  id: string | null
  /** The service's name of the rule; null where it gave none. */
  rule: string | null
  /** What the rule looks at («age», «duplicate»); null where it does not say. */
  topic: string | null
  weight: 'information' | 'advice' | 'warning' | 'refusal'
  summary: string
  advice: string
  source: { label: string; url: string | null; article: string | null; version: string | null }
  /** Keys of the items it is about; empty where it does not say. */
  about: string[]
  suggestions: { id: string; label: string; changes: ItemChange[] }[]
  overrideReasons: { code: string; display: string; system: string | null }[]
  links: { label: string; url: string }[]
}

export type ItemChange = { do: 'remove'; key: string } | { do: 'dose'; key: string; dose: string }

export interface RuleFeedback {
  card: string
  at: string
  outcome: { kind: 'accepted'; suggestion: string } | { kind: 'overridden'; reason: { code: string; system: string | null }; note: string }
}
