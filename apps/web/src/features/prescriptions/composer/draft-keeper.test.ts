import { Failure } from '@noskhe/shared/failure'
import type { DraftContent, Prescription } from '@noskhe/shared/prescriptions/prescription'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DraftKeeper, type KeepState, type KeeperPorts } from './draft-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const content = (note: string): DraftContent => ({ items: [], diagnosisCode: null, noteToPatient: note })
const onServer = (revision: number, note: string) => ({ revision, items: [], diagnosis: null, noteToPatient: note }) as unknown as Prescription

/** A server that keeps one draft, and what the keeper told of it. */
function given(failing: { save?: () => Error | null } = {}) {
  const server = { revision: 1, note: '', checks: 0 }
  const told: { states: KeepState[]; device: DraftContent | null } = { states: [], device: null }
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
      server.checks += 1
      return onServer(server.revision, server.note)
    },
    latest: async () => onServer(server.revision, server.note),
    keepOnDevice: async (it) => void (told.device = it),
    dropFromDevice: async () => void (told.device = null),
    onServer: () => undefined,
    onState: (state) => void told.states.push(state),
    onChecking: () => undefined,
  }
  return { server, told, keeper: new DraftKeeper(ports, { revision: 1, content: content('') }) }
}

test('changes within half a second are one save, and the insurer is asked once', async () => {
  const { server, keeper } = given()
  for (const note of ['آ', 'آب', 'آبی']) keeper.update(content(note))
  await vi.advanceTimersByTimeAsync(600)
  expect(server).toEqual({ revision: 2, note: 'آبی', checks: 1 })
})

test('what is typed while a save is under way is saved after it', async () => {
  const { server, keeper } = given()
  keeper.update(content('یک'))
  const flushed = keeper.flush()
  keeper.update(content('دو'))
  await flushed
  expect(server.note).toBe('دو')
})

test('a draft that cannot be sent stays on the device and is sent later', async () => {
  let isDown = true
  const { server, told, keeper } = given({ save: () => (isDown ? new Error('network') : null) })
  keeper.update(content('نوشته'))
  await vi.advanceTimersByTimeAsync(600)
  expect([told.states.at(-1), told.device]).toEqual(['failed', content('نوشته')])
  isDown = false
  await vi.advanceTimersByTimeAsync(5_100)
  expect([server.note, told.states.at(-1), told.device]).toEqual(['نوشته', 'saved', null])
})

test('another tab’s save is a conflict, and nothing written here is lost', async () => {
  const { server, told, keeper } = given()
  server.revision = 7
  server.note = 'برگهٔ دیگر'
  keeper.update(content('اینجا'))
  expect(await keeper.flush()).toBe(false)
  expect([told.states.at(-1), told.device, server.note]).toEqual(['conflict', content('اینجا'), 'برگهٔ دیگر'])
  await keeper.keepMine()
  expect([server.note, told.states.at(-1)]).toEqual(['اینجا', 'saved'])
})

test('the other tab’s draft can be taken instead', async () => {
  const { server, told, keeper } = given()
  server.revision = 7
  server.note = 'برگهٔ دیگر'
  keeper.update(content('اینجا'))
  await keeper.flush()
  await keeper.takeTheirs((it) => content(it.noteToPatient))
  expect([keeper.revision, told.states.at(-1), await keeper.flush()]).toEqual([7, 'saved', true])
})

test('a save whose answer was lost is not a conflict with oneself', async () => {
  const { server, told, keeper } = given()
  keeper.update(content('نوشته'))
  server.revision = 2
  server.note = 'نوشته'
  expect(await keeper.flush()).toBe(true)
  expect(told.states).not.toContain('conflict')
})
