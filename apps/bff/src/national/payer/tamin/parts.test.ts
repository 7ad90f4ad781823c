import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addShares, splitPrice } from '@noskhe/shared/money'
import type { WrittenRow } from '@noskhe/national-wire/tamin'
import { carries, prescriptionType, serviceType } from '@noskhe/national-wire/tamin/codes'
import { lineRef } from './lines.ts'
import { extentOf, partsOf } from './parts.ts'
import { commentOf, newVisitRef } from './visit-ref.ts'

const lineTypes = Object.values(prescriptionType).flatMap((type) => Object.values(serviceType).filter((srv) => carries(type, srv)).map((srv) => ({ type, srv })))

/** Some lines, no two the same, with a price of one unit and the insurer's percentage. */
const lines = fc.uniqueArray(
  fc.record({ of: fc.constantFrom(...lineTypes), code: fc.nat(99_999), qty: fc.integer({ min: 1, max: 300 }), price: fc.nat(9_000_000), percent: fc.constantFrom(0, 70, 90, 100) }),
  { selector: (it) => `${it.of.type} ${it.of.srv} ${it.code} ${it.qty}`, maxLength: 20 },
)

const refOf = ({ of, code, qty }: { of: (typeof lineTypes)[number]; code: number; qty: number }) =>
  lineRef({ type: of.type, note: { srvId: { srvCode: String(code), srvType: { srvType: of.srv } }, srvQty: qty, dose: '', repeat: null, dateDo: null } })

test('every line is in one part, of its own type, in its order', () =>
  fc.assert(
    fc.property(lines, (given) => {
      const refs = given.map(refOf)
      const parts = partsOf(refs)
      expect(parts.flatMap((it) => it.checkRefs).sort()).toEqual([...refs].sort())
      for (const { type, checkRefs, notes } of parts) {
        expect(checkRefs).toEqual(refs.filter((ref) => checkRefs.includes(ref)))
        expect(notes.every((it) => carries(type, it.srvId.srvType.srvType))).toBe(true)
      }
      expect(new Set(parts.map((it) => it.type)).size).toBe(parts.length)
    }),
  ))

test('the shares of the parts add up to those of the whole, and each whole to its total', () =>
  fc.assert(
    fc.property(lines, (given) => {
      const shareOf = new Map(given.map((it) => [refOf(it), splitPrice(it.price, it.qty, it.percent)]))
      const sharesOf = (refs: readonly string[]) => addShares(refs.flatMap((ref) => shareOf.get(ref) ?? []))
      const whole = sharesOf([...shareOf.keys()])
      const parts = partsOf([...shareOf.keys()]).map((it) => sharesOf(it.checkRefs))
      expect(addShares(parts)).toEqual(whole)
      for (const it of [whole, ...parts]) expect(it.insurerShare + it.patientShare).toBe(it.total)
    }),
  ))

const ref = newVisitRef({ patient: '0451627385', docId: '145263', clientId: 'noskhe' }, '14050904')
const at = (minute: number) => `2026-11-25T08:0${minute}:00.000Z`
const row = (part: number, of: number, written: number, deleted: number | null = null): WrittenRow => ({
  head_EPRSC_ID: '1', trackingCode: '1', prescTypeId: '1', comments: commentOf(ref, { part, of }), writtenAt: at(written), deletedAt: deleted === null ? null : at(deleted),
})

test.each<[string, WrittenRow[], ReturnType<typeof extentOf>]>([
  ['nothing', [], 'none'],
  ['one of one', [row(1, 1, 0)], 'whole'],
  ['one of two', [row(1, 2, 0)], 'half'],
  ['two of two', [row(1, 2, 0), row(2, 2, 1)], 'whole'],
  ['one, the other taken out by an edit', [row(1, 2, 0), row(2, 2, 1, 3)], 'whole'],
  ['both taken back', [row(1, 2, 0, 2), row(2, 2, 1, 3)], 'none'],
  ['the first of a second telling, both of the first taken back', [row(1, 2, 0, 2), row(2, 2, 1, 2), row(1, 2, 4)], 'half'],
  ['a kind added by an edit', [row(1, 1, 0), row(2, 2, 3)], 'whole'],
])('%s', (_, rows, extent) => expect(extentOf(rows)).toBe(extent))
