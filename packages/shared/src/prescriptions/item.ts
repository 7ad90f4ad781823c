import { z } from 'zod'
import { Id } from '../identifiers.ts'
import { Rial, Shares } from '../money.ts'
import { foldPersian, toLatinDigits } from '../text.ts'

/** A decimal as text: what is signed holds strings and integers, never floats (RFC 8785 without surprises). */
export const Decimal = z
  .string()
  .overwrite((typed) => toLatinDigits(typed).trim().replace(/[٫,]/, '.'))
  .regex(/^\d{1,5}(\.\d{1,3})?$/, { error: 'decimal' })

const Note = z.string().max(500).overwrite(foldPersian)

/** What the doctor writes for one drug. Everything about the drug itself comes from the national code. */
export const ItemDraft = z.object({
  /** Made by the composer; stays with the item through every edit. */
  key: Id,
  code: z.string().min(1).max(32),
  /** Amount a time, in units of the form: «۱» of a tablet, «۵» of millilitres. */
  dose: Decimal,
  doseUnit: z.string().min(1).max(30).overwrite(foldPersian),
  /** Code of a `freq` sig term; null while it is not chosen. */
  frequency: z.string().max(12).nullable(),
  durationDays: z.int().min(1).max(365).nullable(),
  /** Units to dispense. */
  quantity: z.int().min(1).max(10_000).nullable(),
  /** Codes of `instr` sig terms. */
  instructions: z.array(z.string().max(12)).max(5),
  asNeeded: z.boolean(),
  note: Note,
}).meta({ id: 'ItemDraft' })
export type ItemDraft = z.infer<typeof ItemDraft>

/** Weight of something a payer or rule says (8-6): advice, warning, refusal. */
export const MessageTone = z.enum(['advisory', 'warning', 'rejection'])
/** `rule`: where the insurer names the rule that says so, with its version (8-6 n2). */
export const PayerMessage = z.object({
  tone: MessageTone,
  text: z.string(),
  rule: z.object({ id: z.string(), version: z.int() }).exactOptional(),
})
export type PayerMessage = z.infer<typeof PayerMessage>

/**
 * The insurer's answer for one item. `not-checked`: it was silent or unreadable, which is shown as itself and never as
 * covered. `private`: nobody is asked, the patient pays.
 */
export const CheckOutcome = z.enum(['covered', 'not-covered', 'over-ceiling', 'needs-document', 'refused', 'not-checked', 'private'])
export type CheckOutcome = z.infer<typeof CheckOutcome>

/** شناسهٔ پیگیری تأیید قواعد (9-1-4), of an item or of the whole; past `validUntil` the rules are asked again. */
export const RuleConfirmation = z.object({ id: z.string(), validUntil: z.iso.datetime() })
export type RuleConfirmation = z.infer<typeof RuleConfirmation>

export const ItemCheck = z.object({
  outcome: CheckOutcome,
  messages: z.array(PayerMessage),
  /** Most units covered; null where the insurer named none. */
  maxCovered: z.int().nullable(),
  unitPrice: Rial.nullable(),
  /** Null where the price is unknown. */
  shares: Shares.nullable(),
  /** Where the price comes from, in words (7-10). */
  priceSource: z.string().nullable(),
  checkedAt: z.iso.datetime(),
  /** Absent where the insurer gives none. */
  confirmation: RuleConfirmation.exactOptional(),
}).meta({ id: 'ItemCheck' })
export type ItemCheck = z.infer<typeof ItemCheck>

/** How much of an item has been given, as the payer tells it. */
export const ItemProgress = z.object({
  delivered: z.number(),
  remaining: z.number(),
  state: z.enum(['waiting', 'partial', 'delivered']),
})
export type ItemProgress = z.infer<typeof ItemProgress>

export const PrescriptionItem = ItemDraft.extend({
  name: z.object({ fa: z.string(), en: z.string() }),
  strength: z.string(),
  form: z.string(),
  route: z.string(),
  /** The directions in Persian words, as they are signed and printed. */
  readBack: z.string(),
  /** Null until the insurer was asked about the item as it now is. */
  check: ItemCheck.nullable(),
}).meta({ id: 'PrescriptionItem' })
export type PrescriptionItem = z.infer<typeof PrescriptionItem>

/** Whether an item says enough to be signed. */
export const isComplete = (item: ItemDraft): boolean => item.frequency !== null && item.quantity !== null
