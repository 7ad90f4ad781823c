import { findChartOfVisit } from '@noskhe/shared/charts/contract'
import type { ChartPrescription } from '@noskhe/shared/charts/chart'
import { endEncounter, findEncounter } from '@noskhe/shared/patients/contract'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { chart } from '../charts/testing/example-chart.ts'
import { code, encounter, given, givenAnswer } from './testing/given-answer.tsx'
import { words } from './words.ts'

const draft: ChartPrescription = {
  id: '0199c0de-0000-7000-8000-0000000000f1', encounterId: '0199c0de-0000-7000-8000-0000000000e0', status: 'draft', insurer: 'salamat',
  writtenAt: '2026-11-25T07:00:00.000Z', registeredAt: null, trackingCode: null, diagnosis: null, itemNames: ['متفورمین'],
}

async function answered(prescriptions: ChartPrescription[]) {
  const desk = given(encounter('covered'))
  desk.answers.on(findChartOfVisit, chart({ prescriptions }))
  await desk.user.type(desk.box, `${code}{Enter}`)
  await screen.findByText('تحت پوشش بیمه')
  return desk
}

test('before a second prescription is begun, the open draft is said and can be gone on with', async () => {
  await answered([draft])
  await screen.findByText(words.openDrafts)
  expect(screen.getByRole('link', { name: new RegExp(words.goOnWithDraft) }).getAttribute('href')).toBe(`/prescriptions/${draft.id}`)
})

test('what is registered is no open draft', async () => {
  const { answers } = await answered([{ ...draft, status: 'registered' }])
  await waitFor(() => expect(answers.inputsOf(findChartOfVisit)).toHaveLength(1))
  expect(screen.queryByText(words.openDrafts)).toBeNull()
})

test('a visit is ended by its button, told to the second, and leaves only the next patient', async () => {
  const desk = await givenAnswer(encounter('covered', { openedAt: '2026-11-25T08:00:07.000Z' }))
  const ended = encounter('covered', { openedAt: '2026-11-25T08:00:07.000Z', endedAt: '2026-11-25T08:12:41.000Z', endedBy: 'prescriber' })
  desk.answers.on(endEncounter, ended).on(findEncounter, ended)
  screen.getByText('۱۱:۳۰:۰۷', { exact: false })
  await desk.user.click(screen.getByRole('button', { name: 'پایان ویزیت' }))
  await screen.findByText('۱۱:۴۲:۴۱', { exact: false })
  expect(screen.queryByRole('button', { name: 'نوشتن نسخهٔ بیمه‌ای' })).toBeNull()
  await desk.user.click(screen.getByRole('button', { name: words.nextPatient }))
  expect(document.activeElement).toHaveProperty('name', 'value')
  expect(document.activeElement).toHaveProperty('value', '')
})
