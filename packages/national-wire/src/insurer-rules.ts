import * as z from 'zod'
import { DoCodedText, DoDate, DoIdentifier, coded, ditasReply } from './data-objects.ts'

/**
 * Analysis by the insurer's rules (8-6). The call and the shapes of its answer, InsuranceCoverageVO and InquiryResult, are the
 * published SDK's, cut down to what a prescription needs; what is ours is marked so. All money is integer Rial.
 */

/** Ours: at which of the three points of 8-6 the question is put. */
export const analysisPoint = { 'before-prescribing': '1', 'before-service': '2', 'claim-review': '3' } as const
export type AnalysisPoint = keyof typeof analysisPoint

/** Ours: words for MessageType; the five kinds of output that 8-6 names beside the confirmation. */
export const messageType = { advisory: '1', warning: '2', rejection: '3', 'cost-proposal': '4', 'cost-calculation': '5' } as const
export type MessageType = keyof typeof messageType

/** Ours: of the whole claim, and of one service. */
export const inquiryState = { approved: '1', 'approved-in-part': '2', rejected: '3' } as const
export const serviceState = { covered: '1', 'over-ceiling': '2', 'needs-document': '3', 'not-covered': '4', rejected: '5' } as const
export type ServiceState = keyof typeof serviceState

/** What a rule is about; the words are ours. */
export const ruleType = {
  coverage: '1', ceiling: '2', specialty: '3', age: '4', sex: '5', duplicate: '6', document: '7', 'reference-price': '8', share: '9',
  'claim-delay': '10', confirmation: '11', alternative: '12',
} as const
export type RuleType = keyof typeof ruleType

export const pointCoding = coded('noskhe.analysisPoint', analysisPoint)
export const messageCoding = coded('noskhe.messageType', messageType)
export const inquiryStateCoding = coded('noskhe.inquiryState', inquiryState)
export const serviceStateCoding = coded('noskhe.serviceState', serviceState)
export const ruleTypeCoding = coded('noskhe.ruleType', ruleType)

/** thritaEHR.admissionType. */
export const admission = {
  outpatient: { Value: 'سرپایی', Terminology_id: 'thritaEHR.admissionType', Coded_string: '1' },
  inpatient: { Value: 'بستری', Terminology_id: 'thritaEHR.admissionType', Coded_string: '2' },
} as const

const ClaimedService = z.object({
  /** The sender's name of the service within the claim; at the counter, the row's name in the prescription. */
  PKID: z.string().min(1),
  /** eRx or IRC. */
  Service: DoCodedText,
  ServiceCount: z.int().positive(),
  /** Price of one unit where it is sold; the reference price counts where it is null. */
  UnitPrice: z.int().nonnegative().nullable(),
  /** Ours: confirmed before. It is then not judged anew: its confirmation is looked at, and the whole may be confirmed. */
  ConfirmationID: DoIdentifier.nullable(),
})

export const SendHealthInsuranceClaimRequest = z.object({
  Person: z.object({ PersonID: DoIdentifier }),
  MsgID: z.object({
    SystemID: DoIdentifier,
    HealthCareFacilityID: DoIdentifier,
    Committer: DoIdentifier,
    /** The prescription that it is about. */
    CompositionUID: z.string().min(1),
  }),
  Insurer: DoCodedText,
  AdmissionType: DoCodedText,
  /** Ours. */
  AnalysisPoint: DoCodedText,
  Services: z.array(ClaimedService).min(1).max(50),
})
export type SendHealthInsuranceClaimRequest = z.infer<typeof SendHealthInsuranceClaimRequest>

/** One thing that one rule says. */
export const InquiryResult = z.object({
  RuleID: z.string(),
  /** Ours: without it nobody can say later which wording was applied (A36). */
  RuleVersion: z.int().positive(),
  RuleType: DoCodedText,
  MessageID: z.string(),
  MessageType: DoCodedText,
  Message: z.string(),
  /** Ours: what a cost proposal proposes to order instead (eRx); null for every other message, and where it names nothing. */
  ProposedService: DoCodedText.nullable(),
})
export type InquiryResult = z.infer<typeof InquiryResult>

/** `BasicInsuranceContribution + PatientContribution = TotalCharge`. */
const Charges = z.object({ TotalCharge: z.int(), BasicInsuranceContribution: z.int(), PatientContribution: z.int() })
export type Charges = z.infer<typeof Charges>

export const InsuranceCoverageVO = z.object({
  InquiryState: DoCodedText,
  /** Confirms the whole claim (9-1-4); null where a service of it was not confirmed, and where not all were told with their confirmation. */
  TrackingID: DoIdentifier.nullable(),
  TrackingExpiry: z.iso.datetime().nullable(),
  CoverageSummary: Charges,
  Services: z.array(
    Charges.extend({
      PKID: z.string(),
      Service: DoCodedText,
      ServiceCount: z.int(),
      /** Ours. */
      State: DoCodedText,
      /** Ours: most units the insurer answers for; null where no rule names a ceiling. */
      MaxCovered: z.int().nullable(),
      /** Ours: price of one unit that the insurer counts with. */
      ReferencePrice: z.int(),
      ConfirmationID: DoIdentifier.nullable(),
      ConfirmationExpiry: z.iso.datetime().nullable(),
      InquiryResults: z.array(InquiryResult),
    }),
  ),
})
export type InsuranceCoverageVO = z.infer<typeof InsuranceCoverageVO>

export const SendHealthInsuranceClaimReply = ditasReply(InsuranceCoverageVO)

/** Why a claim is not judged at all; the numbers are ours. `runsAtPayer`: that insurer's rules live in its purchase system (8-6 n4). */
export const claimRefusal = { person: 404, service: 422, provider: 403, runsAtPayer: 409 } as const

/** Ours: the bank of rules as it was in force on a day, for the Secretariat and for everyone bound by it (8-6 n3, B13). */
export const RulesInForceRequest = z.object({ Insurer: DoCodedText, On: DoDate })
export const RulesInForceReply = ditasReply(
  z.array(
    z.object({
      RuleID: z.string(),
      RuleVersion: z.int().positive(),
      RuleType: DoCodedText,
      MessageType: DoCodedText,
      Title: z.string(),
      /** What it rests on: decree, directive, article. */
      Article: z.string(),
      From: DoDate,
      Until: DoDate.nullable(),
      /** Points of 8-6 at which it is applied. */
      Points: z.array(DoCodedText),
      /** What it asks, by name: a ceiling, codes of specialties, days … */
      Terms: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    }),
  ),
)
export type RuleInForce = NonNullable<z.infer<typeof RulesInForceReply>['data']>[number]
