import type { Input, Output } from '@noskhe/shared/endpoint'
import type { listPrescriptions as contract } from '@noskhe/shared/prescriptions/contract'
import type { Prescription, PrescriptionSummary } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { list } from './store.ts'

const FIRST_ITEMS = 3

/** Her own prescriptions at this centre, newest first; `next` is where the following page begins. */
export async function listPrescriptions({ db, actor }: Context, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const found = await list(db, actor, input)
  const prescriptions = found.map(({ prescription }) => summaryOf(prescription))
  const isFull = prescriptions.length === input.limit
  return { prescriptions, next: isFull ? (prescriptions.at(-1)?.writtenAt ?? null) : null }
}

const summaryOf = ({ patient, items, act, ...it }: Prescription): PrescriptionSummary => ({
  ...it,
  ...(act && { act: act.kind }),
  patientName: `${patient.person.firstName} ${patient.person.lastName}`,
  itemCount: items.length,
  firstItems: items.slice(0, FIRST_ITEMS).map(({ name }) => name.fa),
})
