import { challengeOf } from '@noskhe/shared/signing/challenge'
import type { ActorAtCentre } from '../../context.ts'

/** The challenge of these bytes for this prescriber at this centre. */
export const challengeFor = (
  { at, councilNumber }: ActorAtCentre,
  { nonce, digest }: { nonce: Uint8Array; digest: Uint8Array },
): Promise<Uint8Array<ArrayBuffer>> => challengeOf({ nonce, digest, centre: at.centreId, prescriber: councilNumber ?? '' })
