import * as z from 'zod'
import { KeptPrescription } from '../tamin.ts'
import { TaminDate, asked } from './words.ts'

/**
 * The pharmacy's side. Published is only what a line tells there: drug code, insurance status, whether the pack's barcode must
 * be inquired, prescribed and remaining count. The routes and messages below are ours, on the shapes of the doctor's side; no address of them names a person.
 */
export const PatientRequest = z.object({ patient: z.string().min(1) })
export const FindPrescriptionRequest = PatientRequest.extend({ trackingCode: z.string().min(1) })

export const OpenPrescriptionsReply = asked(z.array(KeptPrescription))

export const CheckRequest = z.object({
  patient: z.string().min(1),
  trackingCode: z.string().min(1),
  noteDetailsEprscId: z.string().min(1),
  qty: z.int().positive(),
  /** Licence code of the product that is handed over; null for the generic. */
  irc: z.string().length(16).nullable(),
  /** The pharmacy's own price of one unit; the accepted one counts where it is null. */
  unitPrice: z.int().nonnegative().nullable(),
  /** Checks of the same delivery, which take from what remains. */
  alongside: z.array(z.string()),
})

/** Rial, of all units: `organisation + subsidy + patient = total`. */
const Price = z.object({ total: z.int(), organisation: z.int(), subsidy: z.int(), patient: z.int() })

export const CheckReply = asked(
  z.object({
    checkId: z.string(),
    drugCode: z.string(),
    insuranceStatus: z.enum(['covered', 'not-covered', 'file-required', 'over-ceiling']),
    requiresBarcodeInquiry: z.boolean(),
    prescribedCount: z.int(),
    remainingCount: z.int(),
    maxCovered: z.int().nullable(),
    price: Price,
    message: z.string().nullable(),
  }),
)
export type Checked = NonNullable<z.infer<typeof CheckReply>['data']>

/** Asks whether a pack may be given for a check, and holds it; `release` gives it back. */
export const BarcodeRequest = z.object({ checkId: z.string().min(1), uid: z.string().min(1), count: z.int().positive() })

export const DeliverRequest = z.object({
  patient: z.string().min(1),
  trackingCode: z.string().min(1),
  checks: z.array(z.object({ checkId: z.string().min(1), packs: z.array(z.object({ uid: z.string().min(1), count: z.int().positive() })) })).min(1),
})
export const DeliverReply = asked(z.object({ deliveryId: z.string() }))

/** What answers a request that only has to be done. */
export const DoneReply = asked(z.literal(true))

export const FindDeliveryReply = asked(
  z.object({
    deliveryId: z.string(),
    head_EPRSC_ID: z.string(),
    comments: z.string(),
    isDeleted: z.boolean(),
    writtenAt: z.iso.datetime(),
    deliveredAt: z.iso.datetime(),
    lines: z.array(z.object({ drugName: z.string(), gSrvCode: z.string(), qty: z.int(), price: Price })),
  }),
)

/** A month of a pharmacy, one row a fund. `cycle` is the first day of the month. */
export const BillReply = asked(
  z.array(z.object({ billId: z.string(), fund: z.string(), cycle: TaminDate, count: z.int(), organisation: z.int(), subsidy: z.int(), remark: z.string() })),
)
