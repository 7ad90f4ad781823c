import { addShares } from '@noskhe/shared/money'
import { ItemCheck } from '@noskhe/shared/prescriptions/item'
import type { TrackedHid } from '@noskhe/shared/patients/eligibility'
import { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { StoredAct } from './acts/stored-act.ts'
import { fingerprintOf } from './order-item.ts'
import { StoredParts, partsOfItems } from './parts.ts'
import { StoredAmending, StoredConfirmation, StoredContent, StoredHeader, type StoredItem, type StoredPrescription } from './stored.ts'

interface Row {
  centreId: string
  id: string
  prescriberId: string
  encounterId: string
  status: string
  revision: number
  version: number
  insurer: string
  header: unknown
  content: unknown
  act: unknown
  terminologyRelease: string
  visitRef: string | null
  trackingCode: string | null
  parts: unknown
  refusal: string | null
  amending: unknown
  ruleConfirmation: unknown
  writtenAt: Date
  savedAt: Date
  signedAt: Date | null
  registeredAt: Date | null
}

interface CheckRow {
  itemKey: string
  fingerprint: string
  checkRef: string | null
  check: unknown
}

/** Of her visit: the HID as it now stands, because its state is not the prescription's, and by which she is reached. */
interface Beside {
  hid: TrackedHid | null
  contactPhone: string | null
}

/** A row as the product knows it; `beside` is null where neither is asked for. An answer about an item that changed since is no answer: such items have no check. */
export function readRow(row: Row, checkRows: readonly CheckRow[], beside: Beside | null): StoredPrescription {
  const header = StoredHeader.parse(row.header)
  const content = StoredContent.parse(row.content)
  const current = checkRows.filter(({ itemKey, fingerprint }) => fingerprint === fingerprintOfKey(content.items, itemKey))
  const checks = new Map(current.map(({ itemKey, check }) => [itemKey, ItemCheck.parse(check)]))
  const items = content.items.map((item) => ({ ...item, check: checks.get(item.key) ?? null }))
  const checkRefs = new Map(current.flatMap(({ itemKey, checkRef }) => (checkRef === null ? [] : [[itemKey, checkRef] as const])))
  const ruleConfirmation = ofTheseLines(StoredConfirmation.nullable().parse(row.ruleConfirmation), content.items, checkRefs)
  const { ruleConfirmation: _stored, act: storedAct, parts: storedParts, ...columns } = row
  const parts = StoredParts.nullable().parse(storedParts)
  const act = StoredAct.nullable().parse(storedAct)
  const amending = StoredAmending.nullable().parse(row.amending)
  return {
    centreId: row.centreId,
    prescriberId: row.prescriberId,
    items: content.items,
    act,
    contactPhone: beside?.contactPhone ?? null,
    parts,
    visitRef: row.visitRef,
    amending,
    checkRefs,
    prescription: Prescription.parse({
      ...columns,
      ...(ruleConfirmation && { ruleConfirmation }),
      ...(act && { act: act.act }),
      ...(parts && { parts: partsOfItems(parts, checkRefs) }),
      ...header,
      hid: beside?.hid ?? null,
      ...content,
      items,
      amending: amending && { ...amending, items: amending.content.items },
      totals: totalsOf(items),
      writtenAt: row.writtenAt.toISOString(),
      savedAt: row.savedAt.toISOString(),
      signedAt: row.signedAt?.toISOString() ?? null,
      registeredAt: row.registeredAt?.toISOString() ?? null,
    }),
  }
}

/** A confirmation of the whole is for exactly the lines it was given for; null once they are others. */
function ofTheseLines(it: StoredConfirmation | null, items: readonly StoredItem[], checkRefs: ReadonlyMap<string, string>) {
  const refs = items.flatMap(({ key }) => checkRefs.get(key) ?? [])
  const isSame = it?.checkRefs.length === items.length && refs.length === items.length && refs.every((ref) => it.checkRefs.includes(ref))
  return isSame ? { id: it.id, validUntil: it.validUntil } : null
}

function fingerprintOfKey(items: readonly StoredItem[], key: string): string | null {
  const item = items.find((it) => it.key === key)
  return item ? fingerprintOf(item) : null
}

/** Null while any price is unknown: a sum of what happens to be known would be read as the whole. */
function totalsOf(items: readonly { check: ItemCheck | null }[]) {
  const shares = items.map(({ check }) => check?.shares ?? null)
  const known = shares.filter((it) => it !== null)
  return known.length > 0 && known.length === shares.length ? addShares(known) : null
}
