import { createHash } from 'node:crypto'
import type { InfoOf, OperationName, RequestOf } from '@noskhe/national-wire/ihio'
import { beforeSending } from '../../gateway/before-sending.ts'
import type { Party, PayerPatient, Refused } from '../port.ts'
import { refusedAs } from './answer.ts'
import type { Answer } from './answer.ts'
import { openKeeper } from '../keeper.ts'
import type { Fetched } from '../keeper.ts'
import type { Transport } from './transport.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The contract tells no life time of sessions; these are short enough to be safe and long enough for a visit. */
const PARTY_MS = HOUR
const CITIZEN_MS = 20 * MINUTE
const OTP_MS = 2 * MINUTE
/** A token is renewed when a fifth of its life is left; hours, where the answer does not tell. */
const TOKEN_USED = 0.8
const TOKEN_HOURS = 1

export type PartySession = InfoOf<'auth/session/cparty/open'>
export type CitizenSession = InfoOf<'auth/session/citizen/open'>

type Kept<T> = { outcome: 'answered'; info: T } | Refused

export interface SessionOptions {
  terminalId: number
  username: string
  password: string
  now: () => Date
}

type WithParty = { cpartySessionId: string }
type WithBoth = WithParty & { citizenSessionId: string }
/** What the caller adds to the sessions that are put in here. */
type Rest<N extends OperationName, S> = Omit<RequestOf<N>, keyof S>

export interface Sessions {
  party(party: Party): Promise<Kept<PartySession>>
  /** The patient as the insurer sees her; `isFresh` opens anew. */
  citizen(party: Party, patient: PayerPatient, options?: { isFresh: boolean }): Promise<Kept<CitizenSession>>
  /** An operation that asks for the party's session alone. */
  asParty<N extends OperationName>(operation: N, party: Party, rest: Rest<N, WithParty>): Promise<Answer<InfoOf<N>>>
  /** An operation that asks for both sessions. */
  forPatient<N extends OperationName>(operation: N, who: { party: Party; patient: PayerPatient }, rest: Rest<N, WithBoth>): Promise<Answer<InfoOf<N>>>
}

const otpNeeded = refusedAs(['otp-needed', 'بیمهٔ سلامت برای ورود شما رمز یک‌بارمصرف پیامک کرد. رمز پیامک را وارد کنید.'], 'isTwoStep', '')
const answered = <T>(info: T): Kept<T> => ({ outcome: 'answered', info })

export function openSessions(transport: Transport, { terminalId, username, password, now }: SessionOptions): Sessions {
  const tokens = openKeeper<Kept<string>>(now)
  const parties = openKeeper<Kept<PartySession>>(now)
  const awaitingOtp = openKeeper<Kept<PartySession>>(now)
  const citizens = openKeeper<Kept<CitizenSession>>(now)

  const token = (party: Party) =>
    tokens.get('', async () => {
      const answer = await transport.send('auth/token/fetch', { terminalId, username, password }, { ...party, token: '' })
      if (answer.outcome === 'refused') return { value: answer, forMs: null }
      return { value: answered(answer.info.token), forMs: (answer.info.ttl ?? TOKEN_HOURS) * HOUR * TOKEN_USED }
    })

  /** One operation under the token; a token that ran out is renewed once. A refusal by number was not acted upon. */
  async function withToken<N extends OperationName>(operation: N, party: Party, request: RequestOf<N>): Promise<Answer<InfoOf<N>>> {
    for (let isLast = false; ; isLast = true) {
      const kept = await beforeSending(() => token(party))
      if (kept.outcome === 'refused') return kept
      const answer = await transport.send(operation, request, { ...party, token: kept.info })
      if (isLast || answer.outcome !== 'refused' || answer.code !== TOKEN_RAN_OUT) return answer
      tokens.drop('', kept)
    }
  }

  const party = (it: Party) =>
    parties.get(partyKey(it), async (): Promise<Fetched<Kept<PartySession>>> => {
      const opened = await awaitingOtp.get(partyKey(it), async () => {
        const answer = await withToken('auth/session/cparty/open', it, { cpartyUsername: it.username, cpartyPassword: it.password })
        return { value: answer, forMs: answer.outcome === 'answered' && answer.info.isTwoStep ? OTP_MS : null }
      })
      if (opened.outcome === 'refused') return { value: opened, forMs: null }
      if (!opened.info.isTwoStep) return { value: opened, forMs: PARTY_MS }
      if (it.otp === undefined) return { value: otpNeeded, forMs: null }
      const second = await withToken('auth/session/cparty/otp/check', it, { cpartySessionId: opened.info.sessionId, otp: Number(it.otp) })
      if (second.outcome === 'refused') {
        if (second.reason !== 'otp-wrong') awaitingOtp.drop(partyKey(it), opened)
        return { value: second, forMs: null }
      }
      awaitingOtp.drop(partyKey(it), opened)
      return { value: answered({ ...opened.info, sessionId: second.info.sessionId }), forMs: PARTY_MS }
    })

  const citizen = (it: Party, patient: PayerPatient, session: PartySession) =>
    citizens.get(citizenKey(it, patient, session), async () => {
      const answer = await withToken('auth/session/citizen/open', it, { cpartySessionId: session.sessionId, nationalNumber: patient.identity.value })
      return { value: answer, forMs: answer.outcome === 'answered' ? CITIZEN_MS : null }
    })

  /** Opens what is needed, runs, and where the insurer says that a session ended opens it anew and runs once more. */
  async function reopening<T>(run: (isLast: boolean) => Promise<Answer<T> | 'again'>): Promise<Answer<T>> {
    const first = await run(false)
    if (first !== 'again') return first
    const second = await run(true)
    if (second === 'again') throw new Error('The last run of an operation asked for another one')
    return second
  }

  const sessions: Sessions = {
    party,

    citizen: (it, patient, { isFresh } = { isFresh: false }) =>
      reopening(async (isLast) => {
        const own = await party(it)
        if (own.outcome === 'refused') return own
        if (isFresh) citizens.drop(citizenKey(it, patient, own.info))
        const answer = await citizen(it, patient, own.info)
        if (isLast || answer.outcome === 'answered' || answer.reason !== 'session') return answer
        parties.drop(partyKey(it), own)
        return 'again'
      }),

    asParty: (operation, it, rest) =>
      reopening(async (isLast) => {
        const own = await beforeSending(() => party(it))
        if (own.outcome === 'refused') return own
        const request = { ...rest, cpartySessionId: own.info.sessionId } as RequestOf<typeof operation>
        const answer = await withToken(operation, it, request)
        if (isLast || answer.outcome === 'answered' || answer.reason !== 'session') return answer
        parties.drop(partyKey(it), own)
        return 'again'
      }),

    forPatient: (operation, { party: it, patient }, rest) =>
      reopening(async (isLast) => {
        const own = await beforeSending(() => party(it))
        if (own.outcome === 'refused') return own
        const hers = await beforeSending(() => sessions.citizen(it, patient))
        if (hers.outcome === 'refused') return hers
        const ids = { cpartySessionId: own.info.sessionId, citizenSessionId: hers.info.citizenSessionId }
        const answer = await withToken(operation, it, { ...rest, ...ids } as RequestOf<typeof operation>)
        if (isLast || answer.outcome === 'answered' || answer.reason !== 'session') return answer
        citizens.drop(citizenKey(it, patient, own.info), hers)
        parties.drop(partyKey(it), own)
        return 'again'
      }),
  }
  return sessions
}

/** Our sandbox's number for a token that ran out; the contract names none. */
const TOKEN_RAN_OUT = '-1940'

/** The password is part of it, so that a wrong one never finds the session that the right one opened. */
const partyKey = ({ username, password }: Party) => createHash('sha256').update(JSON.stringify([username, password])).digest('hex')
const citizenKey = (party: Party, { identity }: PayerPatient, { sessionId }: PartySession) => `${partyKey(party)}|${sessionId}|${identity.value}`
