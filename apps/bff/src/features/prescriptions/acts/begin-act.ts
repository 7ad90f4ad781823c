import { Failure } from '@noskhe/shared/failure'
import type { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/id.ts'
import { inTransaction } from '../../../db/transaction.ts'
import type { PayerPatient } from '../../../national/payer/port.ts'
import { record } from '../../audit/index.ts'
import { findEncounterOf, writeOnHid } from '../../patients/index.ts'
import { type ConnectedPayer, connectPayer } from '../../payers/index.ts'
import { currentRelease } from '../../terminology/index.ts'
import { headerOf, payerOf } from '../open-draft.ts'
import { create, find, keyOf } from '../store.ts'
import { emptyContent } from '../stored.ts'
import type { StoredAct } from './stored-act.ts'

/** A covered visit of hers: its insurer, her account there, and the patient as that insurer knows her. */
export interface CoveredVisit {
  insurer: InsurerCode
  connected: ConnectedPayer
  patient: PayerPatient
}

/** What a payer is asked for, before anything is begun: the act, and the visit where the payer has opened one for it. */
interface Begun {
  stored: StoredAct
  visitRef: string | null
}

/**
 * Begins a prescription whose content is one act, for one of her covered visits. `ask` gets from the payer what the act needs.
 * @throws Failure `encounter.not-found` | `encounter.not-covered` | `encounter.ended` | `encounter.hid-ended` | `patient.name-required`,
 * `payer.account-missing` | `payer.not-connected`, and whatever `ask` throws
 */
export async function beginAct(context: Context, encounterId: string, ask: (visit: CoveredVisit) => Promise<Begun>): Promise<Prescription> {
  const { actor, db, now } = context
  const encounter = await findEncounterOf(db, actor, encounterId, now())
  const insurer = payerOf(encounter, 'insurer')
  if (encounter.endedAt !== null) throw new Failure('encounter.ended')
  const header = headerOf(actor, encounter, { encounterId, pays: 'insurer', declaredName: null })
  const connected = await connectPayer(context, insurer)
  const { stored, visitRef } = await ask({ insurer, connected, patient: { identity: encounter.identity } })
  const terminologyRelease = await currentRelease(context)
  const at = now()
  const key = keyOf(actor, newId(at.getTime()))
  return inTransaction(db, async (tx) => {
    if (header.hid) await writeOnHid(tx, actor, header.hid, at)
    await create(tx, key, { encounterId, insurer, header, content: emptyContent, act: stored, visitRef, terminologyRelease, at })
    await record(tx, context, 'prescription.begun', key.id, { insurer, act: stored.act.kind })
    return (await find(tx, key)).prescription
  })
}

/** The visit alone, to read of it. @throws as `beginAct` */
export async function coveredVisit(context: Context, encounterId: string): Promise<CoveredVisit> {
  const encounter = await findEncounterOf(context.db, context.actor, encounterId, context.now())
  const insurer = payerOf(encounter, 'insurer')
  if (insurer === 'private') throw new Failure('encounter.not-covered', { state: encounter.state })
  return { insurer, connected: await connectPayer(context, insurer), patient: { identity: encounter.identity } }
}
