import { readSignedForm, signedForm } from '@noskhe/shared/signing/signed-form'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { SignedRules } from '@noskhe/shared/rules/signed-rules'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { keyOf, prescription } from '../prescriptions/testing/examples.ts'
import { amoxicillin, feedback, inSteps, services, shapes } from '../prescriptions/testing/shapes.ts'
import { SignedDocumentView } from './signed-document.tsx'

const at = '2026-11-25T08:00:00.000Z'

const canonicalOf = (it: Prescription, rules?: SignedRules) => signedForm(it, { number: it.version + 1, previous: null, fixedAt: at, rules })

/** As the review and the signed page show it; a page that throws shows nothing of it. */
const shown = (canonical: string) => {
  render(<SignedDocumentView document={readSignedForm(canonical)} digest="h4enq3FR6w" />)
  return screen.getByRole('article').textContent
}

test.each(shapes)('the document of %s is shown', (_, more, words) => expect(shown(canonicalOf(prescription(more)))).toContain(words))

test('a cancellation, which has neither items nor an act, is shown', () => {
  const cancellation = { reason: 'wrong-item' as const, note: 'قلم دیگری بود' }
  const amending = { since: at, version: 1, items: [], cancellation }
  for (const act of [undefined, feedback]) {
    expect(canonicalOf(prescription({ amending, ...(act && { act }) }))).not.toContain('"act"')
  }
  expect(shown(canonicalOf(prescription({ amending })))).toContain('قلم دیگری بود')
})

test('documents that were signed before items had kinds, and rules were asked, are shown', () => {
  const { items, ...rest } = JSON.parse(canonicalOf(prescription({ items: [amoxicillin] }))) as { items: Record<string, unknown>[] }
  const old = JSON.stringify({ ...rest, insurer: 'somebody', items: items.map(({ kind: _kind, ...it }) => it) })
  expect(old).not.toContain('"kind":"drug"')
  expect(shown(old)).toContain('آموکسی‌سیلین')
})

test('what rules had said of one item, of several and of the whole, with reasons and without, is shown', () => {
  const override = { code: 'needed', display: 'لازم است', note: '', givenAt: at }
  const of = (key: string, about: string[], more: object = {}) => ({
    key, weight: 'warning' as const, summary: `گفتهٔ ${key}`, advice: '', source: { label: 'قواعد', article: null, version: null }, about, override: null, ...more,
  })
  const rules: SignedRules = {
    format: 'noskhe.rules/1',
    state: 'partly',
    silent: ['قواعد دیگر'],
    findings: [of('یک', [keyOf(1)]), of('دو', [keyOf(0), keyOf(1)], { rule: 'R-9', topic: 'age', override }), of('سه', []), of('چهار', [keyOf(9)])],
    acknowledged: [{ item: keyOf(1), text: 'سقف دارد', override }],
  }
  const text = shown(canonicalOf(prescription({ items: [amoxicillin, inSteps, ...services.slice(1)] }), rules))
  for (const words of ['گفتهٔ یک', 'گفتهٔ دو', 'گفتهٔ سه', 'گفتهٔ چهار', 'سقف دارد']) expect(text?.split(words)).toHaveLength(2)
})
