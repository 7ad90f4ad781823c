import { Finding } from '@noskhe/shared/rules/finding'
import { z } from 'zod'

/** Which card of which service a finding comes from, so that the service can be told what became of it. */
const Origin = z.object({
  service: z.string(),
  /** Null where the service gave its card no name: it then cannot be told anything. */
  card: z.string().nullable(),
  suggestions: z.array(z.string()),
  /** Code systems of its reasons, by code. */
  systems: z.record(z.string(), z.string().nullable()),
})

export const StoredFinding = Finding.omit({ override: true }).extend({
  /** What an override of it rests on: another basis is another question. */
  basis: z.string(),
  from: z.array(Origin),
})
export type StoredFinding = z.infer<typeof StoredFinding>

export const Asked = z.object({
  answers: z.array(z.object({ service: z.string(), title: z.string(), state: z.enum(['answered', 'silent']) })),
  /** How each item was when it was asked about, by key: what differs is newly selected the next time. */
  items: z.record(z.string(), z.string()),
})
export type Asked = z.infer<typeof Asked>

/** What was heard about a draft, as it was when `fingerprint` was taken of it. */
export interface Gathering {
  fingerprint: string
  findings: StoredFinding[]
  asked: Asked
  askedAt: Date
}

/** A patient, as rows about her are found again. */
export interface PatientKey {
  identityKind: string
  identityValue: string
  /** Empty for everybody but a newborn under the mother's code. */
  newbornBirthDate: string
}

/** A reason that was given, as it is remembered. */
export interface GivenOverride {
  prescriptionId: string
  findingKey: string
  basis: string
  reasonCode: string
  reasonDisplay: string
  note: string
  givenAt: Date
}
