import { identifierOf } from '@noskhe/national-wire/data-objects'
import { CallupInsuranceReply, HidReply, VerifyHidReply, personRefusal, supplementaryElement } from '@noskhe/national-wire/eligibility'
import type { CallupInsuranceRequest, HidRequest, InsuranceInformation } from '@noskhe/national-wire/eligibility'
import { gregorianDay, jalaliDay } from '@noskhe/national-wire/jalali'
import type { Gateway } from '../gateway/gateway.ts'
import { NationalUnreadable } from '../gateway/failures.ts'
import { dataOf, dataOrNull, insurerOf, isoDay } from '../gateway/reading.ts'
import type { InsurerCode } from '../payer/port.ts'
import { chooseCoverage } from './choose-coverage.ts'
import { hidLife } from './hid-life.ts'
import { toIdentifier, toIdentity } from './identity.ts'
import { newbornOf, toHidRequest } from './visit.ts'
import type { Coverage, Eligibility, EligibilityAnswer, EligibilityRequest, Hid } from './port.ts'

const service = 'eligibility'

/** The online insured database behind DITAS. `now` decides which coverages are still valid. */
export const eligibilityThrough = (gateway: Gateway, now: () => Date): Eligibility => ({
  async check(request) {
    const reply = await gateway.post('eligibility/CallupInsurance', {
      service, isRead: true, reply: CallupInsuranceReply, body: toCallup(request),
    })
    const message = reply.message.join(' ') || null
    if (reply.statusCode === personRefusal.unknown) return { ...nobody, person: 'unknown', message }
    if (reply.statusCode === personRefusal.blocked) return { ...nobody, person: 'blocked', message }

    const rows = dataOf(service, reply)
    const [first] = rows
    if (first === undefined) throw new NationalUnreadable(service, { cause: new Error('Success without a row'), sent: 'no' })
    const isAlive = (first.deathDate ?? null) === null
    const coverages = rows.flatMap((row) => toCoverage(row, now()))
    const { used, choice } = isAlive ? chooseCoverage(coverages, todayOf(now())) : nothingChosen
    return {
      person: isAlive ? 'alive' : 'deceased',
      identity: toCivilIdentity(first),
      coverages,
      used,
      choice,
      ...(used === null ? { hid: null, message: message ?? otherInsurers(rows) } : await obtainHid(gateway, request, used, now)),
    }
  },

  async verifyHid(hid) {
    const reply = await gateway.post('eligibility/verifyhid', {
      service, isRead: true, reply: VerifyHidReply,
      body: { HID: { Issuer: 'MOHME_IT', Assigner: 'MOHME_IT', ID: hid, Type: 'HID' }, ClientIp: '', AppUser: '' },
    })
    const known = dataOrNull(service, reply)
    if (known === null) return { outcome: 'unknown' }
    if (known.State === 'Eliminated') return { outcome: 'eliminated' }
    if (known.State === 'Expired') return { outcome: 'expired' }
    const insurer = insurerOf(known.InsurerID.Coded_string)
    if (insurer === null) throw new NationalUnreadable(service, { cause: new Error('Unknown insurer'), sent: 'no' })
    return { outcome: 'valid', identity: toIdentity(service, known.PersonID), insurer }
  },

  ...hidLife(gateway),
})

const nothingChosen = { used: null, choice: null }
const nobody = { identity: null, coverages: [], ...nothingChosen, hid: null } satisfies Partial<EligibilityAnswer>

/** Safe to try again: the same person, centre and day have one HID. */
async function obtainHid(gateway: Gateway, request: EligibilityRequest, insurer: InsurerCode, now: () => Date) {
  const reply = await gateway.post('eligibility/hid', { service, isRead: true, reply: HidReply, body: toHidRequest(request, insurer) satisfies HidRequest })
  const message = reply.message.join(' ') || null
  if (!reply.isSuccess || reply.data === null) return { hid: null, message }
  const hid: Hid = { value: reply.data.ID, issuer: reply.data.Issuer, insurer, issuedAt: now().toISOString() }
  return { hid, message }
}

function toCallup(request: EligibilityRequest): CallupInsuranceRequest {
  const newborn = newbornOf(request)
  return {
    personID: toIdentifier(request.identity),
    orgID: identifierOf.centre(request.siamId),
    hcpID: identifierOf.council(request.councilNumber),
    ClientIp: request.clientIp,
    appUser: request.councilNumber,
    ...(newborn !== null && { newborn }),
  }
}

const toCivilIdentity = (row: InsuranceInformation) => ({
  firstName: row.firstName,
  lastName: row.lastName,
  gender: row.gender.Coded_string === '1' ? ('male' as const) : ('female' as const),
  birthDate: isoDay(service, row.birthDate),
})

/** None for «آزاد», for an insurer the product has no name for, and for a row that does not say how long it holds. */
function toCoverage(row: InsuranceInformation, at: Date): Coverage[] {
  const insurer = insurerOf(row.insurer.Coded_string)
  const until = row.expirationDate ?? null
  if (insurer === null || insurer === 'private' || until === null) return []
  const validUntil = isoDay(service, until)
  return [
    {
      insurer,
      title: row.insurer.Value,
      box: { code: row.insurerBox?.Coded_string ?? '', title: row.insurerBox?.Value ?? '' },
      validUntil,
      isValid: validUntil >= todayOf(at),
      supplementary: toSupplementary(row, at),
    },
  ]
}

function toSupplementary(row: InsuranceInformation, at: Date): Coverage['supplementary'] {
  const extra = (code: string) => row.extraProperties?.find((it) => it.element.Coded_string === code)?.value
  const name = extra(supplementaryElement.name.Coded_string)
  const until = extra(supplementaryElement.validUntil.Coded_string)
  if (name === undefined || until === undefined) return null
  const [Year = 0, Month = 0, Day = 0] = until.split('-').map(Number)
  const validUntil = isoDay(service, { Year, Month, Day })
  return { name, validUntil, isValid: validUntil >= todayOf(at) }
}

/** Today in Tehran, Gregorian ISO. */
const todayOf = (at: Date) => gregorianDay(jalaliDay(at))

/** A person insured only by somebody we have no name for is not uninsured: say by whom. */
function otherInsurers(rows: InsuranceInformation[]): string | null {
  const titles = rows.filter((row) => insurerOf(row.insurer.Coded_string) === null).map((row) => row.insurer.Value)
  return titles.length === 0 ? null : `پوشش بیمه‌ای نزد ${titles.join('، ')} یافت شد که این سامانه به آن وصل نیست.`
}
