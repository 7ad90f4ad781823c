import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareLines } from './shares.ts'

const rial = fc.integer({ min: 0, max: 2_000_000_000 })

test('every line is shared whole, and what is paid is at most the percentage and what is left', () => {
  fc.assert(
    fc.property(fc.array(rial, { maxLength: 20 }), fc.integer({ min: 0, max: 100 }), rial, (parts, percent, left) => {
      const shared = shareLines(parts.map((patientPart, place) => ({ key: String(place), patientPart })), { percent, left })
      for (const [place, patientPart] of parts.entries()) {
        const line = shared[place]
        expect(Number(line?.paid) + Number(line?.rest)).toBe(patientPart)
        expect(line?.paid).toBeLessThanOrEqual((patientPart * percent) / 100)
      }
      expect(shared.reduce((sum, it) => sum + it.paid, 0)).toBeLessThanOrEqual(left)
    }),
  )
})

test('the first lines are paid first', () => {
  const lines = [{ key: 'a', patientPart: 1000 }, { key: 'b', patientPart: 1000 }]
  expect(shareLines(lines, { percent: 80, left: 900 })).toEqual([{ key: 'a', paid: 800, rest: 200 }, { key: 'b', paid: 100, rest: 900 }])
})
