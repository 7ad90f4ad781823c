import { z } from 'zod'
import { furtherDirections } from '../prescriptions/directions/parts.ts'
import { CheckOutcome, DoneBy, type PrescriptionItem, type RuleConfirmation, isDrug } from '../prescriptions/item.ts'

export const SignedConfirmation = z.strictObject({ id: z.string(), validUntil: z.string() })

export const confirmed = ({ id, validUntil }: RuleConfirmation): z.infer<typeof SignedConfirmation> => ({ id, validUntil })

const ofEveryKind = {
  key: z.string(),
  code: z.string(),
  name: z.string(),
  nameLatin: z.string(),
  quantity: z.int(),
  readBack: z.string(),
  note: z.string(),
  /** What the insurer said before she signed; `not-checked` is kept as such. */
  check: z.strictObject({
    outcome: CheckOutcome,
    messages: z.array(
      z.strictObject({
        tone: z.string(),
        text: z.string(),
        rule: z.strictObject({ id: z.string(), version: z.int() }).exactOptional(),
        topic: z.string().exactOptional(),
        proposal: z.strictObject({ code: z.string(), name: z.string() }).exactOptional(),
      }),
    ),
    insurerShare: z.int().nullable(),
    patientShare: z.int().nullable(),
    confirmation: SignedConfirmation.exactOptional(),
  }),
}

const SignedDrug = z.strictObject({
  /** Absent in documents that were signed while drugs were all there was. */
  kind: z.literal('drug').exactOptional(),
  ...ofEveryKind,
  strength: z.string(),
  form: z.string(),
  dose: z.string(),
  doseUnit: z.string(),
  /** Null only where amounts are told by the time of day. */
  frequency: z.string().nullable(),
  durationDays: z.int().nullable(),
  instructions: z.array(z.string()),
  asNeeded: z.boolean(),
  ...furtherDirections,
})
type SignedDrug = z.infer<typeof SignedDrug>

const SignedService = z.strictObject({
  kind: z.enum(['lab', 'imaging', 'physiotherapy', 'physician-service', 'nursing', 'dental', 'device']),
  ...ofEveryKind,
  /** FDI number; only of a dental service, null where it is of no one tooth. */
  tooth: z.string().nullable().exactOptional(),
  /** Only of a physician's or nursing service. */
  doneBy: DoneBy.exactOptional(),
})
type SignedService = z.infer<typeof SignedService>

/** One item of a signed version. */
export const SignedItem = z.union([SignedDrug, SignedService])
export type SignedItem = z.infer<typeof SignedItem>

export const isSignedDrug = (it: SignedItem): it is SignedDrug => it.kind === undefined || it.kind === 'drug'

/** @throws TypeError for what says too little or was not put to the insurer: it must have been refused before. */
export function signedItem(item: PrescriptionItem): SignedItem {
  if (item.quantity === null || item.check === null) throw new TypeError('An unfinished item is not signed')
  const common = {
    key: item.key,
    code: item.code,
    name: item.name.fa,
    nameLatin: item.name.en,
    quantity: item.quantity,
    readBack: item.readBack,
    note: item.note,
    check: signedCheck(item.check),
  }
  return isDrug(item) ? { ...common, ...signedDirections(item) } : { ...common, ...signedParts(item) }
}

function signedDirections(item: Extract<PrescriptionItem, { kind: 'drug' }>) {
  const { kind, strength, form, dose, doseUnit, frequency, durationDays, instructions, asNeeded } = item
  if (frequency === null && item.byTime === undefined) throw new TypeError('An unfinished item is not signed')
  const further = z.object(furtherDirections).parse(item)
  return { kind, strength, form, dose, doseUnit, frequency, durationDays, instructions, asNeeded, ...further }
}

const signedParts = (item: Exclude<PrescriptionItem, { kind: 'drug' }>): Pick<SignedService, 'kind' | 'tooth' | 'doneBy'> => ({
  kind: item.kind,
  ...('tooth' in item && { tooth: item.tooth }),
  ...('doneBy' in item && { doneBy: item.doneBy }),
})

const signedCheck = (check: NonNullable<PrescriptionItem['check']>): SignedItem['check'] => ({
  outcome: check.outcome,
  messages: check.messages.map(({ tone, text, rule, topic, proposal }) => ({
    tone,
    text,
    ...(rule && { rule: { id: rule.id, version: rule.version } }),
    ...(topic !== undefined && { topic }),
    ...(proposal && { proposal: { code: proposal.code, name: proposal.name } }),
  })),
  insurerShare: check.shares?.insurerShare ?? null,
  patientShare: check.shares?.patientShare ?? null,
  ...(check.confirmation && { confirmation: confirmed(check.confirmation) }),
})
