import * as z from 'zod'
import { DoCodedText, DoDate, DoIdentifier, ditasReply } from './data-objects.ts'

/** Insurers as thritaEHR.insurer codes them. */
export const insurerCoding = {
  tamin: { code: '1', title: 'تأمین اجتماعی' },
  salamat: { code: '2', title: 'خدمات درمانی' },
  'armed-forces': { code: '3', title: 'نیروهای مسلح' },
  private: { code: '37', title: 'آزاد' },
} as const

/** In place of a newborn's own code: the mother's code goes in personID and this says who is meant (A16). Ours. */
const Newborn = z.object({ BirthDate: DoDate })

export const CallupInsuranceRequest = z.object({
  personID: DoIdentifier,
  orgID: DoIdentifier,
  hcpID: DoIdentifier,
  ClientIp: z.string(),
  appUser: z.string(),
  forceUpdate: z.string().optional(),
  newborn: Newborn.optional(),
})
export type CallupInsuranceRequest = z.infer<typeof CallupInsuranceRequest>

/** One coverage a row; a person without any gets one row with insurer 37 (آزاد) so that her identity is still told. */
export const InsuranceInformation = z.object({
  nationalcode: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  birthDate: DoDate,
  deathDate: DoDate.nullish(),
  gender: DoCodedText,
  insurer: DoCodedText,
  insuranceNumber: DoIdentifier.nullish(),
  insurerBox: DoCodedText.nullish(),
  expirationDate: DoDate.nullish(),
  inquiryID: z.string().nullish(),
  errorMessage: z.string().nullish(),
  extraProperties: z.array(z.object({ element: DoCodedText, value: z.string() })).nullish(),
})
export type InsuranceInformation = z.infer<typeof InsuranceInformation>

/** Names a supplementary insurance among `extraProperties`; the published SDK says only that it is told. Ours. */
export const supplementaryElement = {
  name: { Value: 'نام بیمهٔ تکمیلی', Terminology_id: 'noskhe.insuranceExtra', Coded_string: 'supplementary.name' },
  validUntil: { Value: 'اعتبار بیمهٔ تکمیلی', Terminology_id: 'noskhe.insuranceExtra', Coded_string: 'supplementary.validUntil' },
} as const

export const CallupInsuranceReply = ditasReply(z.array(InsuranceInformation))

/** Why a person has no rows; the codes are ours, the SDK shows only the message. */
export const personRefusal = { unknown: 404, blocked: 423 } as const

export const HidRequest = z.object({
  PersonID: DoIdentifier,
  OrgID: DoIdentifier,
  HcpID: DoIdentifier,
  InsurerID: DoCodedText,
  ClientIp: z.string(),
  AppUser: z.string(),
  Newborn: Newborn.optional(),
})
export type HidRequest = z.infer<typeof HidRequest>
export const HidReply = ditasReply(DoIdentifier)

/** Why a HID was not given, changed or taken back; the codes are ours, the SDK shows only the message. */
export const hidRefusal = {
  unknown: 404,
  /** Another centre's. */
  foreign: 403,
  /** Its state does not allow it: bound to somebody else, served already, eliminated; or enough reserved ones are unused. */
  conflict: 409,
  /** Reserved, and its date has passed. */
  lapsed: 410,
  /** The insurer that is named does not cover this person. */
  uncovered: 424,
} as const

/** Reserves HIDs for an outage; each is later bound to a person with `updatehid`, until `ValidUntil` and on that day. */
export const BatchHidRequest = z.object({ OrgID: DoIdentifier, InsurerID: DoCodedText, Count: z.int().min(1).max(50), ClientIp: z.string(), AppUser: z.string() })
export type BatchHidRequest = z.infer<typeof BatchHidRequest>
export const BatchHidReply = ditasReply(z.object({ HIDs: z.array(DoIdentifier), ValidUntil: DoDate }))

/** Tells whose a reserved HID is, or mends what was told of the visit. The same visit may be told again. */
export const UpdateHidRequest = HidRequest.extend({ HID: DoIdentifier })
export type UpdateHidRequest = z.infer<typeof UpdateHidRequest>
export const UpdateHidReply = ditasReply(z.boolean())

/** Why a HID is taken back; the list is ours, the SDK shows only that a reason is coded. */
export const eliminationReasons = {
  'visit-given-up': { code: '1', title: 'مراجعه به نسخه نینجامید' },
  'wrong-person': { code: '2', title: 'برای شخص دیگری گرفته شده بود' },
} as const

/** `OrgID` says whose it is, so that no centre takes back another's. Ours. */
export const EliminateHidRequest = z.object({
  HID: DoIdentifier, OrgID: DoIdentifier, Reason: DoCodedText, ClientIp: z.string(), AppUser: z.string(),
})
export type EliminateHidRequest = z.infer<typeof EliminateHidRequest>
export const EliminateHidReply = ditasReply(z.boolean())

export const VerifyHidRequest = z.object({ HID: DoIdentifier, ClientIp: z.string(), AppUser: z.string() })
export const VerifyHidReply = ditasReply(
  z.object({ HID: DoIdentifier, PersonID: DoIdentifier, InsurerID: DoCodedText, State: z.enum(['Active', 'Eliminated', 'Expired']) }),
)
