import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { identifierOf } from '@noskhe/national-wire/data-objects'
import { patients } from './scenarios.ts'
import type { DemoCoverage, DemoPatient } from './scenarios.ts'

const wireOf = {
  'national-code': identifierOf.nationalCode,
  fida: identifierOf.fida,
  'unique-id': identifierOf.uniqueId,
  'insurance-code': identifierOf.insuranceCode,
} as const

type IdentityKind = keyof typeof wireOf

export interface PersonIdentity {
  kind: IdentityKind
  value: string
}

export const toIdentifier = (kind: IdentityKind, value: string): DoIdentifier => wireOf[kind](value)

/** Null for an identifier type that no registry here issues. */
export function identityOf({ Type, ID }: DoIdentifier): PersonIdentity | null {
  for (const kind of Object.keys(wireOf) as IdentityKind[]) if (wireOf[kind](ID).Type === Type) return { kind, value: ID }
  return null
}

/** How an insurer signs the identifiers it gives, by its thritaEHR.insurer code. */
export const issuerOf = (insurerCode: string): string => issuers[insurerCode] ?? 'MOHME_IT'
const issuers: Record<string, string> = { '1': 'TAMIN', '2': 'IHIO', '3': 'ESATA' }

/** The person of the civil registry behind an identifier; null where there is none. */
export function findPatient(identifier: DoIdentifier): DemoPatient | null {
  const identity = identityOf(identifier)
  const all: readonly DemoPatient[] = patients
  return all.find((it) => it.identity.kind === identity?.kind && it.identity.value === identity.value) ?? null
}

/** `today` is a Jalali day; the last covered day is still covered. */
export const isInForce = (coverage: DemoCoverage, today: string): boolean => coverage.validUntil >= today

/** National code with its check digit, FIDA (12 digits), or the unique id of an unidentified person. */
export function isNationalNumber(text: string): boolean {
  if (/^\d{12}$/.test(text) || /^UM\d{12}$/.test(text)) return true
  if (!/^\d{10}$/.test(text) || /^(\d)\1{9}$/.test(text)) return false
  const sum = [...text.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const rest = sum % 11
  return Number(text[9]) === (rest < 2 ? rest : 11 - rest)
}

/** What kind of number an insured person is known by; they differ in length and letters. */
export const identityKindOf = (nationalNumber: string): 'national-code' | 'fida' | 'unique-id' =>
  /^\d{10}$/.test(nationalNumber) ? 'national-code' : /^\d{12}$/.test(nationalNumber) ? 'fida' : 'unique-id'
