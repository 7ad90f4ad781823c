import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import { type Encounter, HidOfVisit, type InsurerCode, isEnded } from '@noskhe/shared/patients/eligibility'
import type { openDraft as contract } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { foldPersian } from '@noskhe/shared/text'
import type { ActorAtCentre, Context } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { findEncounterOf, nameSeen, patientOfVisit, writeOnHid } from '../patients/index.ts'
import { connectPayer } from '../payers/index.ts'
import { currentRelease } from '../terminology/index.ts'
import { create, find, keyOf } from './store.ts'
import { type StoredHeader, emptyContent } from './stored.ts'

type Asked = Input<typeof contract>

/**
 * Begins a prescription for one of her visits: on the insurer's account only where the visit is covered, or was taken on by the
 * insurer itself while eligibility was silent; private always.
 */
export async function openDraft(context: Context, asked: Asked): Promise<Prescription> {
  const { actor, db, now } = context
  const encounter = await findEncounterOf(db, actor, asked.encounterId, now())
  const insurer = payerOf(encounter, asked.pays)
  if (encounter.endedAt !== null) throw new Failure('encounter.ended')
  if (insurer !== 'private') await connectPayer(context, insurer)
  const header = headerOf(actor, encounter, asked)
  const terminologyRelease = await currentRelease(context)
  const at = now()
  const key = keyOf(actor, newId(at.getTime()))
  return inTransaction(db, async (tx) => {
    if (header.hid) await writeOnHid(tx, actor, header.hid, at)
    await create(tx, key, { encounterId: encounter.id, insurer, header, content: emptyContent, terminologyRelease, at })
    if (header.patient.isDeclared) await nameDeclared(tx, actor, encounter.id, header)
    await record(tx, context, 'prescription.begun', key.id, { insurer })
    return (await find(tx, key)).prescription
  })
}

/** By the name that the prescriber gives, the patient is found here again. */
async function nameDeclared(tx: Tx, { at: { centreId } }: ActorAtCentre, encounterId: string, { patient: { person } }: StoredHeader) {
  const patientId = await patientOfVisit(tx, centreId, encounterId)
  if (patientId !== null) await nameSeen(tx, { centreId, patientId }, { firstName: person.firstName, lastName: person.lastName })
}

/** @throws Failure `encounter.not-covered` | `encounter.hid-ended` */
export function payerOf({ state, used, hid }: Encounter, pays: Asked['pays']): InsurerCode {
  if (pays === 'private') return 'private'
  const isTakenOn = state === 'covered' || state === 'unconfirmed'
  if (!isTakenOn || used === null) throw new Failure('encounter.not-covered', { state })
  if (hid && isEnded(hid)) throw new Failure('encounter.hid-ended', { state: hid.state })
  return used
}

/** @throws Failure `patient.name-required` */
export function headerOf(actor: ActorAtCentre, encounter: Encounter, { pays, declaredName }: Asked): StoredHeader {
  if (!actor.councilNumber) throw new Failure('role.forbidden')
  const { identity, newbornBirthDate, person, hid } = encounter
  const named = person ?? (declaredName && { firstName: foldPersian(declaredName.firstName), lastName: foldPersian(declaredName.lastName) })
  if (!named) throw new Failure('patient.name-required')
  const { centreId, name, address, phone } = actor.at
  return {
    prescriber: {
      firstName: actor.firstName,
      lastName: actor.lastName,
      councilNumber: actor.councilNumber,
      specialty: actor.specialty ?? '',
    },
    centre: { siamId: centreId as StoredHeader['centre']['siamId'], name, address, phone },
    patient: { identity, newbornBirthDate, person: named, isDeclared: person === null },
    // The HID was issued for the insurer's account; a private prescription is not on it.
    hid: pays === 'insurer' && hid ? HidOfVisit.parse(hid) : null,
  }
}
