import { findSession } from '@noskhe/shared/auth/contract'
import { Failure } from '@noskhe/shared/failure'
import { findPrescription, listPrescriptions, registerPrescription } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { findSignatureOutcome, requestSignature, signWithPasskey } from '@noskhe/shared/signing/contract'
import type { SignatureRequest } from '@noskhe/shared/signing/signature'
import { signedForm } from '@noskhe/shared/signing/signed-form'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { givenSession } from '../auth/testing/given-session.ts'
import { check, draftItem, id, item, keyOf, prescription, registered } from '../prescriptions/testing/examples.ts'
import { PasskeyNotGiven } from '../auth/index.ts'
import { answerWithPasskey } from './answer-with-passkey.ts'
import { ReviewPage } from './review-page.tsx'

vi.mock(import('./answer-with-passkey.ts'), async (original) => ({ ...(await original()), answerWithPasskey: vi.fn() }))
afterEach(() => void vi.unstubAllGlobals())

const answered = check('covered', { shares: { total: 504_000, insurerShare: 352_800, patientShare: 151_200 } })
const draft = prescription({ revision: 4, items: [item(draftItem(0), { check: answered })] })
const canonicalOf = (it: Prescription) => signedForm(it, { number: it.version + 1, previous: null, fixedAt: '2026-11-25T09:00:00.000Z' })

const requestOf = (canonical: string, means: SignatureRequest['means']): SignatureRequest => ({
  id: '0199c0de-0000-7000-8000-0000000000f1',
  prescriptionId: id,
  means,
  canonical,
  digest: 'h4enq3FR6w',
  expiresAt: new Date(Date.now() + 120_000).toISOString(),
  passkeyOptions: means === 'passkey' ? {} : null,
})

interface Given {
  canonical?: string
  /** Whether this device has a passkey of hers; otherwise the phone signs. */
  hasPasskey?: boolean
}

function open({ canonical = canonicalOf(draft), hasPasskey = true }: Given = {}) {
  if (hasPasskey) vi.stubGlobal('PublicKeyCredential', class {})
  vi.mocked(answerWithPasskey).mockReset().mockResolvedValue({})
  const server = { it: draft }
  const answers = new Answers()
    .on(findSession, givenSession({ hasPasskey }))
    .on(findPrescription, () => server.it)
    .on(listPrescriptions, { prescriptions: [], next: null })
    .on(requestSignature, ({ means }) => requestOf(canonical, means))
    .on(signWithPasskey, () => (server.it = { ...draft, status: 'signed', version: 1 }))
    .on(registerPrescription, () => (server.it = registered()))
  renderPages({ [paths.review(':id')]: <ReviewPage />, [paths.prescription(':id')]: <p>صفحهٔ نسخه</p> }, paths.review(id))
  return { server, answers, user: userEvent.setup() }
}

const documentShown = async () => (await screen.findByRole('article')).textContent
const sign = 'امضا و ثبت'

test('the document tells who writes, for whom, what, and what the insurer said', async () => {
  open()
  const text = await documentShown()
  for (const part of ['دکتر نرگس کاویانی', '۱۴۵۲۶۳', 'زهرا احمدی‌فر', '۱۳۸۴۹۵۰۶۱۳', '54253UB2LV', 'AMOXICILLIN', '90132', 'به گفتهٔ سرور', '۲۱ عدد', 'تحت پوشش', '۱۵۱٬۲۰۰', 'h4enq3FR6w']) {
    expect(text).toContain(part)
  }
})

test.each<[string, (it: Prescription) => Prescription, string]>([
  ['the quantity', (it) => ({ ...it, items: [item(draftItem(0, { quantity: 84 }), { check: answered })] }), '۸۴ عدد'],
  ['the directions', (it) => ({ ...it, items: [item(draftItem(0), { check: answered, readBack: 'دو قرص، یک‌باره' })] }), 'دو قرص، یک‌باره'],
  ['the patient', (it) => ({ ...it, patient: { ...it.patient, person: { firstName: 'سارا', lastName: 'رضایی' } } }), 'سارا رضایی'],
  ['the note', (it) => ({ ...it, noteToPatient: 'آب بنوشید' }), 'آب بنوشید'],
  ['the insurer’s answer', (it) => ({ ...it, items: [item(draftItem(0), { check: check('not-checked') })] }), 'بررسی نشده'],
])('the screen is the bytes, not the draft: with %s other in the bytes, the screen is other', async (_, other, shown) => {
  const before = canonicalOf(draft)
  const changed = canonicalOf(other(draft))
  expect(changed).not.toBe(before)
  open({ canonical: changed })
  expect(await documentShown()).toContain(shown)
})

test('bytes that are no document of ours are not put up for signing', async () => {
  open({ canonical: '{}' })
  await screen.findByText('متنی که باید امضا شود خوانا نیست')
  expect(screen.queryByRole('button', { name: new RegExp(sign) })).toBeNull()
})

test('Ctrl and Enter sign by passkey and register', async () => {
  const { answers, user } = open()
  await documentShown()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('صفحهٔ نسخه')
  expect(answers.inputsOf(registerPrescription)).toEqual([{ id, version: 1 }])
})

test('a passkey that is not given signs nothing, and says that it is still a draft', async () => {
  const { answers, user } = open()
  vi.mocked(answerWithPasskey).mockRejectedValue(new PasskeyNotGiven('no'))
  await user.click(await screen.findByRole('button', { name: new RegExp(sign) }))
  await screen.findByText(/کلید عبور داده نشد؛ نسخه همچنان پیش‌نویس است/)
  expect(answers.inputsOf(signWithPasskey)).toEqual([])
})

test('after a refused signature the text is fixed and shown anew before it can be signed', async () => {
  const { answers, user } = open()
  answers.on(signWithPasskey, new Failure('signature.rejected'))
  await user.click(await screen.findByRole('button', { name: new RegExp(sign) }))
  await screen.findByText(/امضا پذیرفته نشد و نسخه همچنان پیش‌نویس است/)
  await user.click(screen.getByRole('button', { name: /بازبینی دوباره/ }))
  await screen.findByRole('button', { name: new RegExp(sign) })
  expect(answers.inputsOf(requestSignature)).toHaveLength(2)
  expect(answers.inputsOf(signWithPasskey)).toHaveLength(1)
})

test('an old question is asked anew instead of being answered', async () => {
  const { answers, user } = open()
  answers.on(requestSignature, ({ means }) => ({ ...requestOf(canonicalOf(draft), means), expiresAt: '2020-01-01T00:00:00.000Z' }))
  await user.click(await screen.findByRole('button', { name: new RegExp(sign) }))
  await waitFor(() => expect(answers.inputsOf(requestSignature)).toHaveLength(2))
  expect(answers.inputsOf(signWithPasskey)).toEqual([])
})

test('declined on the phone: still a draft, and it can be sent again', async () => {
  const { answers, user } = open({ hasPasskey: false })
  answers.on(findSignatureOutcome, { state: 'declined', prescription: null })
  await screen.findByText('امضا در تلفن رد شد. نسخه همچنان پیش‌نویس است.')
  expect(answers.inputsOf(registerPrescription)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'دوباره به تلفن بفرست' }))
  await waitFor(() => expect(answers.inputsOf(requestSignature)).toHaveLength(2))
})

test('approved on the phone, it is registered by itself', async () => {
  const { answers, server } = open({ hasPasskey: false })
  answers.on(findSignatureOutcome, { state: 'pending', prescription: null })
  await screen.findByText(/درخواست به تلفن شما رفت/)
  answers.on(findSignatureOutcome, () => ({ state: 'signed' as const, prescription: (server.it = { ...draft, status: 'signed', version: 1 }) }))
  await screen.findByText('صفحهٔ نسخه')
  expect(answers.inputsOf(registerPrescription)).toEqual([{ id, version: 1 }])
})

test('refused by the payer, she is taken to the prescription, which is asked for anew', async () => {
  const { answers, user, server } = open()
  answers.on(registerPrescription, () => {
    server.it = { ...draft, refusal: 'نشانی ندارد' }
    return new Failure('payer.refused', { reason: 'نشانی ندارد' })
  })
  await documentShown()
  const asked = answers.inputsOf(findPrescription).length
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('صفحهٔ نسخه')
  expect(answers.inputsOf(findPrescription).length).toBeGreaterThan(asked)
})

test.each([
  ['prescription.not-checked' as const, /پس از آخرین تغییر از بیمه پرسیده نشده است/],
  ['council.licence-suspended' as const, /پروانهٔ شما تعلیق شده است/],
])('%s: nothing is put up for signing, and the reason and the way back are', async (code, words) => {
  const { answers, user } = open()
  answers.on(requestSignature, new Failure(code))
  await screen.findByText(words)
  expect(screen.queryByRole('button', { name: new RegExp(sign) })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'بازگشت به ویرایش' }))
  await screen.findByText('صفحهٔ نسخه')
})

test('an item that keeps the whole from being signed is named', async () => {
  const { answers } = open()
  answers.on(requestSignature, new Failure('prescription.not-registrable', { items: [keyOf(0)] }))
  expect((await screen.findByRole('alert')).textContent).toContain('آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم')
})

test('the insurer’s rules and its confirmation of the whole are read from what is signed', async () => {
  const said = check('covered', { messages: [{ tone: 'warning', text: 'سقف آنتی‌بیوتیک', rule: { id: 'NM-111', version: 2 } }] })
  const ruleConfirmation = { id: '7700412', validUntil: '2026-11-25T09:15:00.000Z' }
  open({ canonical: canonicalOf(prescription({ items: [item(draftItem(0), { check: said })], ruleConfirmation })) })
  const document = await documentShown()
  expect(document).toContain('بیمهٔ سلامت، ویرایش ۲، قاعدهٔ NM-111')
  expect(document).toContain('تأیید قواعد بیمه 7700412 · معتبر تا چهارشنبه ۴ آذر ۱۴۰۵، ساعت ۱۲:۴۵')
})
