import { expect, test } from 'vitest'
import { SignedItem } from '../signing/signed-item.ts'
import type { SignedDocument } from '../signing/signed-form.ts'
import { remarksOfSigned } from './signed-remarks.ts'
import { SignedRules } from './signed-rules.ts'

const key = '0199f0c2-1111-7000-8000-000000000001'
const override = { code: 'noskhe:needed', display: 'درمان به همین نیاز دارد', note: '', givenAt: '2026-11-25T08:00:00.000Z' }

const item = SignedItem.parse({
  key, code: '90132', name: 'آموکسی‌سیلین', nameLatin: 'AMOXICILLIN', strength: '500 mg', form: 'کپسول', dose: '1', doseUnit: 'کپسول', frequency: 'TID', durationDays: 7, quantity: 30,
  instructions: [], asNeeded: false, readBack: 'یک کپسول', note: '',
  check: {
    outcome: 'over-ceiling', insurerShare: 1, patientShare: 1,
    messages: [
      { tone: 'warning', text: 'سقف پوشش ۲۴ واحد است.', rule: { id: 'NM-111', version: 2 }, topic: 'ceiling' },
      { tone: 'advisory', text: 'قرص ارزان‌تر است.', rule: { id: 'NM-171', version: 1 }, topic: 'alternative', proposal: { code: '90137', name: 'قرص' } },
      { tone: 'a tone of another age', text: 'ناخوانا' },
    ],
  },
})
const rules = SignedRules.parse({
  format: 'noskhe.rules/1', state: 'checked', silent: [],
  findings: [
    { key: 'f', rule: 'max', topic: 'ceiling', weight: 'warning', summary: 'از بیشینه بیشتر است', advice: '', source: { label: 'ایمنی دارو', article: 'بند ۷', version: '۱' }, about: [key], override: null },
  ],
  acknowledged: [{ item: key, text: 'سقف پوشش ۲۴ واحد است.', override }],
})
const documentWith = (more: Partial<SignedDocument>) => ({ insurer: 'armed-forces', items: [item], ...more }) as SignedDocument

test('what both had said is read as one, and a proposal as one', () => {
  expect(remarksOfSigned(documentWith({ rules })).map(({ weight, isProposal, sources }) => [weight, isProposal, sources.length])).toEqual([['warning', false, 2], ['advice', true, 1]])
})

test('her reason against the insurer’s words stands with them', () => {
  const { acknowledged } = rules
  const only = SignedRules.parse({ format: 'noskhe.rules/1', state: 'checked', silent: [], findings: [], acknowledged })
  expect(remarksOfSigned(documentWith({ rules: only }))[0]?.override?.reason).toEqual({ code: 'noskhe:needed', display: 'درمان به همین نیاز دارد' })
})

test('a document of before there were rules has what the insurer said', () => {
  expect(remarksOfSigned(documentWith({}))).toHaveLength(2)
})
