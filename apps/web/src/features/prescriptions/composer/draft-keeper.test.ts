import { Failure } from '@noskhe/shared/failure'
import type { DraftContent, Prescription } from '@noskhe/shared/prescriptions/prescription'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DraftKeeper, type KeepState, type KeeperPorts } from './draft-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const content = (note: string): DraftContent => ({ items: [], diagnosisCode: null, noteToPatient: note })
const onServer = (revision: number, note: string) => ({ revision, items: [], diagnosis: null, noteToPatient: note }) as unknown as Prescription

/** A server that keeps one draft, and what the keeper told of it. */
function given(failing: { save?: () => Error | null; check?: () => Error | null } = {}) {
  const server = { revision: 1, note: '', checks: 0 }
  const told: { states: KeepState[]; device: { revision: number; note: string } | null; checkProblems: unknown[] } = {
    states: [],
    device: null,
    checkProblems: [],
  }
  let screen = ''
  const ports: KeeperPorts = {
    save: async (revision, it) => {
      const failure = failing.save?.()
      if (failure) throw failure
      if (revision !== server.revision) throw new Failure('prescription.changed-elsewhere')
      server.revision += 1
      server.note = it.noteToPatient
      return onServer(server.revision, server.note)
    },
    check: async () => {
      const failure = failing.check?.()
      if (failure) throw failure
      server.checks += 1
      return onServer(server.revision, server.note)
    },
    latest: async () => onServer(server.revision, server.note),
    keepOnDevice: async (revision) => void (told.device = { revision, note: screen }),
    dropFromDevice: async () => void (told.device = null),
    onServer: () => undefined,
    onState: (state) => void told.states.push(state),
    onChecking: (_, problem) => void (problem && told.checkProblems.push(problem)),
  }
  const keeper = new DraftKeeper(ports, { revision: 1, content: content('') })
  const type = (note: string) => {
    screen = note
    keeper.update(content(note))
  }
  return { server, told, keeper, type }
}

test('changes within half a second are one save, and the insurer is asked once', async () => {
  const { server, type } = given()
  for (const note of ['آ', 'آب', 'آبی']) type(note)
  await vi.advanceTimersByTimeAsync(600)
  expect(server).toEqual({ revision: 2, note: 'آبی', checks: 1 })
})

test('what is typed while a save is under way is saved after it', async () => {
  const { server, keeper, type } = given()
  type('یک')
  const flushed = keeper.flush()
  type('دو')
  await flushed
  expect(server.note).toBe('دو')
})

test('a draft that cannot be sent stays on the device and is sent later', async () => {
  let isDown = true
  const { server, told, type } = given({ save: () => (isDown ? new Error('network') : null) })
  type('نوشته')
  await vi.advanceTimersByTimeAsync(600)
  expect([told.states.at(-1), told.device]).toEqual(['failed', { revision: 1, note: 'نوشته' }])
  isDown = false
  await vi.advanceTimersByTimeAsync(5_100)
  expect([server.note, told.states.at(-1), told.device]).toEqual(['نوشته', 'saved', null])
})

test('another tab’s save is a conflict, and nothing written here is lost', async () => {
  const { server, told, keeper, type } = given()
  server.revision = 7
  server.note = 'برگهٔ دیگر'
  type('اینجا')
  expect(await keeper.flush()).toBe(false)
  expect([told.states.at(-1), told.device, server.note]).toEqual(['conflict', { revision: 1, note: 'اینجا' }, 'برگهٔ دیگر'])
  await keeper.keepMine()
  expect([server.note, told.states.at(-1)]).toEqual(['اینجا', 'saved'])
})

test('the other tab’s draft can be taken instead', async () => {
  const { server, told, keeper, type } = given()
  server.revision = 7
  server.note = 'برگهٔ دیگر'
  type('اینجا')
  await keeper.flush()
  await keeper.takeTheirs((it) => content(it.noteToPatient))
  expect([keeper.revision, told.states.at(-1), await keeper.flush()]).toEqual([7, 'saved', true])
})

test('a save whose answer was lost is not a conflict with oneself', async () => {
  const { server, told, keeper, type } = given()
  type('نوشته')
  server.revision = 2
  server.note = 'نوشته'
  expect(await keeper.flush()).toBe(true)
  expect(told.states).not.toContain('conflict')
})

test('what is typed is on the device before the server has it', () => {
  const { told, type } = given()
  type('نوشته')
  expect(told.device).toEqual({ revision: 1, note: 'نوشته' })
})

test('what was typed while a save was under way stays on the device after it', async () => {
  const { told, keeper, type } = given()
  type('یک')
  const flushed = keeper.flush()
  type('دو')
  await vi.advanceTimersByTimeAsync(0)
  expect(told.states).toContain('unsaved')
  await flushed
  expect(told.device).toBeNull()
})

test('what the server does not take is said and not sent again until it changes', async () => {
  let isRetired = true
  const save = vi.fn(() => (isRetired ? new Failure('terminology.code-retired') : null))
  const { server, told, type } = given({ save })
  type('نوشته')
  await vi.advanceTimersByTimeAsync(30_000)
  expect([told.states.at(-1), save.mock.calls.length]).toEqual(['refused', 1])
  isRetired = false
  type('درست')
  await vi.advanceTimersByTimeAsync(600)
  expect([server.note, told.states.at(-1)]).toEqual(['درست', 'saved'])
})

test('a draft kept on the device on an older revision is a conflict, not a silent overwriting', async () => {
  const { server, told, keeper, type } = given()
  server.revision = 4
  server.note = 'دستگاه دیگر'
  keeper.resume(2)
  type('این دستگاه')
  expect(await keeper.flush()).toBe(false)
  expect([told.states.at(-1), server.note]).toEqual(['conflict', 'دستگاه دیگر'])
})

test('why the insurer could not be asked is told', async () => {
  const problem = new Failure('payer.account-missing')
  const { told, type } = given({ check: () => problem })
  type('نوشته')
  await vi.advanceTimersByTimeAsync(600)
  expect([told.checkProblems, told.states.at(-1)]).toEqual([[problem], 'saved'])
})
