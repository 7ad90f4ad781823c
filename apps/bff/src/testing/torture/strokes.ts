import { randomUUID } from 'node:crypto'
import { Failure } from '@noskhe/shared/failure'
import type { Moment } from './gate.ts'
import { type World, served } from './world.ts'

/** How often each stroke falls. */
export interface Counts {
  /** At each of the twelve points. */
  kills: number
  /** Of each kind. */
  faults: number
  /** One key by eight clients. */
  keyRaces: number
  /** Two pharmacists for one line. */
  lineRaces: number
}

const moments: readonly Moment[] = ['before', 'after', 'answered']
const faultKinds = ['hang', 'refuse', 'error', 'busy', 'garbage', 'half', 'lose', 'late', 'unknown', 'delay'] as const

/** The places at which the product is killed: at each moment of each telling that may happen only once. */
const killPoints = [
  { what: 'registration', path: /\/prescription\/save/ },
  { what: 'delivery', path: /\/prescription\/deliver$/ },
  { what: 'confirmation', path: /\/prescription\/deliver\/confirm/ },
  { what: 'deposit', path: /\/sepas\/Save/i },
].flatMap(({ what, path }) => moments.map((moment) => ({ what, path, moment })))

/** A refusal is an answer: what counts is what the checks find afterwards. */
async function whateverComes(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

/**
 * One prescription through registration, and through the counter where the point lies there, with the product killed on the way.
 * Answers when it is up again; what the client is told in the end comes later.
 */
async function killAt(world: World, { what, path, moment }: (typeof killPoints)[number]): Promise<{ told: Promise<void> }> {
  const isAtCounter = what === 'delivery' || what === 'confirmation'
  const it = await world.signed(isAtCounter ? served : undefined)
  const trap = () => world.gate.set({ path, moment, spring: () => world.bff.kill() })
  let told: Promise<void>
  if (!isAtCounter) {
    trap()
    told = whateverComes(world.register(it))
  } else {
    const [by] = world.pharmacists
    const registered = await world.register(it)
    if (!by || registered.trackingCode === null) throw new Error('Nothing to hand over')
    const delivery = await world.prepared(registered, by)
    trap()
    told = whateverComes(world.confirm(delivery, by))
  }
  // What goes out later, by the outbox, meets the trap later.
  await world.gate.sprung()
  await world.bff.back()
  return { told }
}

/** A registration during which the insurer answers otherwise than it should, once. */
async function faultAt(world: World, kind: (typeof faultKinds)[number]): Promise<void> {
  const it = await world.signed()
  await world.sandbox.control('PUT', 'faults/ihio', { kind, times: 1, path: 'prescription/save' })
  await whateverComes(world.register(it))
  await world.sandbox.control('DELETE', 'faults/ihio')
}

/** One key, eight clients at once. */
async function raceForKey(world: World): Promise<void> {
  const it = await world.signed()
  const key = randomUUID()
  await Promise.all(Array.from({ length: 8 }, () => whateverComes(world.register(it, key))))
}

/** One line, two pharmacists, each with all of it on her counter. */
async function raceForLine(world: World): Promise<void> {
  const registered = await world.register(await world.signed(served))
  await Promise.all(world.pharmacists.map(async (by) => whateverComes(world.prepared(registered, by).then((it) => world.confirm(it, by)))))
}

/** All of it, one after the other; `say` is told of each stroke. */
export async function strike(world: World, counts: Counts, say: (line: string) => void): Promise<void> {
  const times = async (count: number, what: string, work: () => Promise<void>) => {
    for (let done = 0; done < count; done += 1) await work()
    say(`${what} × ${String(count)}`)
  }
  // Whoever was cut off asks on while the next stroke falls, as a country does.
  const waiting: Promise<void>[] = []
  for (const point of killPoints) {
    await times(counts.kills, `kill -9, ${point.moment} ${point.what}`, async () => void waiting.push((await killAt(world, point)).told))
  }
  for (const kind of faultKinds) await times(counts.faults, `fault: ${kind}`, () => faultAt(world, kind))
  await times(counts.keyRaces, 'one key by eight', () => raceForKey(world))
  await times(counts.lineRaces, 'one line by two', () => raceForLine(world))
  await Promise.all(waiting)
}
