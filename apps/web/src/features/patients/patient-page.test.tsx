import { findChart, listLooks } from '@noskhe/shared/charts/contract'
import type { Chart } from '@noskhe/shared/charts/chart'
import { Failure } from '@noskhe/shared/failure'
import { openEncounterOfPatient } from '@noskhe/shared/patients/contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { paths } from '../../paths.ts'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { chart } from '../charts/testing/example-chart.ts'
import { PatientPage } from './patient-page.tsx'
import { encounter } from './testing/given-answer.tsx'

const visit = (number: number, more: Partial<Chart['visits'][number]> = {}): Chart['visits'][number] => ({
  id: `0199c0de-0000-7000-8000-0000000000e${number}`, openedAt: '2026-11-20T08:00:07.000Z', endedAt: '2026-11-20T08:20:31.000Z', endedBy: 'prescriber', prescriber: 'سامان فرهمند', isMine: false, ...more,
})

function given(answer: Chart | Failure) {
  const answers = new Answers().on(findChart, () => answer)
  renderPages({ [paths.patient(':id')]: <PatientPage />, [paths.compose]: <p>بیمار بعدی</p> }, paths.patient(chart().patientId))
  return { answers, user: userEvent.setup() }
}

test('says who she is, and of what nobody asked that it was not asked', async () => {
  given(chart())
  await screen.findByRole('heading', { name: 'زهرا احمدی‌فر' })
  expect(within(screen.getByRole('region', { name: 'حساسیت، بارداری، وزن' })).getAllByText('پرسیده نشده')).toHaveLength(3)
})

test('her own visits show what was written in them, a colleague’s only that it was', async () => {
  const written = {
    id: '0199c0de-0000-7000-8000-0000000000f1', encounterId: visit(1).id, status: 'registered' as const, insurer: 'salamat' as const,
    writtenAt: '2026-11-20T08:10:00.000Z', registeredAt: '2026-11-20T08:12:00.000Z', trackingCode: '1', diagnosis: null, itemNames: ['متفورمین'],
  }
  given(chart({ visits: [visit(1, { isMine: true }), visit(2)], prescriptions: [written] }))
  const [mine, other] = within(await screen.findByRole('list', { name: 'ویزیت‌ها در این مرکز' })).getAllByRole('heading').map((it) => it.closest('li'))
  expect(mine?.textContent).toMatch(/۱۱:۳۰:۰۷.*۱۱:۵۰:۳۱.*متفورمین/)
  expect(other?.textContent).toMatch(/سامان فرهمند.*همکاران/)
  expect(other?.querySelector('a')).toBeNull()
})

test('who has seen it is asked for only when it is wanted, and tells who, when and what for', async () => {
  const { answers, user } = given(chart())
  const at = '2026-11-25T08:00:07.000Z'
  answers.on(listLooks, {
    looks: [
      { at, who: 'نرگس کاویانی', action: 'record.looked-up', isLook: true, purpose: 'PATSFTY' },
      { at, who: null, action: 'visit.ended', isLook: false, purpose: null },
    ],
  })
  const button = await screen.findByRole('button', { name: 'نشان بده' })
  expect(answers.inputsOf(listLooks)).toEqual([])
  await user.click(button)
  const [, record, ended] = await screen.findAllByRole('row')
  expect(record?.textContent).toMatch(/۱۱:۳۰:۰۷.*نرگس کاویانی.*پروندهٔ سلامت را دید.*پرهیز از تداخل/)
  expect(ended?.textContent).toMatch(/خودکار.*ویزیت پایان یافت/)
})

test('the list is saved as a file of this device', async () => {
  const { answers, user } = given(chart())
  answers.on(listLooks, { looks: [{ at: '2026-11-25T08:00:07.000Z', who: 'نرگس کاویانی', action: 'chart.looked-up', isLook: true, purpose: null }] })
  const made: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((it) => (made.push(it as Blob), 'blob:looks'))
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await user.click(await screen.findByRole('button', { name: 'نشان بده' }))
  await user.click(await screen.findByRole('button', { name: 'ذخیره به‌صورت CSV' }))
  expect(await made[0]?.text()).toContain('"نرگس کاویانی","پروندهٔ این مرکز را دید","نگاه",""')
  vi.restoreAllMocks()
})

test('a chart that is not hers to see says why and what to do', async () => {
  given(new Failure('patient.not-found'))
  await screen.findByText('این بیمار در میان بیمارانی که شما در این مرکز دیده‌اید نیست.')
  screen.getByText(/نخست ویزیت باز کنید/)
})

test('a new visit is opened from here, and its answer stands on the page', async () => {
  const { answers, user } = given(chart())
  answers.on(openEncounterOfPatient, encounter('uninsured'))
  await user.click(await screen.findByRole('button', { name: 'ویزیت تازه' }))
  await screen.findByText('بدون بیمه')
  expect(answers.inputsOf(openEncounterOfPatient)).toEqual([{ id: chart().patientId }])
})
