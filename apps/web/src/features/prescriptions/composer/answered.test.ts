import { expect, test } from 'vitest'
import { check, draftItem, item, keyOf } from '../testing/examples.ts'
import { checkOf } from './answered.ts'
import { ComposerItem } from './draft.ts'

const answered = item(draftItem(0), { check: check('covered') })
const written = ComposerItem.parse(answered)

test('what the insurer said of an item stands while it is written so', () => expect(checkOf(written, [answered])?.outcome).toBe('covered'))

test.each([{ quantity: 42 }, { durationDays: 14 }, { asNeeded: true }, { instructions: ['PC'] }, { note: 'با آب' }, { noSubstitution: true }, { repeats: 2 }])(
  'with %j written anew, what it said before is no answer',
  (change) => expect(checkOf(ComposerItem.parse({ ...written, ...change }), [answered])).toBeNull(),
)

test('what it said of another item is no answer', () => expect(checkOf({ ...written, key: keyOf(1) }, [answered])).toBeNull())
