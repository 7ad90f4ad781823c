import type { DeliveryLine, ScannedPack } from '@noskhe/shared/dispensing/order'

/**
 * Packs of lines for which the payer asks for none: nobody but us holds them, sells them and gives them back at TTAC (A43, A64).
 * Those that a payer asks for are in its custody.
 */
export const ownPacksOf = (lines: readonly DeliveryLine[]): ScannedPack[] =>
  lines.filter((it) => it.isGiven && !it.needsPacks).flatMap((it) => it.packs)
