import { z } from 'zod'
import { Id, Identity, Phone } from '../identifiers.ts'

/** Who pays: a basic insurer, or nobody (آزاد). */
export const InsurerCode = z.enum(['salamat', 'tamin', 'armed-forces', 'private'])
export type InsurerCode = z.infer<typeof InsurerCode>

export const insurerTitle: Record<InsurerCode, string> = {
  salamat: 'بیمهٔ سلامت',
  tamin: 'تأمین اجتماعی',
  'armed-forces': 'نیروهای مسلح',
  private: 'آزاد',
}

export const Coverage = z.object({
  insurer: InsurerCode,
  /** Fund (صندوق) in the insurer's words. */
  box: z.string(),
  validUntil: z.iso.date(),
  isValid: z.boolean(),
  supplementary: z.object({ name: z.string(), validUntil: z.iso.date(), isValid: z.boolean() }).nullable(),
})
export type Coverage = z.infer<typeof Coverage>

export const PatientPerson = z.object({
  firstName: z.string(),
  lastName: z.string(),
  gender: z.enum(['male', 'female']),
  birthDate: z.iso.date(),
})
export type PatientPerson = z.infer<typeof PatientPerson>

/**
 * What came of the eligibility check. Each state looks different on the screen and each leaves a way on:
 * `covered` an insured prescription; every other one a private (آزاد) prescription.
 * `not-connected`: covered, by an insurer that we have no adapter for yet. `unanswered`: the service was silent, which is
 * neither covered nor uninsured. `unconfirmed`: it was silent, the doctor named the insurer and the insurer itself said that it
 * covers her; the visit goes on under a reserved HID, which the service has still to confirm.
 */
export const EligibilityState = z.enum([
  'covered',
  'uninsured',
  'expired',
  'deceased',
  'blocked',
  'unknown',
  'not-connected',
  'unanswered',
  'unconfirmed',
])
export type EligibilityState = z.infer<typeof EligibilityState>

export const HidOfVisit = z.object({ value: z.string(), issuer: z.string(), insurer: InsurerCode, issuedAt: z.iso.datetime() })
export type HidOfVisit = z.infer<typeof HidOfVisit>

/**
 * What has become of a HID. Issued online: `issued` until the visit is registered and the service has verified it. Reserved for
 * an outage: `bound` to a visit, until the service has been told whose it is. `confirmed` and `rejected` are its word; only a
 * confirmed one is claimed money on. `eliminating`: the visit came to nothing, and the service is being told.
 */
export const HidState = z.enum(['issued', 'bound', 'confirmed', 'rejected', 'eliminating', 'eliminated'])
export type HidState = z.infer<typeof HidState>

/** A HID with what has become of it, and why it was rejected in the service's words. */
export const TrackedHid = HidOfVisit.extend({ state: HidState, rejection: z.string().nullable() })
export type TrackedHid = z.infer<typeof TrackedHid>

/** Nothing may be written on it any more. */
export const isEnded = ({ state }: Pick<TrackedHid, 'state'>): boolean => state === 'rejected' || state === 'eliminating' || state === 'eliminated'

/** Which dated rule decided between overlapping coverages, and by what (A50). */
export const CoverageChoice = z.object({ rule: z.string(), decidedBy: z.enum(['fund', 'validity', 'order']) })
export type CoverageChoice = z.infer<typeof CoverageChoice>

/** One visit of a patient to a centre, opened by the eligibility check (A06, A39, A50). */
export const Encounter = z.object({
  id: Id,
  openedAt: z.iso.datetime(),
  identity: Identity,
  /** Born to this mother and without a code yet: registered under hers (A16). */
  newbornBirthDate: z.iso.date().nullable(),
  state: EligibilityState,
  /** Null when the person is unknown or the service silent. */
  person: PatientPerson.nullable(),
  coverages: z.array(Coverage),
  /** The coverage that is used (A50); null when none can be. */
  used: InsurerCode.nullable(),
  /** How it was chosen; null where there was no choice. */
  choice: CoverageChoice.nullable(),
  hid: TrackedHid.nullable(),
  /** Insurers for which the centre has a reserved HID, where the service was silent: she may be taken on as theirs. */
  reservedFor: z.array(InsurerCode),
  /** By which the patient is reached (A18); asked of nobody, told by her. */
  contactPhone: Phone.nullable(),
  /** The service's own words, where it said something. */
  message: z.string().nullable(),
  /** When the service given in it ended (A23); null while it goes on. */
  endedAt: z.iso.datetime().nullable(),
  /** `time`: nobody ended it, and its time ran out. */
  endedBy: z.enum(['prescriber', 'time']).nullable(),
}).meta({ id: 'Encounter' })
export type Encounter = z.infer<typeof Encounter>
