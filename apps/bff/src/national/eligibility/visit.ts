import { identifierOf, toDoDate } from '@noskhe/national-wire/data-objects'
import type { DoCodedText } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import type { HidRequest } from '@noskhe/national-wire/eligibility'
import { jalaliOfGregorian } from '@noskhe/national-wire/jalali'
import type { InsurerCode } from '../payer/port.ts'
import { toIdentifier } from './identity.ts'
import type { EligibilityRequest } from './port.ts'

export const newbornOf = ({ newborn }: Pick<EligibilityRequest, 'newborn'>) =>
  newborn === undefined ? null : { BirthDate: toDoDate(jalaliOfGregorian(newborn.birthDate)) }

export const insurerText = (insurer: InsurerCode): DoCodedText => {
  const { code, title } = insurerCoding[insurer]
  return { Value: title, Terminology_id: 'thritaEHR.insurer', Coded_string: code }
}

/** One visit of a person to a provider at a centre, on the account of an insurer. */
export function toHidRequest(request: EligibilityRequest, insurer: InsurerCode): HidRequest {
  const Newborn = newbornOf(request)
  return {
    PersonID: toIdentifier(request.identity),
    OrgID: identifierOf.centre(request.siamId),
    HcpID: identifierOf.council(request.councilNumber),
    InsurerID: insurerText(insurer),
    ClientIp: request.clientIp,
    AppUser: request.councilNumber,
    ...(Newborn !== null && { Newborn }),
  }
}
