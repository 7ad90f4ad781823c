import type { CentreRecord } from '@noskhe/shared/centres/centre'
import { findCentre } from '@noskhe/shared/centres/contract'
import { Failure } from '@noskhe/shared/failure'
import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { CentreRecordPage } from './centre-record-page.tsx'
import { words } from './words.ts'

let answers: Answers
beforeEach(() => {
  answers = new Answers()
})

const told = (change: Partial<CentreRecord> = {}): CentreRecord => ({
  siamId: findCentre.output.shape.siamId.parse('SIAM-1100271'), name: 'درمانگاه مهر ونک', kind: 'clinic', address: 'تهران، میدان ونک', phone: '02188776655',
  licence: { state: 'active', reason: null, validUntil: '2029-09-21' },
  mappedIds: [{ system: 'operating-licence', value: 'MOH-1100271' }, { system: 'another-registry', value: 'X-7' }],
  posTerminalId: '60114271', partnerIds: [{ insurer: 'salamat', value: '700271' }],
  answeredAt: '2026-11-25T09:00:00.000Z', silentSince: null, isCurrent: true, ...change,
})
const open = () => renderPages({ '/centre-record': <CentreRecordPage /> }, '/centre-record')
const region = (name: string) => screen.findByRole('region', { name })

test('shows the licence with its last day, and every number of the centre', async () => {
  answers.on(findCentre, told())
  open()
  const licence = await region(words.licence)
  expect(within(licence).getByText('پروانه فعال')).toBeTruthy()
  expect(within(licence).getByText('جمعه ۳۱ شهریور ۱۴۰۸')).toBeTruthy()
  const ids = await region(words.ids)
  for (const value of ['SIAM-1100271', 'MOH-1100271', 'X-7', '60114271']) expect(within(ids).getByText(value)).toBeTruthy()
})

test('says of each insurer where SIAM has no number for it', async () => {
  answers.on(findCentre, told())
  open()
  const insurers = await region(words.insurers)
  expect(within(insurers).getByText('700271')).toBeTruthy()
  expect(within(insurers).getAllByText(words.none)).toHaveLength(2)
})

test('a licence that is not in force comes with the reason of SIAM', async () => {
  answers.on(findCentre, told({ licence: { state: 'suspended', reason: 'تعلیق به دستور معاونت درمان', validUntil: '2029-09-21' } }))
  open()
  const licence = await region(words.licence)
  expect(within(licence).getByText('پروانه تعلیق شده')).toBeTruthy()
  expect(within(licence).getByText('تعلیق به دستور معاونت درمان')).toBeTruthy()
})

test('while SIAM is silent nothing is called active: it is told since when, and what it last said', async () => {
  answers.on(findCentre, told({ silentSince: '2026-11-25T10:00:00.000Z', isCurrent: false }))
  open()
  const licence = await region(words.licence)
  const notice = screen.getByText(words.silentTitle).closest<HTMLElement>('[role=status]')
  expect(notice?.textContent).toContain('۱۳:۳۰')
  expect(within(licence).getByText(words.unknownNow)).toBeTruthy()
  expect(within(licence).queryByText('پروانه فعال')).toBeNull()
  expect(within(licence).getByText(/«پروانه فعال»/)).toBeTruthy()
})

test('an answer that grew old is no answer of now, though nobody was silent', async () => {
  answers.on(findCentre, told({ isCurrent: false }))
  open()
  expect(await screen.findByText(words.staleTitle)).toBeTruthy()
  expect(screen.queryByText('پروانه فعال')).toBeNull()
})

test('a centre without terminal, other ids, address or phone says so in each place', async () => {
  answers.on(findCentre, told({ posTerminalId: null, mappedIds: [], partnerIds: [], address: '', phone: '' }))
  open()
  await region(words.ids)
  expect(screen.getAllByText(words.none)).toHaveLength(6)
})

test('where SIAM is silent and nothing was kept, it says what happened', async () => {
  answers.on(findCentre, new Failure('national.unavailable', { service: 'siam' }))
  open()
  expect(await screen.findByRole('alert')).toBeTruthy()
})
