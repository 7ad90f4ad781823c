import { identifierOf, toDoDate } from '@noskhe/national-wire/data-objects'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import {
  RulesInForceReply, SendHealthInsuranceClaimReply, admission, claimRefusal, messageCoding, pointCoding, ruleTypeCoding, serviceStateCoding,
} from '@noskhe/national-wire/insurer-rules'
import type { InquiryResult, InsuranceCoverageVO, RuleInForce as WireRule, SendHealthInsuranceClaimRequest } from '@noskhe/national-wire/insurer-rules'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import type { DoCodedText } from '@noskhe/national-wire/data-objects'
import { toIdentifier } from '../eligibility/identity.ts'
import { NationalUnreadable } from '../gateway/failures.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { dataOf, isoDay } from '../gateway/reading.ts'
import type { InsurerCode, ItemCode, RuleConfirmation } from '../payer/port.ts'
import type { InsurerRules, JudgedService, RuleAnswer, RuleClaim, RuleInForce, RuleSaying } from './port.ts'

const service = 'insurer-rules'

export const insurerRulesThrough = (gateway: Gateway): InsurerRules => ({
  async judge(claim) {
    // Asked twice it leaves a confirmation unused, which expires.
    const reply = await gateway.post('insurer-rules/SendHealthInsuranceClaim', { service, isRead: true, reply: SendHealthInsuranceClaimReply, body: toWire(claim) })
    if (reply.isSuccess && reply.data !== null) return toAnswer(reply.data)
    return { outcome: 'not-judged', why: whyOf(reply.statusCode), code: String(reply.statusCode), message: reply.message.join(' ') }
  },

  async rulesInForce(insurer, on) {
    const body = { Insurer: insurerText(insurer), On: toDoDate(jalaliDay(on)) }
    const reply = await gateway.post('insurer-rules/RulesInForce', { service, isRead: true, reply: RulesInForceReply, body })
    if (!reply.isSuccess && reply.statusCode === claimRefusal.runsAtPayer) return null
    return dataOf(service, reply).map(toRule)
  },
})

const toWire = ({ insurer, point, patient, by, about, services }: RuleClaim): SendHealthInsuranceClaimRequest => ({
  Person: { PersonID: toIdentifier(patient.identity) },
  MsgID: {
    SystemID: { Issuer: 'MOHME_IT', Assigner: 'MOHME_IT', ID: 'noskhe', Type: 'System_ID' },
    HealthCareFacilityID: identifierOf.centre(by.siteId),
    Committer: identifierOf.council(by.councilNumber),
    CompositionUID: about,
  },
  Insurer: insurerText(insurer),
  AdmissionType: admission.outpatient,
  AnalysisPoint: pointCoding.toWire(point),
  Services: services.map(({ key, code, count, unitPrice, confirmation }) => ({
    PKID: key, Service: toProduct(code), ServiceCount: count, UnitPrice: unitPrice,
    ConfirmationID: confirmation === null ? null : confirmationIdentifier(confirmation),
  })),
})

/** The rule service is the only one that reads it; whoever issued it stands in its own books. */
export const confirmationIdentifier = (id: string): DoIdentifier => ({ Issuer: 'ESATA', Assigner: 'ESATA', ID: id, Type: 'Rule_Confirmation_ID' })

const insurerText = (insurer: InsurerCode): DoCodedText => ({
  Value: insurerCoding[insurer].title, Terminology_id: 'thritaEHR.insurer', Coded_string: insurerCoding[insurer].code,
})

const terminologyOf: Record<ItemCode['system'], string> = { generic: 'eRx', irc: 'IRC', rvu: 'RVU3' }
const toProduct = ({ system, value }: ItemCode): DoCodedText => ({ Value: value, Terminology_id: terminologyOf[system], Coded_string: value })

const toAnswer = (it: InsuranceCoverageVO): RuleAnswer => ({
  outcome: 'judged',
  services: it.Services.map(toJudged),
  whole: toConfirmation(it.TrackingID, it.TrackingExpiry),
})

/** An id without its expiry is no confirmation that could be relied on. */
const toConfirmation = (id: DoIdentifier | null, expiry: string | null): RuleConfirmation | null =>
  id === null || expiry === null ? null : { id: id.ID, validUntil: expiry }

/** @throws NationalUnreadable for a state that no list has: it is neither yes nor no. */
function toJudged(it: InsuranceCoverageVO['Services'][number]): JudgedService {
  return {
    key: it.PKID,
    state: listed(serviceStateCoding.fromWire(it.State), it.State),
    maxCovered: it.MaxCovered,
    referencePrice: it.ReferencePrice,
    price: { total: it.TotalCharge, insurerShare: it.BasicInsuranceContribution, patientShare: it.PatientContribution, discount: 0 },
    confirmation: toConfirmation(it.ConfirmationID, it.ConfirmationExpiry),
    sayings: it.InquiryResults.map(toSaying),
  }
}

const toSaying = ({ RuleID, RuleVersion, RuleType, MessageType, Message, ProposedService }: InquiryResult): RuleSaying => ({
  kind: listed(messageCoding.fromWire(MessageType), MessageType),
  text: Message,
  rule: { id: RuleID, version: RuleVersion },
  topic: listed(ruleTypeCoding.fromWire(RuleType), RuleType),
  proposed: ProposedService && { code: ProposedService.Coded_string, name: ProposedService.Value },
})

function listed<T>(word: T | null, { Terminology_id, Coded_string }: DoCodedText): T {
  if (word !== null) return word
  throw new NationalUnreadable(service, { cause: new Error(`${Terminology_id} has no ${Coded_string}`), sent: 'no' })
}

const whyOf = (code: number): Extract<RuleAnswer, { outcome: 'not-judged' }>['why'] => {
  switch (code) {
    case claimRefusal.person:
      return 'patient'
    case claimRefusal.service:
      return 'service'
    case claimRefusal.provider:
      return 'provider'
    case claimRefusal.runsAtPayer:
      return 'runs-at-payer'
    default:
      return 'unlisted'
  }
}

const toRule = (it: WireRule): RuleInForce => ({
  id: it.RuleID,
  version: it.RuleVersion,
  title: it.Title,
  article: it.Article,
  about: listed(ruleTypeCoding.fromWire(it.RuleType), it.RuleType),
  from: isoDay(service, it.From),
  until: it.Until === null ? null : isoDay(service, it.Until),
  points: it.Points.map((point) => listed(pointCoding.fromWire(point), point)),
  terms: it.Terms,
})
