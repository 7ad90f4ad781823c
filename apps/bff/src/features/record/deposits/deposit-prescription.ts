import { daysOfCourse } from '@noskhe/shared/prescriptions/directions/course'
import { type SignedItem, isSignedDrug } from '@noskhe/shared/signing/signed-item'
import type { Resources } from '../../../context.ts'
import type { DepositedItem, PrescriptionDeposit } from '../../../national/sepas/port.ts'
import type { Message } from '../../../outbox/index.ts'
import { itemCodeOf } from '../../prescriptions/index.ts'
import { signedHead } from './signed-head.ts'

/** The deposit of the lines of a registered version, made of the very bytes that were signed. Null where there is nothing to make it of. */
export async function prescriptionDeposit(needed: Pick<Resources, 'db'>, message: Message): Promise<PrescriptionDeposit | null> {
  const found = await signedHead(needed, message)
  return found && { ...found.head, items: found.document.items.map(itemOf) }
}

const itemOf = (it: SignedItem): DepositedItem => ({
  key: it.key,
  code: itemCodeOf(it.code),
  name: it.name,
  ...(isSignedDrug(it) ? doseOf(it) : noDose),
  quantity: it.quantity,
  directions: it.readBack,
  note: it.note,
})

/** The record has one amount and one frequency a drug. A course that changes has neither: only the words tell it whole. */
const doseOf = (it: Extract<SignedItem, { dose: string }>) => ({
  ...(it.then || it.byTime ? { dose: null, frequency: null } : { dose: { amount: it.dose, unit: it.doseUnit }, frequency: it.frequency }),
  durationDays: daysOfCourse(it),
  asNeeded: it.asNeeded,
})

const noDose = { dose: null, frequency: null, durationDays: null, asNeeded: false }
