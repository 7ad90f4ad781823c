import { randomUUID } from 'node:crypto'
import { FindPrescriptionReply, DoneReply, InsuredReply, SavePrescriptionReply, armedForcesRefusal } from '@noskhe/national-wire/armed-forces'
import type { KeptPrescription } from '@noskhe/national-wire/armed-forces'
import { toIdentifier } from '../../eligibility/identity.ts'
import { beforeSending } from '../../gateway/before-sending.ts'
import { confirmationIdentifier } from '../../insurer-rules/adapter.ts'
import type { ClaimedService, InsurerRules } from '../../insurer-rules/port.ts'
import type { Payer, PayerCall, Refused, RuleConfirmation } from '../port.ts'
import { lineOf, lineOfRow, newRowId, orderRef, readOrderRef, rowIdOf, rowOf, shown } from './lines.ts'
import type { OrderLine } from './lines.ts'
import { coverageOf, itemOf, orderOf, orderVerdict } from './reading.ts'
import { drugsOnly, noCompound, notConfirmed, refusalOf, unjudged } from './refusals.ts'
import type { Answer, ArmedForces } from './service.ts'

type Prescribing = Pick<
  Payer,
  'coverage' | 'openVisit' | 'checkOrder' | 'confirmOrder' | 'register' | 'amend' | 'withdraw' | 'findRegistration' | 'progress' | 'orderByVisit'
>
type Visited = PayerCall & { visitRef: string }
type Confirmed = { outcome: 'confirmed'; confirmation: RuleConfirmation }

/** The doctor's side of the insurer. A visit is our own message id, by which a save whose answer was lost is asked for. */
export function prescribing(insurer: ArmedForces, rules: InsurerRules): Prescribing {
  return {
    async coverage(call) {
      const answer = await insured(call)
      return answer.outcome === 'refused' ? answer : coverageOf(answer.info)
    },

    async openVisit(call) {
      const answer = await insured(call)
      if (answer.outcome === 'refused') return answer
      if (!answer.info.IsCovered) return refusalOf(armedForcesRefusal.notInsured, answer.info.Message ?? '')
      return { outcome: 'opened', visitRef: randomUUID() }
    },

    async checkOrder({ item, alongside, ...call }) {
      if (item.code.system === 'rvu') return drugsOnly
      if (item.compound !== null) return noCompound
      const key = newRowId()
      const asked = { key, code: item.code, count: item.count, unitPrice: null, confirmation: null }
      const answer = await judge(call, [...alongside.map((ref) => shown(readOrderRef(ref))), asked])
      if (answer.outcome === 'not-judged') return unjudged(answer)
      const judged = answer.services.find((it) => it.key === key)
      if (judged === undefined) return notConfirmed
      return orderVerdict(judged, judged.confirmation && orderRef(lineOf(item, key, judged.confirmation.id)))
    },

    confirmOrder: ({ checkRefs, ...call }) => confirmWhole(call, checkRefs.map(readOrderRef)),

    async register({ checkRefs, ...call }) {
      const lines = checkRefs.map(readOrderRef)
      const whole = await beforeSending(() => confirmWhole(call, lines))
      if (whole.outcome === 'refused') return whole
      const body = { PersonID: personOf(call), MessageUID: call.visitRef, TrackingID: confirmationIdentifier(whole.confirmation.id), Rows: lines.map(rowOf) }
      return registered(await insurer.ask(call.party, 'SaveMedicationPrescription', { reply: SavePrescriptionReply, body, isRead: false }))
    },

    async amend({ add, remove, ...call }) {
      const found = await beforeSending(() => find(call))
      if (found.outcome === 'refused') return found
      const removed = remove.map(rowIdOf)
      const added = add.map(readOrderRef)
      const kept = found.info.Rows.map(lineOfRow).filter((line) => !removed.includes(line.rowId))
      const whole = await beforeSending(() => confirmWhole(call, [...kept, ...added]))
      if (whole.outcome === 'refused') return whole
      const body = {
        PersonID: personOf(call), Amends: call.visitRef, TrackingID: confirmationIdentifier(whole.confirmation.id), Remove: removed, Add: added.map(rowOf),
      }
      return registered(await insurer.ask(call.party, 'AmendMedicationPrescription', { reply: SavePrescriptionReply, body, isRead: false }))
    },

    async withdraw({ party, patient, visitRef }) {
      const body = { PersonID: toIdentifier(patient.identity), MessageUID: visitRef }
      const answer = await insurer.ask(party, 'WithdrawMedicationPrescription', { reply: DoneReply, body, isRead: false })
      // What is withdrawn already is withdrawn: the first answer may have been lost.
      return answer.outcome === 'refused' && answer.code !== String(armedForcesRefusal.withdrawn) ? answer : { outcome: 'withdrawn' }
    },

    async findRegistration(call) {
      const found = await find(call)
      if (found.outcome === 'answered') return { outcome: 'registered', trackingCode: found.info.TrackingCode }
      return found.reason === 'not-found' ? { outcome: 'not-registered' } : found
    },

    async progress(call) {
      const found = await find(call)
      return found.outcome === 'refused' ? found : { outcome: 'found', items: found.info.Rows.map(itemOf) }
    },

    async orderByVisit(call) {
      const found = await find(call)
      return found.outcome === 'refused' ? found : { outcome: 'found', order: orderOf(found.info) }
    },
  }

  function insured({ party, patient }: PayerCall) {
    return insurer.ask(party, 'FindInsured', { reply: InsuredReply, body: { PersonID: toIdentifier(patient.identity) }, isRead: true })
  }

  function find(call: Visited): Promise<Answer<KeptPrescription>> {
    const body = { PersonID: personOf(call), By: { MessageUID: call.visitRef } }
    return insurer.ask(call.party, 'FindMedicationPrescription', { reply: FindPrescriptionReply, body, isRead: true })
  }

  function judge({ party, patient, visitRef }: Visited, services: ClaimedService[]) {
    const by = { councilNumber: party.username, siteId: party.siteId ?? '-' }
    return rules.judge({ insurer: 'armed-forces', point: 'before-prescribing', patient, by, about: visitRef, services })
  }

  /** The rules answer the same lines with the same confirmation while it holds, so that what is signed is what is registered. */
  async function confirmWhole(call: Visited, lines: OrderLine[]): Promise<Confirmed | Refused> {
    const answer = await judge(call, lines.map(shown))
    if (answer.outcome === 'not-judged') return unjudged(answer)
    return answer.whole === null ? notConfirmed : { outcome: 'confirmed', confirmation: answer.whole }
  }
}

const personOf = ({ patient }: PayerCall) => toIdentifier(patient.identity)

const registered = (answer: Answer<{ TrackingCode: string }>) =>
  answer.outcome === 'refused' ? answer : { outcome: 'registered' as const, trackingCode: answer.info.TrackingCode }
