import type { Resources } from '../../context.ts'
import type { SupplementaryClaim } from '../../national/supplementary/port.ts'
import type { Message, Told } from '../../outbox/index.ts'
import { councilNumberOf } from '../payers/index.ts'
import { itemCodeOf } from '../prescriptions/index.ts'
import { findConfirmed } from './for-record.ts'
import { KIND } from './supplementary-share.ts'

/** Tells the supplementary company of a delivery and of the share it was asked for, once under the message's id (A67). */
export async function claimSupplementary({ db, national }: Pick<Resources, 'db' | 'national'>, message: Message): Promise<Told> {
  const claim = await claimOf({ db }, message)
  if (claim === null) return { outcome: 'impossible', reason: 'impossible' }
  const answer = await national.supplementary.claim(claim)
  return answer.outcome === 'kept'
    ? { outcome: 'kept', receipt: { compositionUid: answer.claimUid, patientUid: claim.policy.number } }
    : { outcome: 'refused', reason: `${answer.reason}: ${answer.message}` }
}

/** Null where there is no confirmed delivery of which the company was to pay a part. */
async function claimOf({ db }: Pick<Resources, 'db'>, { id, centreId, subjectId }: Message): Promise<SupplementaryClaim | null> {
  const it = await findConfirmed(db, { centreId, id: subjectId })
  if (it?.supplementary?.state !== 'known') return null
  const councilNumber = await councilNumberOf(db, it.dispenserId)
  if (councilNumber === null) return null
  const { company, companyCode, policy, lines: told } = it.supplementary
  const partOf = new Map(told.map(({ lineId, share }) => [lineId, share]))
  return {
    reference: id,
    patient: { identity: it.ref.identity },
    policy: { company: { code: companyCode, title: company }, number: policy },
    siteId: centreId,
    kind: KIND,
    councilNumber,
    letter: null,
    insurer: it.ref.insurer,
    trackingCode: it.ref.trackingCode,
    deliveredAt: it.deliveredAt,
    lines: it.lines.flatMap(({ id: key, code, quantity, shares }) => {
      const supplementaryShare = partOf.get(key)
      if (supplementaryShare === undefined || shares === null) return []
      const price = { ...shares, supplementaryShare, patientShare: shares.patientShare - supplementaryShare, discount: 0 }
      return [{ key, code: itemCodeOf(code), count: quantity, price }]
    }),
  }
}
