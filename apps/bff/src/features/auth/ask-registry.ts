import { Failure } from '@noskhe/shared/failure'
import type { National } from '../../national/port.ts'
import { assertMember } from '../licences/index.ts'

/** Someone as her registry tells her now. */
export interface Registered {
  nationalCode: string
  /** Null for staff of a centre, who are no members of the council. */
  councilNumber: string | null
  firstName: string
  lastName: string
  gender: 'male' | 'female'
  specialty: string | null
  specialtyCodes: string[]
  /** The only number a one-time code is sent to. */
  mobile: string
}

type Asked = Pick<National, 'councilRegistry' | 'siam'>

/**
 * Asks whoever registers this person whether she may sign in: the council for a member, SIAM for staff of a centre (A44).
 * @throws Failure `council.*` or `staff.unknown`; NationalUnavailable | NationalUnreadable where the registry is silent.
 */
export const askRegistry = (national: Asked, { councilNumber, nationalCode }: Pick<Registered, 'councilNumber' | 'nationalCode'>): Promise<Registered> =>
  councilNumber === null ? askSiam(national, nationalCode) : askCouncil(national, councilNumber, nationalCode)

async function askCouncil({ councilRegistry }: Asked, councilNumber: string, nationalCode: string): Promise<Registered> {
  const member = await councilRegistry.practitioner(councilNumber)
  assertMember(member, nationalCode)
  return {
    nationalCode,
    councilNumber,
    firstName: member.firstName,
    lastName: member.lastName,
    gender: member.gender,
    specialty: member.specialty?.title ?? null,
    specialtyCodes: member.specialty?.codes ?? [],
    mobile: member.mobile,
  }
}

async function askSiam({ siam }: Asked, nationalCode: string): Promise<Registered> {
  const person = await siam.person(nationalCode)
  if (!person) throw new Failure('staff.unknown')
  return { ...person, councilNumber: null, specialty: null, specialtyCodes: [] }
}
