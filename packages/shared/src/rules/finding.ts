import { z } from 'zod'
import { Id } from '../identifiers.ts'
import { Decimal } from '../prescriptions/item.ts'
import { foldPersian } from '../text.ts'

/** How heavy a finding weighs, the lightest first. Only a refusal stands in the way of signing. */
export const Weight = z.enum(['information', 'advice', 'warning', 'refusal'])
export type Weight = z.infer<typeof Weight>

/** The heavier first. */
export const byWeight = (a: { weight: Weight }, b: { weight: Weight }): number => Weight.options.indexOf(b.weight) - Weight.options.indexOf(a.weight)

/** Who says so: the rule set, and where in which version of it, as far as the service tells. */
export const RuleSource = z.object({ label: z.string(), url: z.string().nullable(), article: z.string().nullable(), version: z.string().nullable() })
export type RuleSource = z.infer<typeof RuleSource>

/** What a suggestion does to the draft. */
export const ItemChange = z.discriminatedUnion('do', [
  z.object({ do: z.literal('remove'), key: Id }),
  z.object({ do: z.literal('dose'), key: Id, dose: Decimal }),
  /** Another drug in its place, with the same directions. */
  z.object({ do: z.literal('code'), key: Id, code: z.string() }),
])
export type ItemChange = z.infer<typeof ItemChange>

/** `changes` is empty where the suggestion is only said: it changes nothing that the draft holds. */
export const RuleSuggestion = z.object({ id: z.string(), label: z.string(), changes: z.array(ItemChange) })
export type RuleSuggestion = z.infer<typeof RuleSuggestion>

export const OverrideReason = z.object({ code: z.string(), display: z.string() })
export type OverrideReason = z.infer<typeof OverrideReason>

/** Why she goes on in spite of the finding. `isRemembered`: said on another prescription of this patient. */
export const Override = z.object({
  reason: OverrideReason,
  note: z.string(),
  givenAt: z.iso.datetime(),
  isRemembered: z.boolean(),
})
export type Override = z.infer<typeof Override>

export const Finding = z.object({
  /** Names the rule and the drugs it is about: the same for the same patient tomorrow. */
  key: z.string(),
  /** The service's own name of the rule (A35); null where it gave none. */
  rule: z.string().nullable().default(null),
  /** What the rule looks at («age», «duplicate»), in words that insurers' rules share; null where it does not say. */
  topic: z.string().nullable().default(null),
  weight: Weight,
  /** What and why, one sentence. */
  summary: z.string(),
  /** What to do; may be empty. */
  advice: z.string(),
  source: RuleSource,
  /** Keys of the items; empty where it is about the prescription as a whole. */
  about: z.array(Id),
  suggestions: z.array(RuleSuggestion),
  /** Empty where it cannot be overridden. */
  overrideReasons: z.array(OverrideReason),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
  override: Override.nullable(),
}).meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>

/**
 * `checked`: every service answered about the draft as it is. `partly`: some were silent. `not-checked`: none answered,
 * which is never shown as fine.
 */
export const GatheringState = z.enum(['checked', 'partly', 'not-checked'])
export type GatheringState = z.infer<typeof GatheringState>

/** Why she goes on in spite of what the insurer says of an item; `key` by `insurerKeyOf`. */
export const Acknowledgement = z.object({ key: z.string(), item: Id, text: z.string(), override: Override })
export type Acknowledgement = z.infer<typeof Acknowledgement>

/** What the clinical rules say of a draft as of one of its revisions, and what she has answered to the insurer's. */
export const Findings = z.object({
  revision: z.int().nonnegative(),
  state: GatheringState,
  /** Titles of the services that were silent. */
  silent: z.array(z.string()),
  askedAt: z.iso.datetime().nullable(),
  /** The heaviest first. */
  findings: z.array(Finding),
  /** Her reasons against what the insurer warns of, as far as they stand. */
  acknowledged: z.array(Acknowledgement),
}).meta({ id: 'Findings' })
export type Findings = z.infer<typeof Findings>

/** Whether a finding keeps the prescription from being signed. */
export const isStopping = ({ weight, override }: Pick<Finding, 'weight' | 'override'>): boolean => weight === 'refusal' && override === null

/** Whether anything is still asked of her about it: advice that can neither be taken by a key nor answered is only read. */
export function isOpen({ weight, override, overrideReasons, suggestions }: Pick<Finding, 'weight' | 'override' | 'overrideReasons' | 'suggestions'>): boolean {
  if (weight === 'information' || override !== null) return false
  return weight !== 'advice' || overrideReasons.length > 0 || suggestions.some(({ changes }) => changes.length > 0)
}

/** Reasons of our own, for warnings and advice whose source offers none (CDS Hooks 2.0 lets the client add hers). */
export const ownReasons: readonly OverrideReason[] = [
  { code: 'noskhe:benefit-outweighs', display: 'سود درمان از خطر آن بیشتر است' },
  { code: 'noskhe:monitored', display: 'بیمار زیر پایش است' },
  { code: 'noskhe:not-applicable', display: 'دربارهٔ این بیمار صدق نمی‌کند' },
]

/** The same for what an insurer warns of: whether it is paid is another question than whether it is safe. */
export const insurerReasons: readonly OverrideReason[] = [
  { code: 'noskhe:patient-informed', display: 'به بیمار گفته‌ام و می‌پذیرد' },
  { code: 'noskhe:needed', display: 'درمان به همین نیاز دارد' },
  { code: 'noskhe:not-applicable', display: 'دربارهٔ این بیمار صدق نمی‌کند' },
]

export const OverrideNote = z.string().max(300).overwrite(foldPersian)
