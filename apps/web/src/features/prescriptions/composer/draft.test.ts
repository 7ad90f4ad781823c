import type { Code } from '@noskhe/shared/terminology/code'
import { expect, test } from 'vitest'
import { type Draft, KeptDraft, change, contentOf, newDrug } from './draft.ts'

const code = (nameFa: string, form = 'قرص'): Code => ({
  kind: 'drug', code: nameFa, nameFa, nameEn: nameFa, strength: '', form, route: '', brands: [], atc: null, legalClass: 'RX', isCovered: true, isCurrent: true,
})
const [a, b, c] = [newDrug(code('الف'), 'a'), newDrug(code('ب'), 'b'), newDrug(code('پ'), 'c')]
const draft: Draft = { items: [a, b, c], diagnosis: null, noteToPatient: '' }
const keys = (it: Draft) => it.items.map((item) => item.key).join('')

test.each([
  ['add', { do: 'add', item: newDrug(code('ت'), 'd') }, 'abcd'],
  ['remove', { do: 'remove', key: 'b' }, 'ac'],
  ['restore where it was', { do: 'restore', item: newDrug(code('ث'), 'x'), at: 1 }, 'axbc'],
  ['restore what is back already', { do: 'restore', item: b, at: 0 }, 'abc'],
  ['move down', { do: 'move', key: 'a', by: 1 }, 'bac'],
  ['move up', { do: 'move', key: 'c', by: -1 }, 'acb'],
  ['move beyond the end stays', { do: 'move', key: 'c', by: 1 }, 'abc'],
  ['move of an unknown item stays', { do: 'move', key: 'z', by: 1 }, 'abc'],
] as const)('%s', (_, step, order) => expect(keys(change(draft, step))).toBe(order))

test('replacing keeps the place', () => {
  const after = change(draft, { do: 'replace', item: { ...b, quantity: 30 } })
  expect([keys(after), after.items[1]?.quantity]).toEqual(['abc', 30])
})

test('names are shown but not sent', () => expect(Object.keys(contentOf(draft).items[0] ?? {})).not.toContain('name'))

test.each([
  ['قرص روکش‌دار', 'قرص'],
  ['قطره چشمی', 'قطره'],
  ['شربت', 'میلی‌لیتر'],
  ['ناشناخته', 'عدد'],
])('a dose of %s is counted in %s', (form, unit) => expect(newDrug(code('x', form), 'k').doseUnit).toBe(unit))

test('what a device kept while drugs were all there was is read as drugs', () => {
  const { kind: _kind, ...old } = { ...newDrug(code('91468', 'قرص'), '0199c0de-0000-7000-8000-000000000101'), dose: '1' }
  const kept = KeptDraft.parse({ revision: 3, draft: { items: [old], diagnosis: null, noteToPatient: '' } })
  expect(kept.draft.items).toEqual([{ kind: 'drug', ...old }])
})
