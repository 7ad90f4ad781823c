import { listDeposits, sendDepositAgain } from '@noskhe/shared/record/contract'
import type { Deposits, UndeliveredDeposit } from '@noskhe/shared/record/record'
import { Failure } from '@noskhe/shared/failure'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { DepositsPage } from './deposits-page.tsx'
import { words } from './words.ts'

const user = userEvent.setup()
let answers: Answers
beforeEach(() => {
  answers = new Answers()
})

const parked: UndeliveredDeposit = {
  id: '0199c0de-0000-4000-8000-000000000001', kind: 'dispensing', state: 'parked', attempts: 1, enqueuedAt: '2026-11-25T09:00:00.000Z', why: 'refused',
  words: 'کد دارو شناخته نشد',
}
const deposits = (change: Partial<Deposits> = {}): Deposits => ({ waiting: 0, parked: 0, delivered: 12, failed: [], ...change })
const open = () => renderPages({ '/deposits': <DepositsPage /> }, '/deposits')

test('where all got through it says so, with the counts', async () => {
  answers.on(listDeposits, deposits({ waiting: 3 }))
  open()
  expect(await screen.findByText(words.allThrough)).toBeTruthy()
  expect(screen.getByText('۱۲')).toBeTruthy()
  expect(screen.getByText('۳')).toBeTruthy()
})

test('what was refused stands there with the reason, and goes when it is sent again', async () => {
  answers.on(listDeposits, deposits({ parked: 1, failed: [parked] }))
  answers.on(sendDepositAgain, deposits({ waiting: 1 }))
  open()
  const list = await screen.findByRole('list', { name: words.deposits })
  expect(within(list).getByText('«کد دارو شناخته نشد»')).toBeTruthy()
  await user.click(within(list).getByRole('button', { name: words.again }))
  expect(await screen.findByText(words.allThrough)).toBeTruthy()
  expect(answers.inputsOf(sendDepositAgain)).toEqual([{ id: parked.id }])
})

test('one that has gone meanwhile is said to have, and the list is fetched anew', async () => {
  answers.on(listDeposits, deposits({ parked: 1, failed: [parked] }))
  answers.on(sendDepositAgain, new Failure('deposit.not-found'))
  open()
  const button = await screen.findByRole('button', { name: words.again })
  answers.on(listDeposits, deposits({ delivered: 13 }))
  await user.click(button)
  expect(await screen.findByText(/دیگر در صف ارسال نیست/)).toBeTruthy()
  expect(await screen.findByText(words.allThrough)).toBeTruthy()
})

test('a list that could not be fetched says why', async () => {
  answers.on(listDeposits, 'unreachable')
  open()
  expect(await screen.findByText(/به سرور نرسیدیم/)).toBeTruthy()
})
