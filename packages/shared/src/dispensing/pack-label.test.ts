import { expect, test } from 'vitest'
import { PackLabel, readPackLabel } from './pack-label.ts'

const uid = '12345012345678901234'

test.each([
  [uid, { kind: 'uid', value: uid }],
  ['۱۲۳۴۵ ۰۱۲۳۴ ۵۶۷۸۹ ۰۱۲۳۴', { kind: 'uid', value: uid }],
  ['1234-5678-9012-3456', { kind: 'auth-code', value: '1234567890123456' }],
  [`010626012345678921${uid}\u001d1728063110B77`, { kind: 'uid', value: uid }],
  [`]d2010626012345678921${uid}`, { kind: 'uid', value: uid }],
  [`(01)06260123456789(21)${uid}(17)280631`, { kind: 'uid', value: uid }],
  ['1728063110B77', null],
  ['123', null],
  ['', null],
])('%j is read as %j', (typed, label) => expect(readPackLabel(typed)).toEqual(label))

test('what is no label is refused as input', () => expect(PackLabel.safeParse('12').success).toBe(false))
