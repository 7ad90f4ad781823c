import { RENEW_WITHIN_DAYS, type SignerCertificate } from '@noskhe/shared/signing/certificate'
import type { Context } from '../../context.ts'
import type { CertificateFacts, Chain, Revocation } from '../../national/health-ca/port.ts'
import { heard } from '../../national/port.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** How the caller's own certificate stands now. Silence of the authority is `unknown`, as everything that is not known. */
export async function certificateStanding(context: Pick<Context, 'actor' | 'national' | 'now'>): Promise<SignerCertificate> {
  const { actor, national } = context
  const chain = await heard(() => national.healthCa.certificateOf(actor.nationalCode))
  if (chain === 'silence') return { state: 'unknown', certificate: null, revokedAt: null }
  return chain === null ? { state: 'none', certificate: null, revokedAt: null } : standingOf(context, chain)
}

async function standingOf({ actor, national: { healthCa }, now }: Pick<Context, 'actor' | 'national' | 'now'>, chain: Chain): Promise<SignerCertificate> {
  const at = now()
  const { outcome, certificate } = healthCa.chainOf(chain, at)
  const shown = certificate && factsShown(certificate)
  const standing = (state: SignerCertificate['state'], revokedAt: string | null = null) => ({ state, certificate: shown, revokedAt })
  const isHers = certificate?.nationalCode === actor.nationalCode && certificate.councilNumber === actor.councilNumber
  if (!certificate || !isHers || (outcome !== 'trusted' && outcome !== 'expired')) return standing('untrusted')
  if (outcome === 'expired') return standing('expired')
  const revocation = await healthCa.revocation(chain, at)
  return standing(stateOf(revocation, certificate, at), revocation.state === 'revoked' ? revocation.revokedAt : null)
}

function stateOf({ state }: Revocation, { validUntil }: CertificateFacts, at: Date): SignerCertificate['state'] {
  if (state !== 'good') return state
  return Date.parse(validUntil) - at.getTime() <= RENEW_WITHIN_DAYS * DAY_MS ? 'expiring' : 'good'
}

/** What of a certificate is anybody's on the screen to see. */
export const factsShown = ({ serial, name, issuer, validFrom, validUntil }: CertificateFacts): NonNullable<SignerCertificate['certificate']> => ({
  serial, name, issuer, validFrom, validUntil,
})
