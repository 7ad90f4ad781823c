import { createPublicKey } from 'node:crypto'
import { RENEW_WITHIN_DAYS } from '@noskhe/shared/signing/certificate'
import type { Resources } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { CertificateFacts, Chain } from '../../national/health-ca/port.ts'
import { heard } from '../../national/port.ts'
import { restAfter } from '../../outbox/index.ts'
import { recordForCentre } from '../audit/index.ts'
import { certificateRequest, newSecret, openSecret } from './key.ts'
import { type DueSeal, claimDueSeals, keepNextSecret, markCertified, putSealBack } from './store.ts'

const AT_ONCE = 20
/** Longer than one call with its deadline: who took a seal and has not settled it by then is dead. */
const RETURNS_AFTER_MS = 30_000
/** A refusal does not change by being asked for again every second. */
const AFTER_REFUSAL_MS = 10 * 60_000
const DAY_MS = 24 * 60 * 60 * 1_000

type Needed = Pick<Resources, 'config' | 'db' | 'national' | 'now' | 'log'>

/** One round: asks for the certificates of seals that have none, or whose certificate runs out soon. */
export async function certifySeals(resources: Needed): Promise<void> {
  const now = resources.now()
  const due = await claimDueSeals(resources.db, { now, returnsAt: new Date(now.getTime() + RETURNS_AFTER_MS), limit: AT_ONCE })
  await Promise.all(due.map((seal) => certify(resources, seal)))
}

async function certify(resources: Needed, seal: DueSeal): Promise<void> {
  const { db, now, log } = resources
  const { centreId } = seal
  try {
    const secret = await secretOf(resources, seal)
    if (secret === null) return
    const asked = await askFor(resources, centreId, secret)
    if ('chain' in asked) return await keep(resources, seal, { ...asked, secret })
    log.warn({ centre: centreId, failure: asked.failure }, 'centre seal not certified')
    await putSealBack(db, seal, { failure: asked.failure, dueAt: new Date(now().getTime() + restOf(seal, asked.failure)) })
  } catch (error) {
    // It returns by itself, when its time as claimed is over.
    log.error({ err: error, centre: centreId }, 'centre seal not certified')
  }
}

const restOf = ({ attempts }: DueSeal, failure: string): number => (failure === 'silent' ? restAfter(attempts, Math.random()) : AFTER_REFUSAL_MS)

/** The key is kept before it is asked about, so that an answer that was lost is asked for with the same one. */
async function secretOf({ config, db }: Needed, seal: DueSeal): Promise<Uint8Array | null> {
  if (seal.nextSecret !== null) return seal.nextSecret
  const made = newSecret(config.secretKey, seal.centreId)
  return (await keepNextSecret(db, seal, made)) ? made : null
}

type Asked = { chain: Chain; certificate: CertificateFacts } | { failure: string }

/** What the authority issued is looked at like anybody's certificate: chain, centre, and that it is of our key. */
async function askFor({ config, national: { healthCa }, now }: Needed, centreId: string, secret: Uint8Array): Promise<Asked> {
  const key = openSecret(secret, config.secretKey, centreId)
  const request = await certificateRequest(key, centreId)
  const answer = await heard(() => healthCa.certifySeal({ siamId: centreId, request }))
  if (answer === 'silence') return { failure: 'silent' }
  if (answer.outcome !== 'issued') return { failure: answer.outcome }
  const verdict = healthCa.chainOf(answer.chain, now())
  if (verdict.outcome !== 'trusted') return { failure: verdict.outcome }
  const { certificate } = verdict
  const { x, y } = createPublicKey(key).export({ format: 'jwk' })
  if (certificate.siamId !== centreId) return { failure: 'wrong-holder' }
  return certificate.publicKey.x === x && certificate.publicKey.y === y ? { chain: answer.chain, certificate } : { failure: 'wrong-key' }
}

async function keep({ db, now }: Needed, seal: DueSeal, { chain, certificate, secret }: { chain: Chain; certificate: CertificateFacts; secret: Uint8Array }): Promise<void> {
  const { serial, validUntil } = certificate
  const until = new Date(validUntil)
  const dueAt = new Date(Math.max(until.getTime() - RENEW_WITHIN_DAYS * DAY_MS, now().getTime() + AFTER_REFUSAL_MS))
  await inTransaction(db, async (tx) => {
    if (!(await markCertified(tx, seal, { secret, chain, serial, validUntil: until, dueAt }))) return
    await recordForCentre(tx, { centreId: seal.centreId, now }, 'seal.certified', null, { serial })
  })
}
