import * as z from 'zod'
import { DoCodedText, DoDate, DoIdentifier, coded, ditasReply } from './data-objects.ts'

/**
 * Supplementary insurance (9-2-9 n2, B11). No contract of it is published: these messages are ours, of the data objects and the
 * envelope that every service behind DITAS uses. One service stands for all companies; a policy says whose it is. All money is
 * integer Rial.
 */

/** What is paid for. */
export const careKind = { 'outpatient-drug': '1', paraclinic: '2', visit: '3', inpatient: '4' } as const
export type CareKind = keyof typeof careKind
export const letterState = { issued: '1', refused: '2', pending: '3' } as const
export type LetterState = keyof typeof letterState
export const claimState = { received: '1', approved: '2', 'approved-in-part': '3', rejected: '4', paid: '5' } as const
export type ClaimState = keyof typeof claimState

export const careCoding = coded('noskhe.supplementaryCare', careKind)
export const letterCoding = coded('noskhe.introLetterState', letterState)
export const claimCoding = coded('noskhe.supplementaryClaimState', claimState)

/** Why nothing is paid or issued. */
export const supplementaryRefusal = {
  /** No such policy of this person, letter or claim. */
  unknown: 404,
  /** The same message id with other contents. */
  conflict: 409,
  /** The policy is not in force on that day. */
  notInForce: 410,
  /** The policy does not pay for this kind. */
  notCovered: 422,
  /** Above the amount from which an introduction letter must come first; or the letter that was named is not good for this. */
  letterNeeded: 428,
  /** Nothing is left of the ceiling. */
  ceilingUsed: 429,
} as const

/** The supplementary company issues it. */
export const policyIdentifier = (company: string, number: string): DoIdentifier => ({ Issuer: company, Assigner: company, ID: number, Type: 'Policy_ID' })
export const letterIdentifier = (company: string, number: string): DoIdentifier => ({ Issuer: company, Assigner: company, ID: number, Type: 'Intro_Letter_ID' })

/** What a policy pays of one kind between two days, both included. */
const Term = z.object({
  Kind: DoCodedText,
  From: DoDate,
  Until: DoDate,
  Ceiling: z.int().nonnegative(),
  /** Of the ceiling, now. */
  Left: z.int().nonnegative(),
  /** Of what the basic insurer leaves to the patient. */
  Percent: z.int().min(0).max(100),
  /** A letter must come first where the patient's part is more than this; null where none is ever needed. */
  LetterAbove: z.int().nonnegative().nullable(),
})

const Policy = z.object({ PolicyID: DoIdentifier, Company: DoCodedText, Plan: z.string(), From: DoDate, Until: DoDate, Terms: z.array(Term) })
export type Policy = z.infer<typeof Policy>

/** Policies of a person, those that have ended too; none is an empty list. */
export const PoliciesRequest = z.object({ PersonID: DoIdentifier })
export const PoliciesReply = ditasReply(z.array(Policy))

/** `TotalCharge = BasicInsuranceContribution + PatientContribution + Discount`. */
const Service = z.object({
  PKID: z.string().min(1),
  /** eRx, IRC or RVU3. */
  Service: DoCodedText,
  ServiceCount: z.int().positive(),
  TotalCharge: z.int().nonnegative(),
  BasicInsuranceContribution: z.int().nonnegative(),
  PatientContribution: z.int().nonnegative(),
  Discount: z.int().nonnegative(),
})
export type Service = z.infer<typeof Service>

/** What the company would pay now. Nothing is held by asking. */
export const ShareRequest = z.object({
  PersonID: DoIdentifier,
  PolicyID: DoIdentifier,
  HealthCareFacilityID: DoIdentifier,
  Kind: DoCodedText,
  LetterID: DoIdentifier.nullable(),
  Services: z.array(Service).min(1).max(50),
})
export type ShareRequest = z.infer<typeof ShareRequest>

/** `SupplementaryContribution + PatientContribution` is the PatientContribution that was asked about. */
export const ShareReply = ditasReply(
  z.object({
    /** Of the ceiling, before this. */
    Left: z.int().nonnegative(),
    Services: z.array(z.object({ PKID: z.string(), SupplementaryContribution: z.int().nonnegative(), PatientContribution: z.int().nonnegative() })),
  }),
)
export type Shares = NonNullable<z.infer<typeof ShareReply>['data']>

/** Asks for an introduction letter. `MessageUID` is the asker's; asked again under it, the same letter is answered. */
export const LetterRequest = z.object({
  MessageUID: z.string().min(1).max(64),
  PersonID: DoIdentifier,
  PolicyID: DoIdentifier,
  HealthCareFacilityID: DoIdentifier,
  Committer: DoIdentifier,
  Kind: DoCodedText,
  /** What the patient would have to pay after the basic insurer. */
  Estimate: z.int().positive(),
  /** What it is for, in words. */
  Purpose: z.string().min(1).max(500),
})
export type LetterRequest = z.infer<typeof LetterRequest>

/** `Until` and `Ceiling` of an issued one, `Reason` of one that was refused or that somebody looks at. */
const Letter = z.object({
  MessageUID: z.string(),
  State: DoCodedText,
  LetterID: DoIdentifier.nullable(),
  Until: DoDate.nullable(),
  Ceiling: z.int().nonnegative().nullable(),
  Reason: z.string().nullable(),
})
export type Letter = z.infer<typeof Letter>
export const LetterReply = ditasReply(Letter)
export const FindLetterRequest = z.object({ MessageUID: z.string().min(1), HealthCareFacilityID: DoIdentifier })

/** A delivery that the basic insurer has confirmed, with the shares that were computed for it. Told once under its `MessageUID`. */
export const ClaimRequest = z.object({
  MessageUID: z.string().min(1).max(64),
  PersonID: DoIdentifier,
  PolicyID: DoIdentifier,
  HealthCareFacilityID: DoIdentifier,
  Committer: DoIdentifier,
  Kind: DoCodedText,
  LetterID: DoIdentifier.nullable(),
  BasicInsurer: DoCodedText,
  /** The prescription's, at the basic insurer. */
  TrackingCode: z.string().min(1),
  DeliveredAt: z.iso.datetime(),
  Services: z.array(Service.extend({ SupplementaryContribution: z.int().nonnegative() })).min(1).max(50),
})
export type ClaimRequest = z.infer<typeof ClaimRequest>

/** `Approved` is null until it was looked at; `Reason` says why less was approved than asked. */
const Claim = z.object({
  MessageUID: z.string(),
  ClaimUID: z.string(),
  State: DoCodedText,
  Asked: z.int().nonnegative(),
  Approved: z.int().nonnegative().nullable(),
  Reason: z.string().nullable(),
})
export type Claim = z.infer<typeof Claim>
export const ClaimReply = ditasReply(Claim)
export const FindClaimRequest = z.object({ MessageUID: z.string().min(1), HealthCareFacilityID: DoIdentifier })
