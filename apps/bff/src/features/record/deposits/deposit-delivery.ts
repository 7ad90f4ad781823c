import type { DeliveryLine } from '@noskhe/shared/dispensing/order'
import type { Resources } from '../../../context.ts'
import type { BillDeposit, Deposit, DispensingDeposit } from '../../../national/sepas/port.ts'
import type { Message } from '../../../outbox/index.ts'
import { type ConfirmedDelivery, findConfirmed } from '../../dispensing/index.ts'
import { councilNumberOf } from '../../payers/index.ts'
import { itemCodeOf } from '../../prescriptions/index.ts'

type Needed = Pick<Resources, 'db'>

/** The deposit of a confirmed delivery: what was given. Null where there is no such delivery. */
export async function dispensingDeposit(needed: Needed, message: Message): Promise<DispensingDeposit | null> {
  const found = await headed(needed, message)
  return found && { ...found.head, lines: found.it.lines.filter((line) => line.isGiven).map(lineOf) }
}

/** The bill of the same visit, from the same lines (A11). Null where one of them has no price: a part is not a bill. */
export async function billDeposit(needed: Needed, message: Message): Promise<BillDeposit | null> {
  const found = await headed(needed, message)
  if (found === null) return null
  const services = found.it.lines.filter((line) => line.isGiven).flatMap(serviceOf)
  return services.length < found.it.lines.filter((line) => line.isGiven).length ? null : { ...found.head, services }
}

async function headed({ db }: Needed, { id, centreId, subjectId }: Message): Promise<{ it: ConfirmedDelivery; head: Deposit } | null> {
  const it = await findConfirmed(db, { centreId, id: subjectId })
  if (it === null) return null
  const { insurer, identity, trackingCode } = it.ref
  const head = {
    messageUid: id,
    siamId: centreId,
    councilNumber: await councilNumberOf(db, it.dispenserId),
    // Insurers find a newborn's prescription by the mother's number and do not tell whose it is.
    patient: { identity, newbornBirthDate: null },
    insurer,
    hid: it.hid === null ? null : { value: it.hid, issuer: null },
    trackingCode,
    issuedAt: it.deliveredAt,
  }
  return { it, head }
}

const lineOf = (line: DeliveryLine) => ({
  id: line.id,
  code: itemCodeOf(line.code),
  name: line.name,
  quantity: line.quantity,
  packs: line.packs.map(({ uid, batch }) => ({ uid, batch })),
  cost: line.shares,
})

const serviceOf = ({ id, code, name, quantity, shares }: DeliveryLine) =>
  shares === null ? [] : [{ id, code: itemCodeOf(code), name, count: quantity, cost: shares }]
