import { confirmCode, enrolPasskey, findSession, identify } from '@noskhe/shared/auth/contract'
import { Failure } from '@noskhe/shared/failure'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { givenAttempt, givenSession } from './testing/given-session.ts'

const open = (answers: Answers) => {
  answers.on(findSession, new Failure('session.required'))
  renderPages({ '/sign-in': <SignInPage />, '/': <h1>خانه</h1> }, '/sign-in')
}
const council = () => screen.getByLabelText('شمارهٔ نظام پزشکی')
const nationalCode = () => screen.getByLabelText('کد ملی')
const write = async (number: string, code: string) => {
  await userEvent.type(council(), number)
  await userEvent.type(nationalCode(), code)
}
const send = () => userEvent.click(screen.getByRole('button', { name: 'فرستادن کد' }))
const codeBox = () => screen.findByLabelText('کد شش‌رقمی')

afterEach(() => localStorage.clear())

test('any digits are taken, the code goes by itself with its last digit, and she arrives', async () => {
  const answers = new Answers().on(identify, givenAttempt()).on(confirmCode, givenSession())
  open(answers)
  await write('۱۴۵۲۶۳', '٠٠٤١٨٢٧٣٦٨')
  await send()
  expect(answers.inputsOf(identify)).toEqual([{ councilNumber: '145263', nationalCode: '0041827368' }])
  await codeBox()
  expect(screen.getByText('۰۹۱۲•••۰۲۷۱')).toBeTruthy()
  await userEvent.type(await codeBox(), '۱۲۳۴۵۶')
  await userEvent.click(await screen.findByRole('button', { name: 'ادامه' }))
  expect(answers.inputsOf(confirmCode)).toEqual([{ attemptId: givenAttempt().attemptId, code: '123456' }])
  expect(await screen.findByRole('heading', { name: 'خانه' })).toBeTruthy()
})

test('whoever is signed in already does not stop here', async () => {
  new Answers().on(findSession, givenSession())
  renderPages({ '/sign-in': <SignInPage />, '/': <h1>خانه</h1> }, '/sign-in')
  expect(await screen.findByRole('heading', { name: 'خانه' })).toBeTruthy()
})

test('a wrong check digit is told at once, and nothing is sent', async () => {
  const answers = new Answers()
  open(answers)
  await write('145263', '004182736')
  expect(screen.getByText('۱ رقم مانده')).toBeTruthy()
  await userEvent.type(nationalCode(), '7')
  expect(screen.getByText(/این کد ملی درست نیست/)).toBeTruthy()
  await send()
  expect(answers.inputsOf(identify)).toEqual([])
  await userEvent.type(nationalCode(), '{Backspace}8')
  expect(screen.getByText('رقم کنترل درست است')).toBeTruthy()
})

test('a refusal about a number stands at that number, has the focus, and keeps what was written', async () => {
  open(new Answers().on(identify, new Failure('council.unknown')))
  await write('999999', '0041827368')
  await send()
  const message = await screen.findByText(/این شماره را نمی‌شناسد/)
  expect(council().getAttribute('aria-describedby')).toContain(message.id)
  await waitFor(() => expect(document.activeElement).toBe(council()))
  expect([council(), nationalCode()].map((it) => (it as HTMLInputElement).value)).toEqual(['۹۹۹۹۹۹', '۰۰۴۱۸۲۷۳۶۸'])
})

test('a revoked licence is refused in the council’s own words', async () => {
  open(new Answers().on(identify, new Failure('council.licence-revoked', { reason: 'رأی هیئت عالی انتظامی' })))
  await write('118734', '0015937461')
  await send()
  expect((await screen.findByRole('alert')).textContent).toMatch(/پروانهٔ شما باطل شده است.*«رأی هیئت عالی انتظامی»/)
})

test('silence of the registry is told apart from a refusal, and the form can be sent again', async () => {
  const answers = new Answers().on(identify, new Failure('national.unavailable'))
  open(answers)
  await write('145263', '0041827368')
  await send()
  expect((await screen.findByRole('alert')).textContent).toMatch(/پاسخ نمی‌دهد/)
  answers.on(identify, givenAttempt())
  await send()
  expect(await codeBox()).toBeTruthy()
})

test('staff are known by their mobile number, and only that is sent', async () => {
  const answers = new Answers().on(identify, givenAttempt())
  open(answers)
  await userEvent.type(council(), '145263')
  await userEvent.click(screen.getByText('کارمند مرکز'))
  await userEvent.type(screen.getByLabelText('شمارهٔ همراه'), '09128845120')
  await userEvent.type(nationalCode(), '0061739286')
  await send()
  await codeBox()
  expect(answers.inputsOf(identify)).toEqual([{ mobile: '09128845120', nationalCode: '0061739286' }])
})

test('a wrong code says how often she may still try, and empties the box', async () => {
  open(new Answers().on(identify, givenAttempt()).on(confirmCode, new Failure('code.wrong', { triesLeft: 3 })))
  await write('145263', '0041827368')
  await send()
  await userEvent.type(await codeBox(), '000000')
  expect(await screen.findByText(/۳ بار دیگر می‌توانید تلاش کنید/)).toBeTruthy()
  expect(((await codeBox()) as HTMLInputElement).value).toBe('')
})

test('a code that is over cannot be sent; a new one can be asked for at once', async () => {
  const answers = new Answers().on(identify, givenAttempt({ seconds: 0 }))
  open(answers)
  await write('145263', '0041827368')
  await send()
  expect(await screen.findByText('زمان این کد گذشت. کد تازه بخواهید.')).toBeTruthy()
  answers.on(identify, { ...givenAttempt(), attemptId: '01900000-0000-7000-8000-000000000009' }).on(confirmCode, givenSession())
  await userEvent.click(screen.getByRole('button', { name: 'فرستادن کد تازه' }))
  await screen.findByText(/اعتبار کد/)
  await userEvent.type(await codeBox(), '123456')
  await screen.findByRole('button', { name: 'ادامه' })
  expect(answers.inputsOf(confirmCode)).toEqual([{ attemptId: '01900000-0000-7000-8000-000000000009', code: '123456' }])
})

test('the numbers can be corrected without writing them again', async () => {
  open(new Answers().on(identify, givenAttempt()))
  await write('145263', '0041827368')
  await send()
  await codeBox()
  await userEvent.click(screen.getByRole('button', { name: 'ویرایش شماره‌ها' }))
  expect((council() as HTMLInputElement).value).toBe('۱۴۵۲۶۳')
})

test('where the browser has passkeys one is offered, and may be left for later', async () => {
  vi.stubGlobal('PublicKeyCredential', function PublicKeyCredential() {})
  const answers = new Answers().on(identify, givenAttempt()).on(confirmCode, givenSession())
  open(answers)
  await write('145263', '0041827368')
  await send()
  await userEvent.type(await codeBox(), '123456')
  await screen.findByRole('button', { name: 'ساختن کلید عبور' })
  await userEvent.click(screen.getByRole('button', { name: 'بعداً' }))
  expect(await screen.findByRole('heading', { name: 'خانه' })).toBeTruthy()
  expect(answers.inputsOf(enrolPasskey)).toEqual([])
})

test('a browser that has used a passkey offers it first', () => {
  vi.stubGlobal('PublicKeyCredential', function PublicKeyCredential() {})
  localStorage.setItem('noskhe.passkey', '1')
  open(new Answers())
  expect(document.activeElement?.textContent).toBe('ورود با کلید عبور')
})

test('a browser without passkeys does not offer to sign in with one', () => {
  open(new Answers())
  expect(screen.queryByRole('button', { name: 'ورود با کلید عبور' })).toBeNull()
})
