import type { ClaimStanding } from '@noskhe/shared/claims/claim'
import type { Db, Tx } from '../../db/client.ts'
import type { ClaimStanding as Told } from '../../national/supplementary/port.ts'

interface Asked {
  centreId: string
  claimId: string
  askedAt: Date
}

/** Keeps what the company said, null for a claim it knows nothing of; never over the answer to a question that was asked later. */
export async function keepStanding(tx: Tx, { centreId, claimId, askedAt }: Asked, told: Told | null): Promise<void> {
  const state = told?.state ?? ('not-found' satisfies ClaimStanding['state'])
  const approved = told === null || told.approved === null ? null : BigInt(told.approved)
  await tx.$executeRaw`
    INSERT INTO claim_standings (centre_id, claim_id, state, asked, approved, message, asked_at)
    VALUES (${centreId}, ${claimId}::uuid, ${state}, ${told && BigInt(told.asked)}, ${approved}, ${told?.message ?? null}, ${askedAt})
    ON CONFLICT (centre_id, claim_id) DO UPDATE
    SET state = excluded.state, asked = excluded.asked, approved = excluded.approved, message = excluded.message, asked_at = excluded.asked_at
    WHERE claim_standings.asked_at < excluded.asked_at`
}

/** What was last said of each of these claims, by its id; nothing for one that was never asked about. */
export async function standingsOf(db: Db, { centreId, claimIds }: { centreId: string; claimIds: string[] }): Promise<Map<string, ClaimStanding>> {
  const rows = await db.claimStanding.findMany({ where: { centreId, claimId: { in: claimIds } } })
  return new Map(rows.map(({ claimId, state, approved, message, askedAt }) => [claimId, {
    // Written by `keepStanding` alone, so that it is read back as what it was.
    state: state as ClaimStanding['state'],
    approved: approved === null ? null : Number(approved),
    message,
    askedAt: askedAt.toISOString(),
  }]))
}
