import { CertificateReply, RevocationReply, healthCaRefusal } from '@noskhe/national-wire/health-ca'
import type { DitasReply } from '@noskhe/national-wire/data-objects'
import { type CallBook, type CallLog, openCallBook } from '../gateway/call-book.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { NOT_FOUND, dataOf, dataOrNull } from '../gateway/reading.ts'
import { readPem } from '@noskhe/evidence/certificates/certificate'
import { judgeChain } from '@noskhe/evidence/certificates/chain'
import type { Applicant, EnrolmentAnswer, HealthCa } from './port.ts'
import { type RevocationAddresses, askRevocation } from './revocation.ts'

const service = 'health-ca'

/** Three questions one after the other stay below what a person waits for. */
const QUESTION_DEADLINE_MS = 2_500

export interface HealthCaConfig extends RevocationAddresses {
  /** PEM of the roots that are trusted; null where none is configured, and then no certificate is. */
  roots: string | null
}

interface Options {
  log?: CallLog
  now?: () => Date
  deadlineMs?: number
}

/** @throws Error where the configured roots are not certificates */
export function healthCaThrough(gateway: Gateway, config: HealthCaConfig, { log, now, deadlineMs = QUESTION_DEADLINE_MS }: Options = {}): HealthCa & Pick<CallBook, 'status' | 'take'> {
  const roots = config.roots === null ? [] : readPem(config.roots)
  const book = openCallBook(log, now)
  const apply = async (path: string, { nationalCode, councilNumber }: Applicant) => {
    const body = { authority: councilNumber === null ? 'legal' : 'council', nationalCode, councilNumber }
    return gateway.post(path, { service, reply: CertificateReply, body })
  }
  return {
    async certificateOf(nationalCode) {
      const reply = await gateway.post('health-ca/certificates/find', { service, isRead: true, reply: CertificateReply, body: { nationalCode } })
      return dataOrNull(service, reply)?.chain ?? null
    },
    enrol: async (applicant) => answerOf(await apply('health-ca/enrolments', applicant), 'unknown-applicant'),
    renew: async (applicant) => answerOf(await apply('health-ca/certificates/renew', applicant), 'nothing-to-renew'),
    async revoke(body) {
      return dataOrNull(service, await gateway.post('health-ca/certificates/revoke', { service, reply: RevocationReply, body }))
    },
    certifySeal: async (body) => answerOf(await gateway.post('health-ca/seals', { service, reply: CertificateReply, body }), 'unknown-applicant'),
    chainOf: (chain, at) => judgeChain(chain, roots, at),
    revocation: (chain, at) => askRevocation({ ...config, roots, book, deadlineMs }, chain, at),
    status: () => book.status(),
    take: () => book.take(),
  }
}

type Refusal = Exclude<EnrolmentAnswer, { outcome: 'issued' }>['outcome']

const refusals: Record<number, Refusal> = {
  [healthCaRefusal.licenceNotInForce]: 'licence-not-in-force',
  [healthCaRefusal.alreadyCertified]: 'already-certified',
  [healthCaRefusal.notARequest]: 'not-a-request',
}

function answerOf(reply: DitasReply<{ chain: string[] }>, notFound: Refusal): EnrolmentAnswer {
  const refusal = reply.isSuccess ? undefined : reply.statusCode === NOT_FOUND ? notFound : refusals[reply.statusCode]
  return refusal ? { outcome: refusal } : { outcome: 'issued', chain: dataOf(service, reply).chain }
}
