import { readRecord } from '@noskhe/shared/record/contract'
import type { PatientRecord, RecordEntry } from '@noskhe/shared/record/record'
import { Failure } from '@noskhe/shared/failure'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { RecordButton } from './record-button.tsx'
import { words } from './words.ts'

const encounterId = '0199c0de-0000-7000-8000-000000000001'
const user = userEvent.setup()
let answers: Answers
beforeEach(() => {
  answers = new Answers()
})

const entry = (change: Partial<RecordEntry> = {}): RecordEntry => ({
  id: 'a', kind: 'prescription', at: '2026-11-01T08:00:00.000Z', insurer: 'tamin', insurerTitle: 'تأمین اجتماعی', trackingCode: '1234567',
  centreName: 'بیمارستان امید', providerName: 'سارا نادری', specialty: 'قلب', diagnosis: null, isCancelled: false, referral: null,
  items: [{ code: '01211', name: 'لوزارتان', quantity: 30, directions: 'روزی یک قرص' }], ...change,
})
const record = (change: Partial<PatientRecord> = {}): PatientRecord => ({ state: 'answered', reason: null, askedAt: '2026-11-25T09:00:00.000Z', entries: [], ...change })

async function open(): Promise<void> {
  renderPages({ '/prescribe': <RecordButton encounterId={encounterId} name="زهرا احمدی‌فر" /> }, '/prescribe')
  await user.click(screen.getByRole('button', { name: words.open }))
}
async function read(): Promise<void> {
  await open()
  await user.click(await screen.findByRole('radio', { name: /تداخل/ }))
  await user.click(screen.getByRole('button', { name: words.read }))
}

test('nothing is read before a purpose is said, and what is said goes along', async () => {
  answers.on(readRecord, record({ entries: [entry()] }))
  await open()
  await user.click(await screen.findByRole('button', { name: words.read }))
  expect(answers.inputsOf(readRecord)).toEqual([])
  await user.click(screen.getByRole('radio', { name: /تداخل/ }))
  await user.click(screen.getByRole('button', { name: words.read }))
  expect(await screen.findByText('لوزارتان')).toBeTruthy()
  expect(answers.inputsOf(readRecord)).toEqual([{ encounterId, purpose: 'PATSFTY' }])
})

test('the address stays as it is, without the patient and the visit', async () => {
  answers.on(readRecord, record())
  await read()
  await screen.findByText(words.emptyTitle)
  expect(screen.getByTestId('address').textContent).toBe('/prescribe')
})

test('prescriptions and dispensings stand together, and each apart', async () => {
  answers.on(readRecord, record({ entries: [entry({ id: 'b', kind: 'dispensing', items: [{ code: '1', name: 'متفورمین', quantity: 60, directions: '' }] }), entry()] }))
  await read()
  const list = await screen.findByRole('list', { name: words.open })
  const headings = () => within(list).getAllByRole('heading').map((it) => it.textContent?.split(' ')[0])
  expect(headings()).toHaveLength(2)
  await user.click(screen.getByRole('radio', { name: /^تحویل‌ها/ }))
  expect(within(list).queryByText('لوزارتان')).toBeNull()
  expect(within(list).getByText('متفورمین')).toBeTruthy()
})

test('a referral says to whom and why, and stands apart from what was prescribed', async () => {
  const referral = { title: 'ارجاع به متخصص', specialty: 'متخصص قلب و عروق', reason: 'تپش قلب؛ اکو لازم است', isUrgent: true }
  answers.on(readRecord, record({ entries: [entry({ id: 'b', kind: 'referral', items: [], referral }), entry()] }))
  await read()
  const list = await screen.findByRole('list', { name: words.open })
  await user.click(screen.getByRole('radio', { name: /^ارجاع‌ها/ }))
  expect(within(list).getByText('ارجاع به متخصص، متخصص قلب و عروق')).toBeTruthy()
  expect(within(list).getByText(referral.reason)).toBeTruthy()
  expect(within(list).getByText(words.urgent)).toBeTruthy()
  expect(within(list).queryByText('لوزارتان')).toBeNull()
})

test('one that was taken back says so', async () => {
  answers.on(readRecord, record({ entries: [entry({ isCancelled: true })] }))
  await read()
  expect(await screen.findByText(words.cancelled)).toBeTruthy()
})

test('a silent record does not look empty, and is asked again with the same purpose', async () => {
  answers.on(readRecord, record({ state: 'unanswered' }))
  await read()
  await screen.findByText(words.silentTitle)
  expect(screen.queryByText(words.emptyTitle)).toBeNull()
  answers.on(readRecord, record({ entries: [entry()] }))
  await user.click(screen.getByRole('button', { name: 'دوباره تلاش کن' }))
  expect(await screen.findByText('لوزارتان')).toBeTruthy()
  expect(answers.inputsOf(readRecord).map((it) => it['purpose'])).toEqual(['PATSFTY', 'PATSFTY'])
})

test('a record that will not tell says why', async () => {
  answers.on(readRecord, record({ state: 'refused', reason: 'خواننده شناخته نشد' }))
  await read()
  expect(await screen.findByText('خواننده شناخته نشد')).toBeTruthy()
})

test('who is not treating her any more is told what to do', async () => {
  answers.on(readRecord, new Failure('record.not-treating'))
  await read()
  expect(await screen.findByText(/تنها پزشک معالج/)).toBeTruthy()
})
