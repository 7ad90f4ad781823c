import { randomInt } from 'node:crypto'
import * as z from 'zod'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { ihioTerminal, patients } from '../../scenarios.ts'
import type { DemoPatient } from '../../scenarios.ts'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isNationalNumber } from '../../insured.ts'
import { newSession } from './codes.ts'
import { Account, CitizenSession, Partner, all, one } from './rows.ts'

const HOUR = 3_600_000
const TOKEN_HOURS = 12
const PARTY_SESSION_HOURS = 4
const CITIZEN_SESSION_HOURS = 2
const OTP_MINUTES = 2

/**
 * The contract names no number for a token or session that has run out, except where an operation has its own; these are
 * the sandbox's, after the positive 194x of the token operation.
 */
const TOKEN_INVALID = -1940
const PARTY_SESSION_INVALID = -1944
const CITIZEN_SESSION_INVALID = -1945

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString()

export const sessionEndpoints: Endpoints<
  'auth/token/fetch' | 'auth/session/cparty/open' | 'auth/session/cparty/otp/check' | 'auth/session/citizen/open'
> = {
  'auth/token/fetch': {
    invalid: 1211,
    run({ db, now }, { terminalId, username, password }) {
      if (terminalId !== ihioTerminal.terminalId) throw new Refusal(1943, 'دسترسی این پایانه مجاز نیست')
      if (username !== ihioTerminal.username || password !== ihioTerminal.password) throw new Refusal(1940, 'دسترسی غیرمجاز')
      const token = newSession()
      const expiresAt = later(now, TOKEN_HOURS * HOUR)
      db.prepare('DELETE FROM ihio_token WHERE expires_at < ?').run(now.toISOString())
      db.prepare('INSERT INTO ihio_token VALUES (?, ?)').run(token, expiresAt)
      return { token, ttl: TOKEN_HOURS, dto: tehranTime(expiresAt) }
    },
  },

  'auth/session/cparty/open': {
    invalid: -12305,
    run(call, { cpartyUsername, cpartyPassword }) {
      const { db, now } = call
      const account = one(db, Account, 'SELECT * FROM ihio_account WHERE username = ? AND password = ?', cpartyUsername, cpartyPassword)
      if (account === null) throw new Refusal(-12201, 'نام کاربری یا گذرواژه نادرست است')
      const partner = partnersOf(call, account)[0]
      if (partner === undefined) throw new Refusal(-12333, 'اطلاعات شریک کاری یافت نشد')
      const id = newSession()
      const otp = account.is_two_step ? randomInt(10_000, 100_000) : null
      db.prepare('INSERT INTO ihio_session VALUES (?, ?, ?, ?, ?)').run(
        id,
        account.username,
        otp,
        otp === null ? null : later(now, OTP_MINUTES * 60_000),
        later(now, PARTY_SESSION_HOURS * HOUR),
      )
      if (otp !== null) {
        db.prepare('INSERT INTO sms_messages (id, key, recipient, text, at) VALUES (?, ?, ?, ?, ?)').run(
          id, `ihio-otp-${id}`, account.mobile, `بیمهٔ سلامت، رمز یک‌بارمصرف ورود: ${otp}`, now.toISOString(),
        )
      }
      return partySession(id, account, partner)
    },
  },

  'auth/session/cparty/otp/check': {
    invalid: -31231,
    run({ db, now }, { cpartySessionId, otp }) {
      if (otp <= 0) throw new Refusal(-31231, 'رمز یک‌بارمصرف معتبر نیست')
      const waiting = one(
        db,
        z.object({ otp: z.number() }),
        'SELECT otp FROM ihio_session WHERE id = ? AND otp IS NOT NULL AND otp_expires_at > ?',
        cpartySessionId,
        now.toISOString(),
      )
      if (waiting === null) throw new Refusal(-31647, 'مهلت رمز یک‌بارمصرف گذشته یا نشست نامعتبر است')
      if (waiting.otp !== otp) throw new Refusal(-31646, 'رمز یک‌بارمصرف نادرست است')
      const sessionId = newSession()
      db.prepare('UPDATE ihio_session SET id = ?, otp = NULL, otp_expires_at = NULL WHERE id = ?').run(sessionId, cpartySessionId)
      return { sessionId }
    },
  },

  'auth/session/citizen/open': {
    invalid: -14221,
    run(call, { cpartySessionId, nationalNumber }) {
      const { db, now } = call
      const account = partyOf(call, cpartySessionId)
      if (!isNationalNumber(nationalNumber)) throw new Refusal(-14221, 'شمارهٔ ملی معتبر نیست')
      const patient = patients.find((it: DemoPatient) => it.identity.value === nationalNumber)
      if (patient === undefined) throw new Refusal(-14507, 'خطا در سامانهٔ استحقاق‌سنجی: این شماره در پایگاه بیمه‌شدگان یافت نشد')
      const coverage = coverageOf(patient, now)
      const id = newSession()
      db.prepare('INSERT INTO ihio_citizen_session VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
        id,
        account.username,
        nationalNumber,
        coverage.isCovered ? 1 : 0,
        coverage.box?.code ?? null,
        coverage.box?.title ?? null,
        now.toISOString(),
        later(now, CITIZEN_SESSION_HOURS * HOUR),
      )
      return { citizenSessionId: id, ...citizenInfo(patient, coverage, now) }
    },
  },
}

/** `2026-11-25 23:30:00`, as the sample of the token prints it. */
const tehranTime = (iso: string) => new Date(Date.parse(iso) + 3.5 * HOUR).toISOString().slice(0, 19).replace('T', ' ')

/** @throws Refusal where the header's token was not given out or has run out. */
export function requireToken({ db, now, token }: Call): void {
  const found = token === undefined ? undefined : db.prepare('SELECT 1 FROM ihio_token WHERE token = ? AND expires_at > ?').get(token, now.toISOString())
  if (found === undefined) throw new Refusal(TOKEN_INVALID, 'توکن نامعتبر یا منقضی است')
}

/** The account behind a session that is open and, where two steps are asked for, has passed both. */
export function partyOf({ db, now }: Call, sessionId: string, refusal = PARTY_SESSION_INVALID): Account {
  const account = one(
    db,
    Account,
    `SELECT ihio_account.* FROM ihio_session JOIN ihio_account USING (username)
     WHERE ihio_session.id = ? AND otp IS NULL AND expires_at > ?`,
    sessionId,
    now.toISOString(),
  )
  if (account === null) throw new Refusal(refusal, 'شناسهٔ نشست کاربر نامعتبر یا منقضی است')
  return account
}

/** The insured whose session this account opened. */
export function citizenOf({ db, now }: Call, account: Account, sessionId: string, refusal = CITIZEN_SESSION_INVALID): CitizenSession {
  const citizen = one(
    db,
    CitizenSession,
    'SELECT * FROM ihio_citizen_session WHERE id = ? AND username = ? AND expires_at > ?',
    sessionId,
    account.username,
    now.toISOString(),
  )
  if (citizen === null) throw new Refusal(refusal, 'شناسهٔ نشست بیمه‌شده نامعتبر یا منقضی است')
  return citizen
}

/** The centres of an account, its main one first. */
export const partnersOf = ({ db }: Call, account: Account): Partner[] =>
  all(
    db,
    Partner,
    `SELECT ihio_partner.* FROM ihio_account_partner JOIN ihio_partner ON ihio_partner.id = partner_id
     WHERE username = ? ORDER BY ordinal`,
    account.username,
  )

export const patientOf = (nationalNumber: string): DemoPatient | undefined =>
  patients.find((it: DemoPatient) => it.identity.value === nationalNumber)

/** Of whom nothing but the name of her session is known, the sandbox's people always are. */
export const nameOf = (nationalNumber: string): { firstName: string; lastName: string } =>
  patientOf(nationalNumber) ?? { firstName: '', lastName: nationalNumber }

function partySession(sessionId: string, account: Account, partner: Partner) {
  return {
    sessionId,
    userId: account.user_id,
    cellPhone: account.mobile,
    fullName: `${account.first_name} ${account.last_name}`,
    gender: account.gender,
    partnerName: partner.name,
    siamCode: partner.siam,
    partnerNN: partner.siam,
    cPartyNN: account.national_code,
    partnerId: partner.id,
    cPartyId: account.council_number,
    isTwoStep: account.is_two_step,
    accessNodes: partner.kind === 'pharmacy' ? ['HDK', 'HDK_Deliver'] : ['HDK', 'HDK_Order'],
    additionalProperties: [
      { name: 'HDK_MAX_COUNT_SAMAD', value: String(account.daily_samads) },
      { name: 'HDK_HasGenerateSamadCode', value: partner.kind === 'prescriber' ? 'Y' : 'N' },
    ],
    contractingPartyLicense: [{ name: account.licence, noMedicalSystem: account.council_number }],
  }
}

function coverageOf(patient: DemoPatient, now: Date) {
  const salamat = patient.coverages.find((it) => it.insurer === 'salamat')
  const isInForce = salamat !== undefined && salamat.validUntil >= jalaliDay(now)
  return {
    isCovered: isInForce && patient.life === 'alive',
    box: salamat?.box ?? null,
    validUntil: salamat?.validUntil ?? null,
    issuer: salamat !== undefined ? 'I' : patient.coverages.some((it) => it.insurer === 'tamin') ? 'T' : 'M',
  }
}

function citizenInfo(patient: DemoPatient, coverage: ReturnType<typeof coverageOf>, now: Date) {
  return {
    isCovered: coverage.isCovered,
    name: patient.firstName,
    lastName: patient.lastName,
    age: ageOf(patient, now),
    birthDate: patient.birthDate.replaceAll('-', '/'),
    gender: patient.gender === 'male' ? 'M' : 'F',
    // «Death date if applicable»; the sample of a living person says Alive.
    lifeStatus: patient.life === 'deceased' ? '1404/11/20' : 'Alive',
    registrationStatus: patient.life === 'blocked' ? 'Blocked' : 'Active',
    productName: coverage.box?.title ?? '',
    relationType: 'R',
    nationalNumber: patient.identity.value,
    accountValidto: coverage.validUntil?.replaceAll('-', '/') ?? '',
    issuerType: coverage.issuer,
    isReferenceable: false,
    cellPhoneNumber: patient.mobile ?? '',
    message: {
      infoMessage: [],
      snackMessage: coverage.isCovered ? [] : [{ type: 'E', text: 'این شخص اکنون زیر پوشش بیمهٔ سلامت نیست' }],
    },
  }
}

function ageOf(patient: DemoPatient, now: Date): number {
  const today = jalaliDay(now)
  const years = Number(today.slice(0, 4)) - Number(patient.birthDate.slice(0, 4))
  return today.slice(5) < patient.birthDate.slice(5) ? years - 1 : years
}
