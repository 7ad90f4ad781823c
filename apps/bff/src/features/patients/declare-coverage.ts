import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { declareCoverage as contract } from '@noskhe/shared/patients/contract'
import type { Encounter, InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { connectPayer, payerRefusal } from '../payers/index.ts'
import { bindReserved } from './reserve/store.ts'
import { findEncounterOf, takeOn } from './store.ts'

/**
 * Goes on as insured where eligibility was silent. The prescriber names the insurer, and that insurer is asked: only its own yes
 * binds a reserved HID, which the service has to confirm later (unknown is never yes). Pressed twice it is done once.
 * @throws Failure `encounter.answered` | `encounter.not-covered` | `hid.none-reserved` | `payer.refused` | those of `connectPayer`
 */
export async function declareCoverage(context: Context, { id, insurer }: Input<typeof contract>): Promise<Encounter> {
  const { actor, db, now } = context
  const encounter = await findEncounterOf(db, actor, id, now())
  if (isTakenOnBy(encounter, insurer)) return encounter
  if (encounter.state !== 'unanswered') throw new Failure('encounter.answered', { state: encounter.state })
  const message = await judgedBy(context, encounter, insurer)

  return inTransaction(db, async (tx) => {
    const hid = await bindReserved(tx, { centreId: actor.at.centreId, insurer }, now())
    if (hid === null) throw new Failure('hid.none-reserved', { insurer })
    if (!(await takeOn(tx, actor, { id, insurer, hid, message }))) throw new Failure('encounter.answered')
    await record(tx, context, 'hid.bound', id, { insurer })
    return findEncounterOf(tx, actor, id, now())
  })
}

const isTakenOnBy = ({ state, used }: Encounter, insurer: InsurerCode) => state === 'unconfirmed' && used === insurer

/** The insurer's own words of a patient whom it covers. */
async function judgedBy(context: Context, { identity }: Encounter, insurer: InsurerCode): Promise<string> {
  const { payer, party } = await connectPayer(context, insurer)
  const answer = await payer.coverage({ party, patient: { identity } })
  if (answer.outcome === 'refused') throw payerRefusal(answer)
  if (answer.outcome === 'not-covered') throw new Failure('encounter.not-covered', { insurer })
  return [answer.patientName, answer.fund].filter((part) => part !== '').join(' · ')
}
