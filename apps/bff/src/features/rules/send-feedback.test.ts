import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Doctor, Practice } from '../../testing/practice.ts'
import { SERVICE, card } from '../../testing/rule-service.ts'
import { acceptSuggestion } from './accept-suggestion.ts'
import { gatherFindings } from './gather-findings.ts'
import { overrideFinding } from './override-finding.ts'
import { sendFeedback } from './send-feedback.ts'

let practice: Practice
let doctor: Doctor

beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  await practice.db.ruleFeedback.deleteMany()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

async function overridden(): Promise<void> {
  practice.rules.says = ({ items }) => [card(items)]
  const draft = await practice.draft(doctor)
  const [finding] = (await gatherFindings(doctor.context, draft)).findings
  await overrideFinding(doctor.context, { id: draft.id, finding: finding?.key ?? '', reason: 'monitored', note: 'INR هر هفته' })
}
const round = () => sendFeedback({ ...doctor.context, national: practice.national })

test('a reason is told to the service in its own code, once', async () => {
  await overridden()
  await round()
  await round()
  expect(practice.rules.told).toEqual([
    {
      service: SERVICE,
      feedback: {
        card: 'card-1',
        at: practice.now.toISOString(),
        outcome: { kind: 'overridden', reason: { code: 'monitored', system: 'urn:reasons' }, note: 'INR هر هفته' },
      },
    },
  ])
})

test('a silent service is told when it is due again, and not before', async () => {
  await overridden()
  practice.rules.isSilent = true
  await round()
  practice.rules.isSilent = false
  practice.pass(29)
  await round()
  expect(practice.rules.told).toEqual([])
  practice.pass(1)
  await round()
  expect(practice.rules.told).toHaveLength(1)
})

test('of two processes that send at once, one tells it', async () => {
  await overridden()
  await Promise.all([round(), round(), round()])
  expect(practice.rules.told).toHaveLength(1)
})

test('a suggestion that was taken is told by its own name; one without a name cannot be', async () => {
  practice.rules.says = ({ items }) => [card(items, { suggestions: [{ id: 'suggestion-1', label: 'یک قرص', changes: [] }, { id: '#1', label: 'دو قرص', changes: [] }] })]
  const draft = await practice.draft(doctor)
  const [finding] = (await gatherFindings(doctor.context, draft)).findings
  const accept = (suggestion: string) => acceptSuggestion(doctor.context, { id: draft.id, finding: finding?.key ?? '', suggestion })
  expect(await accept('suggestion-1')).toEqual({ isTold: true })
  expect(await accept('#1')).toEqual({ isTold: false })
  await expect(accept('suggestion-9')).rejects.toMatchObject({ code: 'rules.finding-gone' })
  await round()
  expect(practice.rules.told.map(({ feedback }) => feedback.outcome)).toEqual([{ kind: 'accepted', suggestion: 'suggestion-1' }])
})
