import { Failure } from '@noskhe/shared/failure'
import { isActComplete, takesItems } from '@noskhe/shared/prescriptions/act'
import { isComplete } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { digestOf } from '@noskhe/shared/signing/challenge'
import { signedForm } from '@noskhe/shared/signing/signed-form'
import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import { type OwnPrescription, hasRunOut } from '../prescriptions/index.ts'
import { rulesForDocument } from '../rules/index.ts'
import { digestOfVersion } from './store.ts'

export interface FixedDocument {
  canonical: string
  digest: Uint8Array<ArrayBuffer>
  /** Digest of the version before, base64url; null for the first. */
  previous: string | null
}

/** The bytes of a version of a prescription, as it is now and as of `fixedAt` (ISO instant). */
export async function fixDocument(
  db: Db | Tx,
  actor: ActorAtCentre,
  { prescription, version, fixedAt }: { prescription: Prescription; version: number; fixedAt: string },
): Promise<FixedDocument> {
  const previous = await digestOfVersion(db, actor, prescription.id, version - 1)
  const rules = await rulesForDocument(db, actor, prescription, new Date(fixedAt))
  const canonical = signedForm(prescription, { number: version, previous, fixedAt, rules })
  return { canonical, digest: await digestOf(canonical), previous }
}

/**
 * Whether the draft says enough to be signed, and was put to the payer as it now is, with confirmations that still hold. A silence of the payer is signed as
 * such; a line that it does not take is not signed, because what is signed is registered whole.
 * @throws Failure `act.incomplete` | `act.without-items`, `prescription.empty` | `.incomplete` | `.not-checked` | `.not-registrable`, with the items' keys;
 * `prescription.wrong-status` for items in a version that takes the prescription back
 */
export function assertSignable({ prescription: { items, act, diagnosis, amending }, unregistrable }: OwnPrescription, at: Date): void {
  if (amending?.cancellation) return assertEmpty(items)
  if (items.length === 0 && !act) throw new Failure('prescription.empty')
  if (items.length > 0 && !takesItems(act)) throw new Failure('act.without-items')
  if (act && !isActComplete(act, diagnosis)) throw new Failure('act.incomplete')
  refuseAny('prescription.incomplete', items.filter((it) => !isComplete(it)))
  refuseAny('prescription.not-checked', items.filter(({ check }) => check === null || hasRunOut(check.confirmation, at)))
  refuseAny('prescription.not-registrable', unregistrable.map((key) => ({ key })))
}

/** What takes a prescription back orders nothing. */
function assertEmpty(items: readonly unknown[]): void {
  if (items.length > 0) throw new Failure('prescription.wrong-status')
}

type Reason = 'prescription.incomplete' | 'prescription.not-checked' | 'prescription.not-registrable'

function refuseAny(reason: Reason, items: readonly { key: string }[]): void {
  if (items.length > 0) throw new Failure(reason, { items: items.map(({ key }) => key) })
}
