import { createHash } from 'node:crypto'
import { canonicalize } from '@noskhe/shared/signing/canonical'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AuditEntry, hashOf } from './audit-event.ts'

const text = fc.string({ unit: 'grapheme' })
const entry: fc.Arbitrary<AuditEntry> = fc.record({
  centreId: text,
  at: fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') }),
  personId: fc.option(fc.uuid()),
  action: text,
  subject: fc.option(text),
  detail: fc.dictionary(text.filter((key) => key !== '__proto__'), fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))),
})

test('the hash is that of the whole event as one canonical document, whatever stands in it', () => {
  fc.assert(
    fc.property(entry, fc.bigInt({ min: 1n, max: 2n ** 63n }), (it, seq) => {
      const previous = createHash('sha256').update(String(seq)).digest('base64url')
      const { centreId: centre, personId: person, at, ...rest } = it
      const whole = canonicalize({ ...rest, centre, person, at: at.toISOString(), previous, seq: String(seq) })
      expect(hashOf(previous, seq, it)).toBe(createHash('sha256').update(whole).digest('base64url'))
    }),
  )
})
