import type { DeliveryLine } from '@noskhe/shared/dispensing/order'
import { canonicalize } from '@noskhe/shared/signing/canonical'
import type { StoredDelivery } from './store.ts'

interface Confirmed {
  /** Of the dispenser; null where she is no member of the council. */
  councilNumber: string | null
  /** ISO instant. */
  deliveredAt: string
}

/** The canonical record (RFC 8785) of what was handed over, by whom, to whom, at what cost in Rial: what the centre seals (9-2-1). */
export const deliveryRecord = ({ id, centreId, dispenserId, ref, hid, lines, totals, deliveryRef }: StoredDelivery, { councilNumber, deliveredAt }: Confirmed): string =>
  canonicalize({
    format: 'noskhe.delivery/1',
    delivery: id,
    deliveredAt,
    centre: centreId,
    dispenser: { id: dispenserId, councilNumber },
    insurer: ref.insurer,
    identity: { kind: ref.identity.kind, value: ref.identity.value },
    trackingCode: ref.trackingCode,
    hid,
    deliveryRef,
    lines: lines.filter((line) => line.isGiven).map(lineOf),
    totals: { ...totals },
  })

const lineOf = ({ id, code, name, quantity, shares, packs }: DeliveryLine) => ({
  id,
  code,
  name,
  quantity,
  shares: shares && { ...shares },
  packs: packs.map(({ uid, batch, expiry, count }) => ({ uid, batch, expiry, count })),
})
