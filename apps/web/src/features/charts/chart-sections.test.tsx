import { addProblem, findChartOfVisit, resolveProblem } from '@noskhe/shared/charts/contract'
import type { Chart, Problem } from '@noskhe/shared/charts/chart'
import { Failure } from '@noskhe/shared/failure'
import type { RecordEntry } from '@noskhe/shared/record/record'
import { searchCodes } from '@noskhe/shared/terminology/contract'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Answers } from '../../testing/answers.ts'
import { renderPages } from '../../testing/render-page.tsx'
import { ChartSections } from './chart-sections.tsx'
import { chart } from './testing/example-chart.ts'
import { words } from './words.ts'

const inHand = '0199c0de-0000-7000-8000-0000000000a1'
const earlier = '0199c0de-0000-7000-8000-0000000000a2'
const DAY = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString()

const problem = (more: Partial<Problem> = {}): Problem => ({
  id: '0199c0de-0000-7000-8000-0000000000b1', code: 'I10', title: 'فشار خون اولیه', notedAt: '2026-10-01T08:00:00.000Z', notedBy: 'نرگس کاویانی', resolvedAt: null, ...more,
})
const prescription = (id: string, more: Partial<Chart['prescriptions'][number]> = {}): Chart['prescriptions'][number] => ({
  id, encounterId: '0199c0de-0000-7000-8000-0000000000e1', status: 'registered', insurer: 'salamat', writtenAt: '2026-10-01T08:00:00.000Z', registeredAt: '2026-10-01T08:05:00.000Z',
  trackingCode: '45612', diagnosis: null, itemNames: ['متفورمین', 'لوزارتان', 'آتورواستاتین', 'آسپرین'], ...more,
})
const entry = (more: Partial<RecordEntry> = {}): RecordEntry => ({
  id: 'a', kind: 'prescription', at: daysAgo(10), insurer: 'tamin', insurerTitle: 'تأمین اجتماعی', trackingCode: '1234567', centreName: 'بیمارستان امید', providerName: 'سارا نادری',
  specialty: '', diagnosis: null, isCancelled: false, referral: null, items: [{ code: '1', name: 'وارفارین', quantity: 30, directions: '' }], ...more,
})

function given(it: Partial<Chart> | Failure, record: readonly RecordEntry[] | null = null) {
  const answers = new Answers().on(findChartOfVisit, () => (it instanceof Failure ? it : chart(it)))
  renderPages({ '/': <ChartSections encounterId="0199c0de-0000-7000-8000-0000000000e1" prescriptionId={inHand} record={record} badgeOf={() => null} /> }, '/')
  return { answers, user: userEvent.setup() }
}

test('where nothing is held it says so, and that others’ drugs are not known from here', async () => {
  given({})
  await screen.findByText(words.noProblems)
  screen.getByText(words.noMedicines)
  screen.getByText(words.othersUnknown)
  screen.getByText(words.noPrescriptions)
})

test('a problem is resolved by its button, and leaves the list', async () => {
  const { answers, user } = given({ problems: [problem()] })
  answers.on(resolveProblem, { problems: [problem({ resolvedAt: '2026-11-25T08:00:00.000Z' })] })
  await user.click(await screen.findByRole('button', { name: words.resolveOf('فشار خون اولیه') }))
  await screen.findByText(words.noProblems)
  expect(answers.inputsOf(resolveProblem)).toEqual([{ id: problem().id }])
})

test('a problem is added by keyboard, by its name', async () => {
  const { answers, user } = given({})
  const hit = { kind: 'icd10' as const, code: 'I10', nameFa: 'فشار خون اولیه', nameEn: 'Essential hypertension', strength: '', form: '', route: '', brands: [], atc: null, legalClass: null, isCovered: null, isCurrent: true }
  answers.on(searchCodes, { release: '1', hits: [hit] }).on(addProblem, { problems: [problem()] })
  const box = await screen.findByRole('combobox', { name: words.addProblem })
  await user.type(box, 'فشار')
  await waitFor(() => expect(box.getAttribute('aria-activedescendant')).not.toBeNull())
  await user.keyboard('{Enter}')
  await screen.findByRole('button', { name: words.resolveOf('فشار خون اولیه') })
  expect(answers.inputsOf(addProblem)).toEqual([{ id: chart().patientId, code: 'I10' }])
})

test('an earlier diagnosis becomes a problem by one press; one that is or was a problem is not offered', async () => {
  const diagnosis = (code: string, title: string) => ({ diagnosis: { code, title } })
  const { answers, user } = given({
    problems: [problem()],
    prescriptions: [prescription(earlier, diagnosis('J45', 'آسم')), prescription(inHand, diagnosis('I10', 'فشار خون اولیه'))],
  })
  answers.on(addProblem, new Failure('terminology.code-retired', { code: 'J45' }))
  const list = within(await screen.findByRole('list', { name: words.earlier }))
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['آسم'])
  await user.click(list.getByRole('button', { name: words.addOf('آسم') }))
  await waitFor(() => expect(answers.inputsOf(addProblem)).toEqual([{ id: chart().patientId, code: 'J45' }]))
})

test('drugs that are going on say until when, and of unknown duration are said to be', async () => {
  const medicine = { prescriptionId: earlier, code: '1', name: 'متفورمین', directions: 'روزی دو بار', since: '2026-11-01T08:00:00.000Z', until: '2026-12-01T08:00:00.000Z' }
  given({ medicines: [medicine, { ...medicine, code: '2', name: 'لوزارتان', until: null }] })
  const [first, second] = within(await screen.findByRole('list', { name: words.fromMine })).getAllByRole('listitem')
  expect(first?.textContent).toContain('تا ۱۴۰۵/۰۹/۱۰')
  expect(second?.textContent).toContain(words.noDuration)
})

test('from the health record come the drugs of others, once each, and neither old nor withdrawn nor one’s own', async () => {
  given({ prescriptions: [prescription(earlier, { trackingCode: 'mine' })] }, [
    entry({ id: 'given', kind: 'dispensing', items: [{ code: '1', name: 'وارفارین ۵', quantity: 30, directions: '' }] }),
    entry({ id: 'written' }),
    entry({ id: 'old', trackingCode: 'old', at: daysAgo(91) }),
    entry({ id: 'withdrawn', trackingCode: 'w', isCancelled: true }),
    entry({ id: 'mine', trackingCode: 'mine' }),
    entry({ id: 'referral', kind: 'referral', trackingCode: 'r', items: [], referral: { title: 'دستور بستری', specialty: '', reason: 'جراحی', isUrgent: false } }),
  ])
  const items = within(await screen.findByRole('list', { name: words.fromRecord })).getAllByRole('listitem')
  expect(items).toHaveLength(1)
  expect(items[0]?.textContent).toMatch(/وارفارین ۵.*سارا نادری · بیمارستان امید/)
})

test('earlier prescriptions open, and the one in hand is none', async () => {
  given({ prescriptions: [prescription(inHand), prescription(earlier)] })
  const list = within(await screen.findByRole('list', { name: words.prescriptions }))
  expect(list.getAllByRole('link').map((it) => it.getAttribute('href'))).toEqual([`/prescriptions/${earlier}`])
  list.getByText('متفورمین، لوزارتان، آتورواستاتین و ۱ قلم دیگر')
})

test('a chart that does not come says so and is asked for again', async () => {
  const { answers, user } = given(new Failure('encounter.not-found'))
  await screen.findByText('این پذیرش در این مرکز پیدا نشد.')
  answers.on(findChartOfVisit, chart())
  await user.click(screen.getByRole('button', { name: 'دوباره تلاش کن' }))
  await screen.findByText(words.noProblems)
})
