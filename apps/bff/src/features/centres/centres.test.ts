import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../../context.ts'
import { NationalUnavailable } from '../../national/port.ts'
import type { CentreLicence } from '../../national/siam/port.ts'
import { Practice } from '../../testing/practice.ts'
import { askCentre } from './ask-centre.ts'
import { findCentre } from './find-centre.ts'
import { licenceOf } from './licence-of.ts'
import { refreshCentres } from './refresh-centres.ts'
import { findKept } from './store.ts'

const TEN_MINUTES = 600
const silence = new NationalUnavailable('siam', { sent: 'no' })
const suspended: CentreLicence = { state: 'suspended', reason: 'تعلیق به دستور معاونت درمان', validUntil: '2029-09-21' }
const active: CentreLicence = { state: 'active', reason: null, validUntil: '2029-09-21' }

let practice: Practice
let context: Context
let siamId: string
beforeAll(async () => void (practice = await Practice.open()))
afterAll(() => practice.close())
beforeEach(async () => {
  await practice.startOver()
  await practice.db.session.deleteMany()
  siamId = `SIAM-${randomUUID()}`
  const doctor = await practice.doctor({ centreId: siamId, insurer: null })
  context = { ...doctor.context, national: practice.national }
})

/** Somebody works at the centre in a session; answers the session's id. */
async function givenSession({ centreId = siamId, idleSeconds = 0 } = {}): Promise<string> {
  const id = randomUUID()
  const at = { ...context.actor.at, centreId }
  const posts = { list: [], isAnswered: true, askedAt: practice.now.getTime() }
  const signedIn = { id, person: { personId: context.actor.personId }, lastActiveAt: practice.now.getTime() - idleSeconds * 1000, at, posts }
  await practice.db.session.create({ data: { sid: id, sess: { signedIn }, expire: new Date(practice.now.getTime() + 86_400_000) } })
  return id
}
const worksAt = async (sid: string) => {
  const { sess } = await practice.db.session.findUniqueOrThrow({ where: { sid } })
  return (sess as unknown as { signedIn: { at: { centreId: string } | null } }).signedIn.at?.centreId ?? null
}
const ask = () => askCentre(context, siamId)
const kept = () => findKept(practice.db, siamId)
const eventsHere = () => practice.db.auditEvent.findMany({ where: { centreId: siamId }, orderBy: { seq: 'asc' } })

describe('an answer', () => {
  test('is kept whole, with when it was asked for', async () => {
    practice.centre = {
      mappedIds: [{ system: 'operating-licence', value: 'MOH-1' }, { system: 'founder', value: '0061739286' }],
      posTerminalId: '60114271', partnerIds: { salamat: '700271' },
    }
    await ask()
    expect(await kept()).toEqual({
      siamId, name: 'درمانگاه', kind: 'clinic', address: '', phone: '', licence: active, posTerminalId: '60114271',
      mappedIds: [{ system: 'operating-licence', value: 'MOH-1' }, { system: 'founder', value: '0061739286' }],
      partnerIds: [{ insurer: 'salamat', value: '700271' }], askedAt: practice.now, silentSince: null,
    })
  })

  test('to an older question never takes the place of a newer one, and shuts nobody out', async () => {
    const session = await givenSession()
    const late = Promise.withResolvers<undefined>()
    const slow = { ...practice.national.siam, centre: async (id: string) => (await late.promise, { ...(await practice.national.siam.centre(id)), licence: suspended }) }
    const older = askCentre({ ...context, national: { ...practice.national, siam: slow as typeof practice.national.siam } }, siamId)
    practice.pass(1)
    await ask()
    late.resolve(undefined)
    await older
    expect(await kept()).toMatchObject({ licence: active })
    expect(await worksAt(session)).toBe(siamId)
  })

  test('that there is no such centre leaves what is known of it, as unlisted', async () => {
    await ask()
    practice.pass(1)
    practice.centre = null
    await ask()
    expect(await kept()).toMatchObject({ name: 'درمانگاه', licence: { state: 'unlisted' } })
  })

  test('that there is no such centre is kept of none that was never known', async () => {
    practice.centre = null
    await ask()
    expect(await kept()).toBeNull()
  })

  test('counts for every process as long as it may', async () => {
    await ask()
    practice.pass(299)
    await licenceOf(context, siamId, 300_000)
    expect(practice.timesSiamWasAsked).toBe(1)
    practice.pass(1)
    await licenceOf(context, siamId, 300_000)
    expect(practice.timesSiamWasAsked).toBe(2)
  })
})

describe('silence', () => {
  test('leaves the copy and says since when, until SIAM answers again', async () => {
    await ask()
    practice.pass(60)
    practice.centreLicence = silence
    const since = practice.now
    await expect(ask()).rejects.toBe(silence)
    practice.pass(60)
    await expect(ask()).rejects.toBe(silence)
    expect(await kept()).toMatchObject({ licence: active, silentSince: since })
    practice.centreLicence = active
    await ask()
    expect(await kept()).toMatchObject({ silentSince: null, askedAt: practice.now })
  })

  test('is never a yes: a licence that must be asked for is not taken from the copy', async () => {
    await ask()
    practice.pass(300)
    practice.centreLicence = silence
    await expect(licenceOf(context, siamId, 300_000)).rejects.toBe(silence)
  })
})

describe('refreshing', () => {
  test('asks for a centre where somebody works, every ten minutes', async () => {
    await ask()
    await givenSession()
    practice.pass(TEN_MINUTES - 1)
    await refreshCentres(context)
    expect(practice.timesSiamWasAsked).toBe(1)
    practice.pass(1)
    await refreshCentres(context)
    await refreshCentres(context)
    expect(practice.timesSiamWasAsked).toBe(2)
    expect(await kept()).toMatchObject({ askedAt: practice.now })
  })

  test.each([
    ['nobody works', () => Promise.resolve('')],
    ['somebody idled too long', () => givenSession({ idleSeconds: 3_600 })],
    ['everybody works elsewhere', () => givenSession({ centreId: 'SIAM-elsewhere' })],
  ])('asks for none where %s', async (_, given) => {
    await ask()
    practice.pass(TEN_MINUTES)
    await given()
    await refreshCentres(context)
    expect(practice.timesSiamWasAsked).toBe(1)
  })

  test('is done by one of several processes', async () => {
    await ask()
    practice.pass(TEN_MINUTES)
    await givenSession()
    await Promise.all([refreshCentres(context), refreshCentres(context), refreshCentres(context)])
    expect(practice.timesSiamWasAsked).toBe(2)
  })

  test('leaves a silent SIAM alone for ten minutes too, and everybody at work', async () => {
    await ask()
    practice.pass(TEN_MINUTES)
    const session = await givenSession()
    practice.centreLicence = silence
    await refreshCentres(context)
    practice.pass(TEN_MINUTES - 1)
    await refreshCentres(context)
    expect(practice.timesSiamWasAsked).toBe(2)
    expect(await worksAt(session)).toBe(siamId)
  })

  test.each(['suspended', 'revoked', 'expired'] as const)('that finds the licence %s takes everybody out of that centre only, once, with a trace', async (state) => {
    await ask()
    practice.pass(TEN_MINUTES)
    const here = [await givenSession(), await givenSession()]
    const elsewhere = await givenSession({ centreId: 'SIAM-elsewhere' })
    practice.centreLicence = { ...suspended, state }
    await refreshCentres(context)
    expect(await Promise.all([...here, elsewhere].map(worksAt))).toEqual([null, null, 'SIAM-elsewhere'])
    practice.pass(TEN_MINUTES)
    await refreshCentres(context)
    const events = await eventsHere()
    expect(events.map(({ action }) => action)).toEqual(['centre.licence-changed', 'session.centre-closed', 'session.centre-closed'])
    expect(events[0]).toMatchObject({ personId: null, subject: siamId, detail: { from: 'active', to: state } })
    expect(events.slice(1).map(({ subject }) => subject).toSorted()).toEqual(here.toSorted())
  })

  test('that finds the centre unlisted takes everybody out', async () => {
    await ask()
    practice.pass(TEN_MINUTES)
    const session = await givenSession()
    practice.centre = null
    await refreshCentres(context)
    expect(await worksAt(session)).toBeNull()
  })

  test('that finds it renewed is audited and takes nobody out', async () => {
    practice.centreLicence = suspended
    await ask()
    practice.centreLicence = active
    practice.pass(1)
    const session = await givenSession()
    await ask()
    expect((await eventsHere()).map(({ detail }) => detail)).toEqual([{ from: 'suspended', to: 'active' }])
    expect(await worksAt(session)).toBe(siamId)
  })
})

describe('the centre’s own page', () => {
  test('is asked for where nothing is kept, and then read from the copy', async () => {
    await findCentre(context)
    practice.pass(60)
    expect(await findCentre(context)).toMatchObject({ siamId, licence: active, isCurrent: true, silentSince: null })
    expect(practice.timesSiamWasAsked).toBe(1)
  })

  test('does not take an old answer for what holds now', async () => {
    await findCentre(context)
    practice.pass(1.5 * TEN_MINUTES)
    expect(await findCentre(context)).toMatchObject({ licence: active, isCurrent: false })
  })

  test('says since when SIAM is silent, and takes nothing for current then', async () => {
    await ask()
    practice.pass(1)
    practice.centreLicence = silence
    await expect(ask()).rejects.toBe(silence)
    expect(await findCentre(context)).toMatchObject({ isCurrent: false, silentSince: practice.now.toISOString() })
  })

  test('is refused where SIAM is silent and nothing was ever kept', async () => {
    practice.centreLicence = silence
    await expect(findCentre(context)).rejects.toBe(silence)
  })

  test('names the founder to the admin of the centre and to nobody else', async () => {
    practice.centre = { mappedIds: [{ system: 'operating-licence', value: 'MOH-1' }, { system: 'founder', value: '0061739286' }] }
    const systemsFor = async (role: 'admin' | 'prescriber') =>
      (await findCentre({ ...context, actor: { ...context.actor, at: { ...context.actor.at, role } } })).mappedIds.map(({ system }) => system)
    expect(await systemsFor('admin')).toEqual(['operating-licence', 'founder'])
    expect(await systemsFor('prescriber')).toEqual(['operating-licence'])
  })
})
