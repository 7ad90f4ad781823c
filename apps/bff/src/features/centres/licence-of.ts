import { type Asking, askCentre } from './ask-centre.ts'
import { type KeptLicence, findKept } from './store.ts'

/**
 * The licence of a centre, by an answer of SIAM that is younger than `maxAgeMs`: the one that is kept, whichever process
 * asked for it, or a new one.
 * @throws NationalUnavailable | NationalUnreadable where a new one is needed and SIAM is silent.
 */
export async function licenceOf(asking: Asking, siamId: string, maxAgeMs: number): Promise<Pick<KeptLicence, 'state' | 'reason'>> {
  const kept = await findKept(asking.db, siamId)
  if (kept && asking.now().getTime() - kept.askedAt.getTime() < maxAgeMs) return kept.licence
  const centre = await askCentre(asking, siamId)
  return centre?.licence ?? { state: 'unlisted', reason: null }
}
