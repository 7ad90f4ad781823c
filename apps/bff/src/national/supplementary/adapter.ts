import { identifierOf } from '@noskhe/national-wire/data-objects'
import type { DitasReply, DoCodedText } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import {
  ClaimReply, LetterReply, PoliciesReply, ShareReply, careCoding, claimCoding, letterCoding, letterIdentifier, policyIdentifier, supplementaryRefusal,
} from '@noskhe/national-wire/supplementary'
import type * as wire from '@noskhe/national-wire/supplementary'
import { toIdentifier } from '../eligibility/identity.ts'
import { NationalUnreadable } from '../gateway/failures.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOf, dataOrNull, isoDay } from '../gateway/reading.ts'
import type { ItemCode } from '../payer/port.ts'
import type {
  ClaimStanding, LetterAnswer, LetterRequest, LineToShare, ShareQuestion, SharedLine, Supplementary, SupplementaryClaim, SupplementaryPolicy, SupplementaryRefused,
} from './port.ts'

const service = 'supplementary'

/** Every message may be repeated: letters and claims are known by the reference that they carry. */
export const supplementaryThrough = (gateway: Gateway): Supplementary => {
  const ask = <T>(path: string, reply: Parameters<typeof gateway.post<T>>[1]['reply'], body: unknown) =>
    gateway.post(`supplementary/${path}`, { service, isRead: true, reply, body })
  return {
    async coverage({ identity }) {
      return dataOf(service, await ask('Policies', PoliciesReply, { PersonID: toIdentifier(identity) })).map(toPolicy)
    },

    async shares(question) {
      const reply = await ask('ComputeShares', ShareReply, shareToWire(question))
      const refused = refusalOf(reply)
      if (refused !== null) return refused
      const { Left, Services } = dataOf(service, reply)
      return { outcome: 'shared', left: Left, lines: question.lines.map((line) => sharedLine(line, Services)) }
    },

    async requestLetter(request) {
      const reply = await ask('RequestIntroductionLetter', LetterReply, letterToWire(request))
      return refusalOf(reply) ?? toLetter(dataOf(service, reply))
    },

    async findLetter({ reference, siteId }) {
      const found = dataOrNull(service, await ask('FindIntroductionLetter', LetterReply, { MessageUID: reference, HealthCareFacilityID: identifierOf.centre(siteId) }))
      return found && toLetter(found)
    },

    async claim(claim) {
      const reply = await ask('SaveClaim', ClaimReply, claimToWire(claim))
      return refusalOf(reply) ?? toStanding(dataOf(service, reply))
    },

    async findClaim({ reference, siteId }) {
      const found = dataOrNull(service, await ask('FindClaim', ClaimReply, { MessageUID: reference, HealthCareFacilityID: identifierOf.centre(siteId) }))
      return found && toStanding(found)
    },
  }
}

const reasonOf = new Map<number, SupplementaryRefused['reason']>([
  [supplementaryRefusal.unknown, 'unknown'],
  [supplementaryRefusal.conflict, 'conflict'],
  [supplementaryRefusal.notInForce, 'not-in-force'],
  [supplementaryRefusal.notCovered, 'not-covered'],
  [supplementaryRefusal.letterNeeded, 'needs-letter'],
  [supplementaryRefusal.ceilingUsed, 'ceiling-used'],
])

/** Null for an answer, and for a refusal that is not listed: that one is about us, and says nothing of the policy. */
function refusalOf({ isSuccess, statusCode, message }: DitasReply<unknown>): SupplementaryRefused | null {
  const reason = isSuccess ? undefined : reasonOf.get(statusCode)
  return reason === undefined ? null : { outcome: 'refused', reason, message: message.join(' ') }
}

type About = Pick<ShareQuestion, 'patient' | 'policy' | 'siteId' | 'kind'>

const aboutToWire = ({ patient, policy, siteId, kind }: About) => ({
  PersonID: toIdentifier(patient.identity),
  PolicyID: policyIdentifier(policy.company.code, policy.number),
  HealthCareFacilityID: identifierOf.centre(siteId),
  Kind: careCoding.toWire(kind),
})

const letterOf = ({ policy, letter }: Pick<ShareQuestion, 'policy' | 'letter'>) => (letter === null ? null : letterIdentifier(policy.company.code, letter))

const shareToWire = (it: ShareQuestion): wire.ShareRequest => ({ ...aboutToWire(it), LetterID: letterOf(it), Services: it.lines.map(lineToWire) })

const letterToWire = (it: LetterRequest): wire.LetterRequest => ({
  ...aboutToWire(it),
  MessageUID: it.reference,
  Committer: identifierOf.council(it.councilNumber),
  Estimate: it.estimate,
  Purpose: it.purpose,
})

const claimToWire = (it: SupplementaryClaim): wire.ClaimRequest => ({
  ...aboutToWire(it),
  MessageUID: it.reference,
  Committer: identifierOf.council(it.councilNumber),
  LetterID: letterOf(it),
  BasicInsurer: { Value: insurerCoding[it.insurer].title, Terminology_id: 'thritaEHR.insurer', Coded_string: insurerCoding[it.insurer].code },
  TrackingCode: it.trackingCode,
  DeliveredAt: it.deliveredAt,
  // On the wire the patient's part is what the basic insurer left; the company's own part is told of it.
  Services: it.lines.map(({ price, ...line }) => ({
    ...lineToWire({ ...line, price: { ...price, patientShare: price.patientShare + price.supplementaryShare } }),
    SupplementaryContribution: price.supplementaryShare,
  })),
})

const terminologyOf: Record<ItemCode['system'], string> = { generic: 'eRx', irc: 'IRC', rvu: 'RVU3' }

const lineToWire = ({ key, code, count, price }: LineToShare): wire.Service => ({
  PKID: key,
  Service: { Value: code.value, Terminology_id: terminologyOf[code.system], Coded_string: code.value },
  ServiceCount: count,
  TotalCharge: price.total,
  BasicInsuranceContribution: price.insurerShare,
  PatientContribution: price.patientShare,
  Discount: price.discount,
})

/** @throws NationalUnreadable where the two parts are not what was to be shared, or the line is missing or told twice. */
function sharedLine({ price, ...line }: LineToShare, answered: wire.Shares['Services']): SharedLine {
  const [mine, ...more] = answered.filter((it) => it.PKID === line.key)
  if (mine === undefined || more.length > 0) throw unreadable(`${answered.length} lines, not one of each`)
  const { SupplementaryContribution: supplementaryShare, PatientContribution: patientShare } = mine
  if (supplementaryShare + patientShare !== price.patientShare) throw unreadable('Parts that do not add up')
  return { ...line, price: { ...price, supplementaryShare, patientShare } }
}

const toPolicy = (it: wire.Policy): SupplementaryPolicy => ({
  company: { code: it.Company.Coded_string, title: it.Company.Value },
  number: it.PolicyID.ID,
  plan: it.Plan,
  from: isoDay(service, it.From),
  until: isoDay(service, it.Until),
  terms: it.Terms.map((term) => ({
    kind: listed(careCoding.fromWire(term.Kind), term.Kind),
    from: isoDay(service, term.From),
    until: isoDay(service, term.Until),
    ceiling: term.Ceiling,
    left: term.Left,
    percent: term.Percent,
    letterAbove: term.LetterAbove,
  })),
})

/** @throws NationalUnreadable for an issued letter without its number, last day or amount: nobody could rely on it. */
function toLetter({ State, LetterID, Until, Ceiling, Reason }: wire.Letter): LetterAnswer {
  const state = listed(letterCoding.fromWire(State), State)
  if (state === 'pending') return { outcome: 'pending', message: Reason ?? '' }
  if (state === 'refused') return { outcome: 'refused', reason: 'declined', message: Reason ?? '' }
  if (LetterID === null || Until === null || Ceiling === null) throw unreadable('A letter without its number, day or amount')
  return { outcome: 'issued', number: LetterID.ID, validUntil: isoDay(service, Until), ceiling: Ceiling }
}

const toStanding = (it: wire.Claim): ClaimStanding => ({
  outcome: 'kept',
  claimUid: it.ClaimUID,
  state: listed(claimCoding.fromWire(it.State), it.State),
  asked: it.Asked,
  approved: it.Approved,
  message: it.Reason,
})

function listed<T>(word: T | null, { Terminology_id, Coded_string }: DoCodedText): T {
  if (word !== null) return word
  throw unreadable(`${Terminology_id} has no ${Coded_string}`)
}

const unreadable = (what: string) => new NationalUnreadable(service, { cause: new Error(what), sent: 'maybe' })
