import type { OwnActKind } from '@noskhe/shared/prescriptions/act'
import type { Payer } from '../../../national/payer/port.ts'

/**
 * What a payer takes beside lines. Salamat's referral is a line of a kind of its own, so that it takes that and no other; where
 * neither is there, its contract has no such thing.
 */
export const offersOf = ({ withoutLines, referral, catalogue }: Payer): readonly OwnActKind[] =>
  withoutLines ? ['visit', 'referral', 'hospitalisation'] : referral && catalogue ? ['referral'] : []
