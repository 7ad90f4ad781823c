import { Failure } from '@noskhe/shared/failure'
import { acceptSuggestion, gatherFindings, overrideFinding } from '@noskhe/shared/rules/contract'
import { saveDraft } from '@noskhe/shared/prescriptions/contract'
import type { Finding } from '@noskhe/shared/rules/finding'
import type { PayerMessage } from '@noskhe/shared/prescriptions/item'
import { searchCodes } from '@noskhe/shared/terminology/contract'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { check, draftItem, drugs, item, keyOf } from '../prescriptions/testing/examples.ts'
import { givenDesk, withOne } from '../prescriptions/testing/given-desk.tsx'

const finding = (change: Partial<Finding> = {}): Finding => ({
  key: 'k',
  rule: null,
  topic: null,
  weight: 'warning',
  summary: 'این دو با هم خطر خونریزی را بالا می‌برند',
  advice: 'پایش کنید.',
  source: { label: 'دستورنامه', url: null, article: 'بند ۱', version: '1405.09' },
  about: [keyOf(0), keyOf(1)],
  suggestions: [],
  overrideReasons: [{ code: 'monitored', display: 'بیمار زیر پایش است' }, { code: 'tolerated', display: 'پیش‌تر مصرف کرده است' }],
  links: [],
  override: null,
  ...change,
})

const two = () => withOne({ items: [item(draftItem(0)), item(draftItem(1))] })
const cards = () => screen.findAllByRole('group', { name: /هشدار:|منع:|آگاهی:|توصیه:/ })

test('a finding about two items stands once, beside the later one, with its advice, article and version', async () => {
  await givenDesk({ it: two(), rules: () => ({ findings: [finding()] }) })
  const [card, ...others] = await cards()
  expect(others).toEqual([])
  expect(card?.textContent).toContain('پایش کنید.')
  expect(card?.textContent).toContain('دستورنامه، بند ۱، ویرایش ۱۴۰۵.۰۹')
  const rows = screen.getAllByRole('listitem')
  expect(rows.at(-1)?.contains(card ?? null)).toBe(true)
})

test('by keyboard alone: Alt+W goes to it, a digit gives the reason, and it falls quiet', async () => {
  const { answers, user } = await givenDesk({ it: two(), rules: () => ({ findings: [finding()] }) })
  answers.on(overrideFinding, ({ reason }) => ({
    revision: two().revision,
    state: 'checked' as const,
    silent: [],
    askedAt: null,
    acknowledged: [],
    findings: [finding({ override: reason === null ? null : { reason: { code: reason ?? '', display: 'پیش‌تر مصرف کرده است' }, note: '', givenAt: '2026-11-25T08:00:00.000Z', isRemembered: false } })],
  }))
  const [card] = await cards()
  await user.keyboard('{Alt>}[KeyW]{/Alt}')
  await waitFor(() => expect(document.activeElement).toBe(card))
  await user.keyboard('[Digit2]')
  expect(await screen.findByText(/با دلیل شما ادامه می‌یابد: پیش‌تر مصرف کرده است/)).toBeTruthy()
  expect(answers.inputsOf(overrideFinding)).toMatchObject([{ finding: 'k', reason: 'tolerated', note: '' }])
  await user.click(screen.getByRole('button', { name: 'پس گرفتن دلیل' }))
  await waitFor(() => expect(answers.inputsOf(overrideFinding).at(-1)).toMatchObject({ reason: null }))
})

test('A takes the suggestion: the draft changes, and the service is told', async () => {
  const suggestions = [{ id: 's', label: 'هر بار ۲ کپسول', changes: [{ do: 'dose' as const, key: keyOf(0), dose: '2' }] }]
  const { answers, user } = await givenDesk({ it: withOne(), rules: () => ({ findings: [finding({ about: [keyOf(0)], suggestions })] }) })
  answers.on(acceptSuggestion, { isTold: true })
  const [card] = await cards()
  card?.focus()
  await user.keyboard('[KeyA]')
  await waitFor(() => expect(answers.inputsOf(saveDraft).at(-1)).toMatchObject({ content: { items: [{ dose: '2' }] } }))
  expect(answers.inputsOf(acceptSuggestion)).toMatchObject([{ finding: 'k', suggestion: 's' }])
})

test('a digit typed into the explanation is part of the explanation', async () => {
  const { answers, user } = await givenDesk({ it: two(), rules: () => ({ findings: [finding()] }) })
  const [card] = await cards()
  await user.click(within(card as HTMLElement).getByRole('button', { name: 'ادامه با دلیل' }))
  await user.type(within(card as HTMLElement).getByRole('textbox'), '12')
  expect(answers.inputsOf(overrideFinding)).toEqual([])
})

test('a refusal that offers no reason says that it stops signing, and offers none', async () => {
  await givenDesk({ it: two(), rules: () => ({ findings: [finding({ weight: 'refusal', overrideReasons: [] })] }) })
  const [card] = await cards()
  expect(card?.textContent).toContain('تا این منع هست نسخه امضا نمی‌شود. این منع را با دلیل نمی‌توان کنار گذاشت.')
  expect(within(card as HTMLElement).queryByRole('button', { name: 'ادامه با دلیل' })).toBeNull()
})

test('a silence looks like itself: not checked, by whom, and that signing is possible', async () => {
  await givenDesk({ it: two(), rules: () => ({ state: 'not-checked', silent: ['ایمنی دارو'] }) })
  const standing = await screen.findByRole('region', { name: 'قواعد بالینی' })
  await waitFor(() => expect(standing.textContent).toContain('بررسی نشد'))
  expect(standing.textContent).toContain('«ایمنی دارو» پاسخ نداد')
  expect(standing.textContent).toContain('جلوی امضا را نمی‌گیرد')
})

test('rules that cannot be asked at all hold up nothing that is written', async () => {
  const { answers, user } = await givenDesk({ it: withOne() })
  answers.on(gatherFindings, new Failure('unexpected'))
  await user.click(screen.getByRole('button', { name: /^حذف آموکسی/ }))
  await waitFor(() => expect(answers.inputsOf(saveDraft).length).toBeGreaterThan(0))
})

const saidByInsurer = (...messages: PayerMessage[]) => withOne({ insurer: 'armed-forces', items: [item(draftItem(0), { check: check('covered', { messages }) })] })
const ceiling: PayerMessage = { tone: 'warning', text: 'سقف آنتی‌بیوتیک', rule: { id: 'NM-111', version: 2 } }

test('what the insurer says stands in the same list, with its rule and version', async () => {
  await givenDesk({ it: saidByInsurer(ceiling), insurer: () => check('covered', { messages: [ceiling] }) })
  const [card, ...others] = await cards()
  expect(others).toEqual([])
  expect(card?.textContent).toContain('هشدار: سقف آنتی‌بیوتیک')
  expect(card?.textContent).toContain('نیروهای مسلح، ویرایش ۲، قاعدهٔ NM-111')
})

test('what both say is said once, with both as its sources', async () => {
  const age: PayerMessage = { tone: 'warning', text: 'برای این سن پذیرفته نمی‌شود', topic: 'age', rule: { id: 'NM-130', version: 1 } }
  await givenDesk({ it: saidByInsurer(age), insurer: () => check('covered', { messages: [age] }), rules: () => ({ findings: [finding({ topic: 'age', about: [keyOf(0)] })] }) })
  await waitFor(() => expect(screen.getByText(/این دو با هم/)).toBeTruthy())
  const [card, ...others] = await cards()
  expect(others).toEqual([])
  expect(card?.textContent).toContain('دستورنامه، بند ۱، ویرایش ۱۴۰۵.۰۹')
  expect(card?.textContent).toContain('نیروهای مسلح، ویرایش ۱، قاعدهٔ NM-130')
})

test('a warning of the insurer’s is answered by a digit, and falls quiet by its own name', async () => {
  const { answers, user } = await givenDesk({ it: saidByInsurer(ceiling), insurer: () => check('covered', { messages: [ceiling] }) })
  answers.on(overrideFinding, ({ finding: key }) => ({
    revision: 2,
    state: 'checked' as const,
    silent: [],
    askedAt: null,
    findings: [],
    acknowledged: [{ key, item: keyOf(0), text: ceiling.text, override: { reason: { code: 'noskhe:needed', display: 'درمان به همین نیاز دارد' }, note: '', givenAt: '2026-11-25T08:00:00.000Z', isRemembered: true } }],
  }))
  await cards()
  await user.keyboard('{Alt>}[KeyW]{/Alt}')
  await user.keyboard('[Digit2]')
  expect(await screen.findByText(/با دلیل شما ادامه می‌یابد: درمان به همین نیاز دارد/)).toBeTruthy()
  expect(screen.getByText(/قبلاً دلیل داده‌اید/)).toBeTruthy()
  expect(answers.inputsOf(overrideFinding)).toMatchObject([{ reason: 'noskhe:needed' }])
})

test('a refusal of the insurer’s has no reason against it', async () => {
  const refusal: PayerMessage = { tone: 'rejection', text: 'در تعهد نیست' }
  await givenDesk({ it: saidByInsurer(refusal), insurer: () => check('not-covered', { messages: [refusal] }) })
  const [card] = await cards()
  expect(within(card as HTMLElement).queryByRole('button', { name: 'ادامه با دلیل' })).toBeNull()
})

/** A desk on which the insurer proposes the drug of this place, and A has been pressed. */
async function proposed(place: number) {
  const other = drugs[place]
  const proposal: PayerMessage = { tone: 'advisory', text: 'ارزان‌تر هم هست', rule: { id: 'NM-171', version: 1 }, proposal: { code: other?.code ?? '', name: other?.nameFa ?? '' } }
  const { answers, user } = await givenDesk({ it: saidByInsurer(proposal), insurer: () => check('covered', { messages: [proposal] }) })
  answers.on(searchCodes, ({ query }) => ({ release: '1', hits: drugs.filter(({ code }) => code === query) }))
  const card = await screen.findByRole('group', { name: /^پیشنهاد ارزان‌تر:/ })
  card.focus()
  await user.keyboard('[KeyA]')
  return { answers, user, code: other?.code }
}

test('a cheaper drug is a proposal of its own, and A writes it in place of the other with the same directions', async () => {
  const { answers, code } = await proposed(3)
  await waitFor(() => expect(answers.inputsOf(saveDraft).at(-1)).toMatchObject({ content: { items: [{ code, dose: '1', frequency: 'TID', quantity: 21 }] } }))
  expect(answers.inputsOf(acceptSuggestion)).toEqual([])
})

test('of another form or strength nobody says that one is as much as one of the other: its amounts are asked for first', async () => {
  const { answers, user, code } = await proposed(1)
  const form = await screen.findByRole('form', { name: /متفورمین/ })
  expect(within(form).getByLabelText<HTMLInputElement>('هر بار').value).toBe('')
  expect(answers.inputsOf(saveDraft)).toEqual([])
  await user.keyboard('2 #42{Enter}')
  await waitFor(() => expect(answers.inputsOf(saveDraft).at(-1)).toMatchObject({ content: { items: [{ code, dose: '2', doseUnit: 'قرص', frequency: 'TID', quantity: 42 }] } }))
})

test('while a question is long under way, what stands there says that it is about the text before', async () => {
  const { answers, user } = await givenDesk({ it: two(), rules: () => ({ findings: [finding({ about: [keyOf(0)] })] }) })
  await cards()
  answers.on(gatherFindings, () => new Promise<never>(() => undefined))
  await user.click(screen.getByRole('button', { name: /^حذف متفورمین/ }))
  expect(await screen.findByText('دربارهٔ نوشتهٔ پیشین است؛ دوباره پرسیده می‌شود.')).toBeTruthy()
  expect(screen.getByText('پرسش دوباره…')).toBeTruthy()
})
