import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { openEncounter as contract } from '@noskhe/shared/patients/contract'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../context.ts'
import { newId } from '../../db/id.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { EligibilityAnswer } from '../../national/eligibility/port.ts'
import { heard } from '../../national/port.ts'
import { record } from '../audit/index.ts'
import { refuseInactiveCentre } from '../licences/index.ts'
import { insurersOfCentre } from '../payers/index.ts'
import { keepIssued } from './hids/store.ts'
import { keepPools } from './reserve/store.ts'
import { stateOf } from './state.ts'
import { type NewEncounter, createEncounter, findEncounterOf, lastContactOf } from './store.ts'

type Asked = Input<typeof contract>

/**
 * Asks identity and coverage, obtains the HID of a covered person and opens the visit (A06, A39, A50). A silent or
 * unreadable eligibility service opens it too, as `unanswered`.
 */
export async function openEncounter(context: Context, asked: Asked): Promise<Encounter> {
  const { actor, db, now } = context
  await refuseInactiveCentre(context)
  const answer = await ask(context, asked)
  const openedAt = now()
  const { centreId } = actor.at
  const encounter: NewEncounter = {
    id: newId(openedAt.getTime()),
    openedAt: openedAt.toISOString(),
    identity: asked.identity,
    newbornBirthDate: asked.newbornBirthDate,
    contactPhone: await lastContactOf(db, centreId, asked),
    ...(answer === 'silence' ? unanswered : told(answer, context)),
  }
  const insurers = await reservable(context)
  return inTransaction(db, async (tx) => {
    await createEncounter(tx, actor, encounter)
    if (encounter.hid) await keepIssued(tx, centreId, encounter.hid)
    await keepPools(tx, centreId, insurers)
    await record(tx, context, 'patient.looked-up', encounter.id, { state: encounter.state })
    return findEncounterOf(tx, actor, encounter.id, openedAt)
  })
}

/** Whom the centre can prescribe for, and so may have to take on while eligibility is silent. */
const reservable = async ({ db, actor, national }: Context) =>
  (await insurersOfCentre(db, actor.at.centreId)).filter((insurer) => national.payers[insurer] !== undefined)

function ask({ actor, national }: Context, { identity, newbornBirthDate }: Asked): Promise<EligibilityAnswer | 'silence'> {
  const { councilNumber } = actor
  if (!councilNumber) throw new Failure('role.forbidden')
  return heard(() =>
    national.eligibility.check({
      identity,
      ...(newbornBirthDate !== null && { newborn: { birthDate: newbornBirthDate } }),
      siamId: actor.at.centreId,
      councilNumber,
      clientIp: actor.ip,
    }),
  )
}

type Said = Omit<NewEncounter, 'id' | 'openedAt' | 'identity' | 'newbornBirthDate' | 'contactPhone'>

const unanswered: Said = { state: 'unanswered', person: null, coverages: [], used: null, choice: null, hid: null, message: null }

const told = (answer: EligibilityAnswer, { national }: Context): Said => ({
  state: stateOf(answer, (insurer) => national.payers[insurer] !== undefined),
  person: answer.identity,
  coverages: answer.coverages.map(({ insurer, box, validUntil, isValid, supplementary }) => ({
    insurer,
    box: box.title,
    validUntil,
    isValid,
    supplementary,
  })),
  used: answer.used,
  choice: answer.choice,
  hid: answer.hid,
  message: answer.message,
})
