import type { InsurerBill } from '@noskhe/shared/billing/bill'
import type { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { Db } from '../../db/client.ts'

export interface Span {
  from: Date
  to: Date
}

/**
 * What our own records say of a centre's span at one insurer: counts of registered prescriptions and delivered drugs, and the
 * shares of the latter. Reads two features' tables, and only counts and sums of them.
 */
export async function ownFigures(db: Db, centreId: string, insurer: InsurerCode, { from, to }: Span): Promise<InsurerBill['ours']> {
  const within = { gte: from, lt: to }
  const registered = await db.prescription.count({ where: { centreId, insurer, status: 'registered', registeredAt: within } })
  const delivered = await db.delivery.aggregate({
    where: { centreId, insurer, state: 'delivered', deliveredAt: within },
    _count: { id: true },
    _sum: { insurerShare: true, patientShare: true },
  })
  return {
    registered,
    delivered: delivered._count.id,
    insurerShare: Number(delivered._sum.insurerShare ?? 0n),
    patientShare: Number(delivered._sum.patientShare ?? 0n),
  }
}
