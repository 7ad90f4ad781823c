import type { Output } from '@noskhe/shared/endpoint'
import type { Code } from '@noskhe/shared/terminology/code'
import { listMissingCodes, reportMissingCode, searchCodes } from '@noskhe/shared/terminology/contract'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { CodeSearch } from './code-search.tsx'
import { MissingCodesPage } from './missing-codes-page.tsx'

const device = vi.hoisted(() => ({ keepOnDevice: vi.fn<(release: string) => void>(), searchOnDevice: vi.fn<() => Promise<object | null>>() }))
vi.mock('./device/on-device.ts', () => device)

const user = userEvent.setup()
let answers: Answers
beforeEach(() => {
  answers = new Answers()
  device.searchOnDevice.mockReset().mockResolvedValue(null)
})

const code = (kind: Code['kind'], number: string, nameFa: string): Code => ({
  kind, code: number, nameFa, nameEn: nameFa, strength: '', form: '', route: '', brands: [], atc: null, legalClass: null, isCovered: true, isCurrent: true,
})
const dressings = [code('nursing', '692009', 'پانسمان در منزل'), code('device', '694068', 'پانسمان فوم'), code('nursing', '692013', 'پانسمان سوختگی')]

function open(hits: Code[]) {
  answers.on(searchCodes, { release: '1405.09.01', hits })
  const onPick = vi.fn()
  renderPages({ '/': <CodeSearch kind={['drug', 'nursing', 'device']} label="جست‌وجو" placeholder="" onPick={onPick} /> }, '/')
  return { box: screen.getByRole('combobox'), onPick }
}

/** At once, so that on a slow machine no half-typed word is searched on the way. */
async function type(box: HTMLElement, text: string) {
  await user.click(box)
  await user.paste(text)
}

test('hits of several lists stand each under its heading, the list of the best one first', async () => {
  const { box } = open(dressings)
  await type(box, 'پانسمان')
  const rows = await screen.findAllByRole('option')
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^پرستاری، .*در منزل/), expect.stringMatching(/^پرستاری، .*سوختگی/), expect.stringMatching(/^تجهیزات، .*فوم/),
  ])
  expect(answers.inputsOf(searchCodes).at(-1)).toMatchObject({ query: 'پانسمان', kinds: 'drug,nursing,device' })
})

test('arrows go over the headings, and the thing is picked with the directions typed behind it', async () => {
  const { box, onPick } = open(dressings)
  await type(box, 'پانسمان هر ۸ ساعت')
  await screen.findAllByRole('option')
  expect(answers.inputsOf(searchCodes).at(-1)).toMatchObject({ query: 'پانسمان' })
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(onPick).toHaveBeenCalledExactlyOnceWith(dressings[1], 'هر ۸ ساعت')
})

test('what is not found is reported by Enter, and nothing is picked', async () => {
  answers.on(reportMissingCode, { times: 1 })
  const { box, onPick } = open([])
  await type(box, 'ویبگرون')
  expect(await screen.findByRole('option', { name: /«ویبگرون» در فهرست ملی پیدا نشد/ })).toBeTruthy()
  await user.keyboard('{Enter}')
  await vi.waitFor(() => expect(answers.inputsOf(reportMissingCode)).toEqual([{ wording: 'ویبگرون', kinds: 'drug,nursing,device' }]))
  expect(onPick).not.toHaveBeenCalled()
})

test('an Enter that came before the answer reports nothing', async () => {
  const { box } = open([])
  const { promise, resolve } = Promise.withResolvers<Output<typeof searchCodes>>()
  answers.on(searchCodes, () => promise)
  await type(box, 'ویبگرون')
  await user.keyboard('{Enter}')
  resolve({ release: '1405.09.01', hits: [] })
  expect(await screen.findByRole('option', { name: /پیدا نشد/ })).toBeTruthy()
  expect(answers.inputsOf(reportMissingCode)).toEqual([])
})

test('a long number, which may be somebody’s, is not offered to be reported', async () => {
  const { box } = open([])
  await type(box, '۰۰۴۱۸۲۷۳۶۸')
  expect(await screen.findByText(/نام تجاری، قدرت یا کد را امتحان کنید/)).toBeTruthy()
  expect(screen.queryByRole('option')).toBeNull()
})

test('while the server is away the lists of this device are searched, and that is said with their release', async () => {
  const { box, onPick } = open([])
  answers.on(searchCodes, 'unreachable')
  device.searchOnDevice.mockResolvedValue({ release: '1405.08.01', hits: dressings })
  await type(box, 'پانسمان')
  expect(await screen.findAllByRole('option')).toHaveLength(3)
  expect(screen.getByText(/سرور پاسخ نمی‌دهد.*۱۴۰۵\.۰۸\.۰۱/)).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(onPick).toHaveBeenCalledWith(dressings[0], '')
})

test('what the server answers is searched on no device, and its release is kept for later', async () => {
  const { box } = open(dressings)
  await type(box, 'پانسمان')
  await screen.findAllByRole('option')
  expect(device.searchOnDevice).not.toHaveBeenCalled()
  expect(device.keepOnDevice).toHaveBeenCalledWith('1405.09.01')
  expect(screen.queryByText(/سرور پاسخ نمی‌دهد/)).toBeNull()
})

test('the admin sees what was not found, how often and by how many', async () => {
  answers.on(listMissingCodes, {
    missing: [{ wording: 'ویبگرون', kinds: ['drug'], times: 3, people: 2, firstReportedAt: '2026-11-24T09:00:00.000Z', lastReportedAt: '2026-11-25T09:00:00.000Z' }],
  })
  renderPages({ '/': <MissingCodesPage /> }, '/')
  const row = await screen.findByRole('row', { name: /ویبگرون/ })
  expect(within(row).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(expect.arrayContaining(['ویبگرون', 'دارو', '۳', '۲']))
})
