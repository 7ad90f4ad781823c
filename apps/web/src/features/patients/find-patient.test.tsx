import { Failure } from '@noskhe/shared/failure'
import { openEncounter, openEncounterOfPatient, searchPatients } from '@noskhe/shared/patients/contract'
import type { FoundPatient, PatientsFound } from '@noskhe/shared/patients/search'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { encounter, given } from './testing/given-answer.tsx'
import { words } from './words.ts'

const found = (number: number, more: Partial<FoundPatient> = {}): FoundPatient => ({
  id: `0199c0de-0000-7000-8000-00000000000${number}`,
  firstName: 'زهرا',
  lastName: `احمدی ${number}`,
  isDeclared: false,
  isNewborn: false,
  gender: 'female',
  birthDate: '1990-07-03',
  identityKind: 'national-code',
  identityEnd: `061${number}`,
  lastVisitAt: '2026-11-01T08:00:00.000Z',
  isAlike: false,
  isTreatedByMe: false,
  ...more,
})

const some = (...patients: FoundPatient[]): PatientsFound => ({ patients, leftOut: 'nothing' })

/** The page before a centre that knows these patients, after a search by name. */
async function searched(answer: PatientsFound | Failure | 'unreachable', typed = 'احمدی') {
  const desk = given(encounter('covered'))
  desk.answers.on(searchPatients, () => answer).on(openEncounterOfPatient, () => encounter('covered'))
  await desk.user.type(desk.box, `${typed}{Enter}`)
  return desk
}

const rows = () => within(screen.getByRole('list', { name: words.found })).getAllByRole('listitem')

test.each([
  ['احمدی', { by: 'name', names: ['احمدی'] }],
  ['hpln', { by: 'name', names: ['hpln', 'احمد'] }],
  ['۱۳۶۹', { by: 'birth', from: '1990-03-21', until: '1991-03-21' }],
  ['1369/4/12', { by: 'birth', from: '1990-07-03', until: '1990-07-04' }],
  ['09124417733', { by: 'phone', phone: '09124417733' }],
])('«%s» is searched as what it is, and nobody is asked about coverage', async (typed, query) => {
  const { answers } = await searched(some(), typed)
  await waitFor(() => expect(answers.inputsOf(searchPatients)).toEqual([{ query }]))
  expect(answers.inputsOf(openEncounter)).toEqual([])
})

test('what was typed is read back before anything is searched', async () => {
  const { user, box, answers } = given(encounter('covered'))
  await user.type(box, 'hpln')
  screen.getByText('میان بیماران این مرکز، به نام «احمد»')
  screen.getByRole('button', { name: words.search })
  expect(answers.inputsOf(searchPatients)).toEqual([])
})

test('two of one name are told apart, and by arrows and Enter a visit of the one meant is opened', async () => {
  const { user, answers } = await searched(some(found(1), found(2, { birthDate: '2020-03-25', gender: 'male' })))
  await screen.findByText('احمدی 2', { exact: false })
  const [first, second] = rows()
  expect(first?.textContent).toMatch(/ساله.*زن.*۱۳۶۹\/۰۴\/۱۲.*…۰۶۱۱/)
  expect(second?.textContent).toMatch(/مرد.*۱۳۹۹\/۰۱\/۰۶.*…۰۶۱۲/)
  expect(document.activeElement?.textContent).toBe('زهرا احمدی 1')
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(answers.inputsOf(openEncounterOfPatient)).toEqual([{ id: found(2).id }]))
  await screen.findByText('تحت پوشش بیمه')
})

test('Escape goes back to the box, and typing takes the list away', async () => {
  const { user, box } = await searched(some(found(1)))
  await screen.findByRole('list', { name: words.found })
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(box)
  await user.keyboard('ی')
  expect(screen.queryByRole('list', { name: words.found })).toBeNull()
})

test('too many are not a list: she is asked to say more, and what was typed stays', async () => {
  const { box } = await searched({ patients: [], leftOut: 'all' })
  await screen.findByText(words.tooMany)
  screen.getByText(words.tooManyHint)
  expect(box).toHaveProperty('value', 'احمدی')
})

test('nobody is said to be nobody of this centre', async () => {
  await searched(some())
  await screen.findByText(words.nobody)
})

test('who sounds alike is marked, and that others were left out is said', async () => {
  await searched({ patients: [found(1, { isAlike: true })], leftOut: 'alike' })
  await screen.findByText(words.alike)
  screen.getByText(words.alikeLeftOut)
})

test('only the chart of whom she has treated is offered', async () => {
  await searched(some(found(1), found(2, { isTreatedByMe: true })))
  const link = await screen.findByRole('link', { name: words.chartOf('زهرا احمدی 2') })
  expect(link.getAttribute('href')).toBe(`/patients/${found(2).id}`)
  expect(screen.getAllByRole('link', { name: /^پروندهٔ/ })).toHaveLength(1)
})

test.each([
  ['the network is away', 'unreachable' as const, /به سرور نرسیدیم/],
  ['too many searches', new Failure('rate.limited'), /./],
])('%s: said, and what was typed stays', async (_what, answer, said) => {
  const { box } = await searched(answer)
  expect((await screen.findByRole('alert')).textContent).toMatch(said)
  expect(box).toHaveProperty('value', 'احمدی')
})

test('what fits nothing is not sent, and what can be typed is said', async () => {
  const { answers } = await searched(some(), '؟؟')
  screen.getByText(words.faults.anything)
  expect(answers.inputsOf(searchPatients)).toEqual([])
})

test('a newborn is not looked for by a name', async () => {
  const { user, box, answers } = given(encounter('covered'))
  await user.click(screen.getByRole('checkbox'))
  await user.type(box, 'احمدی{Enter}')
  screen.getByText(words.faults.motherCode)
  expect(answers.inputsOf(searchPatients)).toEqual([])
})
