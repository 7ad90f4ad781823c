import { identifierOf } from '@noskhe/national-wire/data-objects'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { NationalUnreadable } from '../gateway/failures.ts'
import type { Identity } from './port.ts'

const wireOf: Record<Identity['kind'], (id: string) => DoIdentifier> = {
  'national-code': identifierOf.nationalCode,
  fida: identifierOf.fida,
  'unique-id': identifierOf.uniqueId,
  'insurance-code': identifierOf.insuranceCode,
}

export const toIdentifier = ({ kind, value }: Identity): DoIdentifier => wireOf[kind](value)

/** @throws NationalUnreadable for a type of identifier that the product does not know. */
export function toIdentity(service: string, { Type, ID }: DoIdentifier): Identity {
  for (const kind of Object.keys(wireOf) as Identity['kind'][]) if (wireOf[kind](ID).Type === Type) return { kind, value: ID }
  throw new NationalUnreadable(service, { cause: new Error(`Unknown identifier type ${Type}`), sent: 'maybe' })
}
