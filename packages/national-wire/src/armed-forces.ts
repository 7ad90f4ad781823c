import * as z from 'zod'
import { DoCodedText, DoDate, DoIdentifier, ditasReply } from './data-objects.ts'
import { PrescribedRow } from './sepas.ts'

/**
 * The Armed Forces' insurer publishes no contract: this one is ours, made of the Ministry's data objects and message names, and
 * made to be replaced. It is reached over a gateway of its own (8-8 note). All money is integer Rial.
 */

/** How it says no, in `statusCode`; the numbers are ours. */
export const armedForcesRefusal = {
  signIn: 401, sessionEnded: 440, otherRole: 403, noContract: 405, notInsured: 406, deceased: 407, notFound: 404, otherPerson: 411,
  duplicate: 409, withdrawn: 410, dispensed: 412, confirmationUnknown: 421, confirmationExpired: 422, confirmationMismatch: 423, moreThanLeft: 424,
  packUnknown: 431, packSold: 432, packRecalled: 433, packExpired: 434, packMismatch: 435, packNotInquired: 436,
  deliveryLapsed: 441, deliveryDeleted: 442, deletionTooLate: 443, malformed: 400,
} as const
export type ArmedForcesRefusal = (typeof armedForcesRefusal)[keyof typeof armedForcesRefusal]

/** A doctor's or a pharmacy's own account; the user name is her council number. */
export const OpenSessionRequest = z.object({ UserName: z.string().min(1), Password: z.string().min(1), ClientIp: z.string(), AppUser: z.string() })
export const OpenSessionReply = ditasReply(
  z.object({
    Session: z.string().min(1),
    ExpiresAt: z.iso.datetime(),
    FullName: z.string(),
    Kind: z.enum(['doctor', 'pharmacy']),
    /** SIAM ids of her centres. */
    Centres: z.array(z.string()),
  }),
)
export type OpenedSession = NonNullable<z.infer<typeof OpenSessionReply>['data']>

const asked = { Session: z.string().min(1), HealthCareFacilityID: DoIdentifier }
const ofPerson = { ...asked, PersonID: DoIdentifier }

export const InsuredRequest = z.object(ofPerson)
export const InsuredReply = ditasReply(
  z.object({ IsCovered: z.boolean(), FullName: z.string(), Fund: z.string(), ValidUntil: DoDate.nullable(), Message: z.string().nullable() }),
)
export type Insured = NonNullable<z.infer<typeof InsuredReply>['data']>

/** A row carries the confirmation that the rules gave it (9-1-4). */
export const ConfirmedRow = PrescribedRow.extend({ ConfirmationID: DoIdentifier })
export type ConfirmedRow = z.infer<typeof ConfirmedRow>

export const SavePrescriptionRequest = z.object({
  ...ofPerson,
  /** Made by the sender; the same message twice is one prescription. */
  MessageUID: z.uuid(),
  /** The confirmation of the whole. */
  TrackingID: DoIdentifier,
  Rows: z.array(ConfirmedRow).min(1),
})
export const AmendPrescriptionRequest = z.object({
  ...ofPerson,
  Amends: z.uuid(),
  /** Confirms what remains and what is added, together. */
  TrackingID: DoIdentifier,
  Remove: z.array(z.string()),
  Add: z.array(ConfirmedRow),
})
export const SavePrescriptionReply = ditasReply(z.object({ MessageUID: z.string(), TrackingCode: z.string() }))

/** Takes a prescription back whole, while nothing of it was given. */
export const WithdrawPrescriptionRequest = z.object({ ...ofPerson, MessageUID: z.uuid() })

/** Asked after a save whose answer was lost, and for the doctor's screen: by message; at the counter: by tracking code. */
export const FindPrescriptionRequest = z.object({ ...ofPerson, By: z.union([z.object({ MessageUID: z.uuid() }), z.object({ TrackingCode: z.string() })]) })
export const OpenPrescriptionsRequest = z.object(ofPerson)

export const KeptPrescription = z.object({
  MessageUID: z.string(),
  TrackingCode: z.string(),
  WrittenAt: z.iso.datetime(),
  Person: z.object({ PersonID: DoIdentifier, FullName: z.string() }),
  Fund: z.string(),
  HealthCareFacility: z.object({ ID: z.string(), Name: z.string() }),
  Prescriber: z.object({ CouncilNumber: z.string(), FullName: z.string() }),
  Rows: z.array(
    ConfirmedRow.extend({
      ProductName: z.string(),
      ReferencePrice: z.int(),
      /** Not delivered and not held by a delivery that awaits its confirmation. */
      Left: z.int(),
      Dispensed: z.array(z.object({ At: z.iso.datetime(), Count: z.int(), ProductCode: DoCodedText, By: z.string() })),
    }),
  ),
})
export type KeptPrescription = z.infer<typeof KeptPrescription>
export const FindPrescriptionReply = ditasReply(KeptPrescription)
export const OpenPrescriptionsReply = ditasReply(z.array(KeptPrescription))

/** Whether a pack may be given for a confirmed line, which is then noted; `release` forgets it. */
export const PackInquiryRequest = z.object({ ...asked, ConfirmationID: DoIdentifier, UID: z.string().min(1), Count: z.int().positive() })
export const DoneReply = ditasReply(z.literal(true))

export const SaveDispensingRequest = z.object({
  ...ofPerson,
  TrackingCode: z.string().min(1),
  Lines: z
    .array(z.object({ ConfirmationID: DoIdentifier, Packs: z.array(z.object({ UID: z.string().min(1), Count: z.int().positive() })) }))
    .min(1),
})
export const SaveDispensingReply = ditasReply(z.object({ DispensingUID: z.string() }))

export const DispensingRequest = z.object({ ...asked, DispensingUID: z.uuid() })
export const FindDispensingReply = ditasReply(
  z.object({
    DispensingUID: z.string(),
    MessageUID: z.string(),
    IsDeleted: z.boolean(),
    WrittenAt: z.iso.datetime(),
    DispensedAt: z.iso.datetime(),
    Lines: z.array(
      z.object({
        ProductName: z.string(), ProductCode: DoCodedText, Count: z.int(), TotalCharge: z.int(), BasicInsuranceContribution: z.int(),
        PatientContribution: z.int(),
      }),
    ),
  }),
)
export type FoundDispensing = NonNullable<z.infer<typeof FindDispensingReply>['data']>

/** A Jalali month of a centre, one row a fund. */
export const BillRequest = z.object({ ...asked, Year: z.int(), Month: z.int().min(1).max(12) })
export const BillReply = ditasReply(
  z.array(
    z.object({
      BillID: z.string(), Fund: z.string(), Year: z.int(), Month: z.int(), Count: z.int(), TotalCharge: z.int(), BasicInsuranceContribution: z.int(),
      PatientContribution: z.int(), Remark: z.string(),
    }),
  ),
)
