import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { DitasReply, DoIdentifier } from '@noskhe/national-wire/data-objects'
import { identifierOf } from '@noskhe/national-wire/data-objects'
import { OpenSessionReply, armedForcesRefusal } from '@noskhe/national-wire/armed-forces'
import type { OpenedSession } from '@noskhe/national-wire/armed-forces'
import { beforeSending } from '../../gateway/before-sending.ts'
import type { Gateway } from '../../gateway/gateway.ts'
import { openKeeper } from '../keeper.ts'
import type { Party, Refused } from '../port.ts'
import { refusalOf } from './refusals.ts'

/** In the call log and on the status page. */
export const SERVICE = 'armed-forces'

export type Answer<T> = { outcome: 'answered'; info: T } | Refused

export interface Asked<T> {
  reply: z.ZodType<DitasReply<T>>
  body?: object
  /** Repeating it changes nothing. */
  isRead: boolean
}

export interface ArmedForces {
  /** Whose account it is, by her session. */
  who(party: Party): Promise<Answer<OpenedSession>>
  /** One operation at her centre: `siteId`, or the account's first. A session that ended is opened anew once. */
  ask<T>(party: Party, operation: string, asked: Asked<T>): Promise<Answer<T>>
}

/** Sessions are given up a little before the insurer ends them. */
const RENEW_MS = 60_000

export function openArmedForces(gateway: Gateway, now: () => Date): ArmedForces {
  const sessions = openKeeper<Answer<OpenedSession>>(now)

  const who = (party: Party) =>
    sessions.get(keyOf(party), async () => {
      const body = { UserName: party.username, Password: party.password, ClientIp: party.clientIp, AppUser: party.username }
      const answer = read(await gateway.post('OpenSession', { service: SERVICE, isRead: true, reply: OpenSessionReply, body }))
      const forMs = answer.outcome === 'refused' ? null : Date.parse(answer.info.ExpiresAt) - now().getTime() - RENEW_MS
      return { value: answer, forMs: forMs !== null && forMs > 0 ? forMs : null }
    })

  return {
    who,
    async ask(party, operation, { reply, body = {}, isRead }) {
      for (let isLast = false; ; isLast = true) {
        const own = await beforeSending(() => who(party))
        if (own.outcome === 'refused') return own
        const signed = { ...body, Session: own.info.Session, HealthCareFacilityID: siteOf(party, own.info) }
        const answer = read(await gateway.post(operation, { service: SERVICE, isRead, reply, body: signed }))
        // An ended session is noticed before anything is done.
        if (isLast || answer.outcome === 'answered' || answer.code !== String(armedForcesRefusal.sessionEnded)) return answer
        sessions.drop(keyOf(party), own)
      }
    },
  }
}

const siteOf = ({ siteId }: Party, { Centres }: OpenedSession): DoIdentifier => identifierOf.centre(siteId ?? Centres[0] ?? '-')

function read<T>(reply: DitasReply<T>): Answer<T> {
  if (reply.isSuccess && reply.data !== null) return { outcome: 'answered', info: reply.data }
  return refusalOf(reply.statusCode, reply.message.join(' '))
}

/** The password is part of it, so that a wrong one never finds the session that the right one opened. */
const keyOf = ({ username, password }: Party) => createHash('sha256').update(JSON.stringify([username, password])).digest('hex')
