import { type CertificateSignature, verifyCertificateSignature } from '@noskhe/evidence/certificates/verify-certificate-signature'
import type { DetachedJws } from '@noskhe/shared/signing/detached-jws'
import { confirm } from '../../certificates/confirm.ts'
import type { Resources } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { RevocationProof } from '../../national/health-ca/port.ts'
import { recordForCentre } from '../audit/index.ts'
import { openSecret } from './key.ts'
import { sealDigest } from './seal-digest.ts'
import { type Seal, findSeal, markRevoked } from './store.ts'

type Needed = Pick<Resources, 'config' | 'db' | 'national' | 'now' | 'log'>

/** A centre's seal that may be used now, with the authority's word for it. */
export interface ReadySeal {
  seal: Seal
  proofs: RevocationProof[]
  confirmedAt: Date
}

/** Unknown is never good: a certificate that nobody speaks for now seals nothing now. */
export async function readySeal(resources: Needed, centreId: string): Promise<ReadySeal | { failure: string }> {
  const { db, national, now, log } = resources
  const confirmedAt = now()
  const seal = await findSeal(db, centreId, confirmedAt)
  if (seal === null) return { failure: 'no-certificate' }
  const confirmation = await confirm(seal, national.healthCa, confirmedAt)
  if (confirmation.outcome === 'confirmed') return { seal, proofs: confirmation.proofs, confirmedAt }
  if (confirmation.outcome === 'revoked') await giveUp(resources, seal)
  else log.warn({ centre: centreId, because: confirmation.because }, 'centre seal not confirmed')
  return { failure: confirmation.outcome === 'revoked' ? 'revoked' : 'unconfirmed' }
}

const giveUp = ({ db, now }: Needed, seal: Seal): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (!(await markRevoked(tx, seal, now()))) return
    await recordForCentre(tx, { centreId: seal.centreId, now }, 'seal.revoked', null, { serial: seal.serial })
  })

/**
 * The centre's seal over a digest, verified as anybody would before it is given out.
 * @throws Error where it does not verify
 */
export async function seal(
  { config, national }: Pick<Needed, 'config' | 'national'>,
  { seal: { centreId, secret, chain } }: Pick<ReadySeal, 'seal'>,
  { digest, document, at }: { digest: string; document: string; at: Date },
): Promise<CertificateSignature & { jws: DetachedJws }> {
  const jws = await sealDigest(openSecret(secret, config.secretKey, centreId), chain, { digest, document, at })
  const verdict = await verifyCertificateSignature(jws, { digest, document, holder: { siamId: centreId }, from: at, until: at }, national.healthCa.chainOf)
  if (verdict.outcome !== 'genuine') throw new Error(`The seal does not verify: ${verdict.outcome}`)
  return { ...verdict.signature, jws }
}
