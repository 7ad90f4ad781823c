import { z } from 'zod'
import { CancelReason } from '../prescriptions/amending.ts'
import type { Prescription } from '../prescriptions/prescription.ts'
import { SignedRules } from '../rules/signed-rules.ts'
import { canonicalize } from './canonical.ts'
import { SignedAct, signedAct } from './signed-act.ts'
import { SignedConfirmation, SignedItem, confirmed, signedItem } from './signed-item.ts'

/** The canonical document of one version: what the screen shows, what is signed, what is kept as evidence. */
export const SignedDocument = z.strictObject({
  format: z.literal('noskhe.prescription/1'),
  prescription: z.string(),
  version: z.int().positive(),
  /** SHA-256 of the previous version's bytes, base64url; null for the first. */
  previous: z.string().nullable(),
  writtenAt: z.string(),
  /** When the bytes were fixed for signing. */
  fixedAt: z.string(),
  centre: z.strictObject({ siamId: z.string(), name: z.string(), address: z.string(), phone: z.string() }),
  prescriber: z.strictObject({ firstName: z.string(), lastName: z.string(), councilNumber: z.string(), specialty: z.string() }),
  patient: z.strictObject({
    identity: z.strictObject({ kind: z.string(), value: z.string() }),
    firstName: z.string(),
    lastName: z.string(),
    gender: z.string().nullable(),
    birthDate: z.string().nullable(),
    newbornBirthDate: z.string().nullable(),
    isDeclared: z.boolean(),
  }),
  insurer: z.string(),
  hid: z.strictObject({ value: z.string(), issuer: z.string() }).nullable(),
  terminologyRelease: z.string(),
  diagnosis: z.strictObject({ code: z.string(), title: z.string() }).nullable(),
  noteToPatient: z.string(),
  /** Absent in documents that were signed before clinical rules were asked. */
  rules: SignedRules.exactOptional(),
  /** The insurer's rule confirmation of the whole (9-1-4), where it gave one. */
  ruleConfirmation: SignedConfirmation.exactOptional(),
  /** Only where this version takes the prescription back; it then has no items. */
  cancellation: z.strictObject({ reason: CancelReason, note: z.string() }).exactOptional(),
  /** What is ordered or told without lines; a version that takes it back has none. */
  act: SignedAct.exactOptional(),
  items: z.array(SignedItem),
})
export type SignedDocument = z.infer<typeof SignedDocument>

/**
 * The bytes that are signed for the next version of a prescription, as text. Every item must say enough and have
 * an answer from the check; a missing one throws, because it must have been refused before.
 */
export function signedForm(
  it: Prescription,
  version: { number: number; previous: string | null; fixedAt: string; rules?: SignedRules | undefined },
): string {
  const { person, identity, newbornBirthDate, isDeclared } = it.patient
  const document: SignedDocument = {
    format: 'noskhe.prescription/1',
    prescription: it.id,
    version: version.number,
    previous: version.previous,
    writtenAt: it.writtenAt,
    fixedAt: version.fixedAt,
    centre: { siamId: it.centre.siamId, name: it.centre.name, address: it.centre.address, phone: it.centre.phone },
    prescriber: { ...it.prescriber },
    patient: {
      identity: { kind: identity.kind, value: identity.value },
      firstName: person.firstName,
      lastName: person.lastName,
      gender: person.gender ?? null,
      birthDate: person.birthDate ?? null,
      newbornBirthDate,
      isDeclared,
    },
    insurer: it.insurer,
    hid: it.hid && { value: it.hid.value, issuer: it.hid.issuer },
    terminologyRelease: it.terminologyRelease,
    diagnosis: it.diagnosis && { code: it.diagnosis.code, title: it.diagnosis.title },
    noteToPatient: it.noteToPatient,
    ...(version.rules && { rules: version.rules }),
    ...(it.ruleConfirmation && { ruleConfirmation: confirmed(it.ruleConfirmation) }),
    ...(it.amending?.cancellation && { cancellation: it.amending.cancellation }),
    ...(it.act && !it.amending?.cancellation && { act: signedAct(it.act) }),
    items: it.items.map(signedItem),
  }
  return canonicalize(SignedDocument.parse(document))
}

/** Reads canonical text back for the screen; throws when it is not a document of ours. */
export const readSignedForm = (canonical: string): SignedDocument => SignedDocument.parse(JSON.parse(canonical))
