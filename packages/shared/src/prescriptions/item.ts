import { z } from 'zod'
import { Id } from '../identifiers.ts'
import { Rial, Shares } from '../money.ts'
import { foldPersian, toLatinDigits } from '../text.ts'
import { Decimal } from './decimal.ts'
import { furtherDirections } from './directions/parts.ts'

export { Decimal }

const Note = z.string().max(500).overwrite(foldPersian)

/** What every item says, of whichever kind. Everything about the thing itself comes from its national code. */
const ofEveryKind = {
  /** Made by the composer; stays with the item through every edit. */
  key: Id,
  code: z.string().min(1).max(32),
  /** Units of a drug to dispense; times of a service, which are the sessions of physiotherapy. */
  quantity: z.int().min(1).max(10_000).nullable(),
  note: Note,
}

/** What the doctor writes for one drug. */
export const DrugDraft = z.object({
  kind: z.literal('drug'),
  ...ofEveryKind,
  /** Amount a time, in units of the form: «۱» of a tablet, «۵» of millilitres. */
  dose: Decimal,
  doseUnit: z.string().min(1).max(30).overwrite(foldPersian),
  /** Code of a `freq` sig term; null while it is not chosen, and where `byTime` tells the amounts. */
  frequency: z.string().max(12).nullable(),
  durationDays: z.int().min(1).max(365).nullable(),
  /** Codes of `instr` sig terms. */
  instructions: z.array(z.string().max(12)).max(5),
  asNeeded: z.boolean(),
  ...furtherDirections,
})
export type DrugDraft = z.infer<typeof DrugDraft>

/** FDI number (ISO 3950) of a tooth: quadrants 1–4 with eight permanent teeth each, 5–8 with five of the milk teeth. */
export const Tooth = z.string().overwrite(toLatinDigits).regex(/^([1-4][1-8]|[5-8][1-5])$/, { error: 'tooth' })

/** Who does a medical service: its orderer, or another provider by her order. Insurers keep the two apart. */
export const DoneBy = z.enum(['orderer', 'another'])
export type DoneBy = z.infer<typeof DoneBy>

const LabDraft = z.object({ kind: z.literal('lab'), ...ofEveryKind })
const ImagingDraft = z.object({ kind: z.literal('imaging'), ...ofEveryKind })
const PhysiotherapyDraft = z.object({ kind: z.literal('physiotherapy'), ...ofEveryKind })
const PhysicianServiceDraft = z.object({ kind: z.literal('physician-service'), ...ofEveryKind, doneBy: DoneBy })
const NursingDraft = z.object({ kind: z.literal('nursing'), ...ofEveryKind, doneBy: DoneBy })
/**
 * `tooth` is null for what is done to a jaw or the whole mouth, and while it is not chosen; `needsTooth` is by the national list,
 * and the server's word.
 */
const DentalDraft = z.object({ kind: z.literal('dental'), ...ofEveryKind, tooth: Tooth.nullable(), needsTooth: z.boolean() })
const DeviceDraft = z.object({ kind: z.literal('device'), ...ofEveryKind })

/** Items of every kind, with more parts than are written of drugs, and of whatever is no drug. */
export const itemsWith = <OfDrugs extends z.ZodRawShape, OfServices extends z.ZodRawShape>(ofDrugs: OfDrugs, ofServices: OfServices) =>
  z.discriminatedUnion('kind', [
    DrugDraft.extend(ofDrugs),
    LabDraft.extend(ofServices),
    ImagingDraft.extend(ofServices),
    PhysiotherapyDraft.extend(ofServices),
    PhysicianServiceDraft.extend(ofServices),
    NursingDraft.extend(ofServices),
    DentalDraft.extend(ofServices),
    DeviceDraft.extend(ofServices),
  ])

/** What the doctor writes for one item; which fields there are, its kind says. */
export const ItemDraft = itemsWith({}, {}).meta({ id: 'ItemDraft' })
export type ItemDraft = z.infer<typeof ItemDraft>
export type ItemKind = ItemDraft['kind']

/** What the doctor writes of whatever is no drug. */
export type ServiceDraft = Exclude<ItemDraft, { kind: 'drug' }>
export type ServiceKind = ServiceDraft['kind']

/** In the order in which a prescription groups its items. */
export const itemKinds = ['drug', 'lab', 'imaging', 'physiotherapy', 'physician-service', 'nursing', 'dental', 'device'] as const satisfies readonly ItemKind[]

export const isDrug = <It extends { kind: ItemKind }>(item: It): item is Extract<It, { kind: 'drug' }> => item.kind === 'drug'

/** Weight of something a payer or rule says (8-6): advice, warning, refusal. */
export const MessageTone = z.enum(['advisory', 'warning', 'rejection'])
/**
 * `rule`: where the insurer names the rule that says so, with its version (8-6 n2). `topic`: what that rule looks at, in the words
 * that clinical rules share. `proposal`: what would cost less, where that is what it says (8-6).
 */
export const PayerMessage = z.object({
  tone: MessageTone,
  text: z.string(),
  rule: z.object({ id: z.string(), version: z.int() }).exactOptional(),
  topic: z.string().exactOptional(),
  proposal: z.object({ code: z.string(), name: z.string() }).exactOptional(),
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

/** By what an item is shown, from its national code. */
const name = z.object({ fa: z.string(), en: z.string() })
/** What the server knows beyond what was written. */
const known = {
  name,
  /** The directions in Persian words, as they are signed and printed; of a service what its name does not say. */
  readBack: z.string(),
}
const knownOfDrugs = { ...known, strength: z.string(), form: z.string(), route: z.string() }

/** Items as they were written, completed from the national lists, with `more` that their keeper adds. */
export const writtenItemWith = <More extends z.ZodRawShape>(more: More) => itemsWith({ ...knownOfDrugs, ...more }, { ...known, ...more })

export const WrittenItem = writtenItemWith({})
export type WrittenItem = z.infer<typeof WrittenItem>

export const PrescriptionItem = writtenItemWith({
  /** Null until the insurer was asked about the item as it now is. */
  check: ItemCheck.nullable(),
}).meta({ id: 'PrescriptionItem' })
export type PrescriptionItem = z.infer<typeof PrescriptionItem>
export type PrescribedDrug = Extract<PrescriptionItem, { kind: 'drug' }>

/** What of an item a reader of its change sees. */
export const ItemInBrief = z.object({ kind: z.enum(itemKinds), key: Id, name, quantity: ofEveryKind.quantity, readBack: z.string(), note: z.string() })

/** Whether an item says enough to be signed. */
export const isComplete = (item: ItemDraft): boolean => item.quantity !== null && (isDrug(item) ? saysWhen(item) : saysWhere(item))

/** A dental service that is of one tooth, which. */
const saysWhere = (it: ServiceDraft): boolean => it.kind !== 'dental' || !it.needsTooth || it.tooth !== null

/** How often, and of every stretch of days but the last how long. */
const saysWhen = (it: DrugDraft): boolean => {
  const stretches = [it, ...(it.then ?? [])]
  return stretches.every(({ frequency, byTime }) => frequency !== null || byTime !== undefined) && stretches.slice(0, -1).every(({ durationDays }) => durationDays !== null)
}
