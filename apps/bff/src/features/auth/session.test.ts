import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refreshCentres } from '../centres/index.ts'
import { clinic, office, physician, staff } from './testing/given-registries.ts'
import { type Browser, type GivenServer, givenServer, IDLE_MS, SESSION_MS } from './testing/given-server.ts'

let server: GivenServer
beforeAll(async () => (server = await givenServer()))
afterAll(() => server.close())
beforeEach(() => server.reset())

const { nationalCode, councilNumber } = physician
const SECOND_MS = 1_000

async function signedIn(who: object = { nationalCode, councilNumber }, agent?: string): Promise<Browser> {
  const browser = server.browser(agent)
  const { body } = await browser.identify(who)
  expect((await browser.confirm(body.attemptId, server.registries.lastCode())).status).toBe(200)
  return browser
}

const suspend = (siamId: string) => {
  const { state } = server.registries
  state.centres = state.centres.map((it) =>
    it.siamId === siamId ? { ...it, licence: { state: 'suspended', reason: 'تعلیق به دستور معاونت درمان', validUntil: '2029-01-01' } } : it,
  )
}

describe('choosing a centre', () => {
  test('puts her at work there, as who she is there', async () => {
    const browser = await signedIn()
    expect((await browser.choose(clinic, 'prescriber')).body.at).toMatchObject({ siamId: clinic, role: 'prescriber', licence: { state: 'active' } })
    const [row] = await server.db.$queryRaw<{ at: object }[]>`SELECT sess -> 'signedIn' -> 'at' AS at FROM sessions`
    expect(row?.at).toMatchObject({ providerUserId: `${clinic}-101-P`, address: 'تهران، میدان ونک', phone: '02188776655' })
    expect(await server.audit()).toEqual(['session.opened', 'session.centre-chosen'])
  })

  test('of one that is not active is refused in the words of SIAM', async () => {
    const browser = await signedIn()
    suspend(clinic)
    expect((await browser.choose(clinic, 'prescriber')).body).toMatchObject({ code: 'centre.inactive', detail: { reason: 'تعلیق به دستور معاونت درمان' } })
    expect((await browser.session()).body.at).toBeNull()
  })

  test.each([
    ['centre.unknown', 'SIAM-0', 'prescriber'],
    ['centre.not-yours', clinic, 'dispenser'],
    ['centre.not-yours', clinic, 'admin'],
  ])('is refused as %s for %s as %s', async (code, siamId, role) => {
    expect((await (await signedIn()).choose(siamId, role)).body.code).toBe(code)
  })

  test('is refused while SIAM is silent', async () => {
    const browser = await signedIn()
    server.registries.state.silent.add('siam')
    expect((await browser.choose(clinic, 'prescriber')).body.code).toBe('national.unavailable')
  })

  test('survives a request that began before it and ends after it', async () => {
    const browser = await signedIn()
    server.pass(61 * SECOND_MS)
    const siam = server.registries.holdNextPosts()
    const polling = browser.session()
    await siam.isAsked
    await browser.choose(office, 'prescriber')
    siam.answer()
    await polling
    expect((await browser.session()).body.at?.siamId).toBe(office)
  })
})

describe('what SIAM says of her posts', () => {
  test('is asked at most once a minute by polling', async () => {
    const browser = await signedIn()
    const before = server.registries.state.siamCalls
    for (let polled = 0; polled < 5; polled += 1) await browser.session()
    expect(server.registries.state.siamCalls).toBe(before)
    server.pass(61 * SECOND_MS)
    await browser.session()
    expect(server.registries.state.siamCalls).toBe(before + 1)
  })

  test('is shown as unanswered, never as active, while SIAM is silent; the choice stands', async () => {
    const browser = await signedIn()
    await browser.choose(clinic, 'prescriber')
    server.registries.state.silent.add('siam')
    server.pass(61 * SECOND_MS)
    const { body } = await browser.session()
    expect(body.arePostsAnswered).toBe(false)
    expect(body.posts.map((it) => it.licence.state)).toEqual(['unanswered', 'unanswered'])
    expect(body.at).toMatchObject({ siamId: clinic, licence: { state: 'unanswered' } })
  })

  test('is told as unknown where SIAM was silent at signing in, and asked again soon', async () => {
    const browser = server.browser()
    const { body } = await browser.identify({ nationalCode, councilNumber })
    server.registries.state.silent.add('siam')
    const opened = await browser.confirm(body.attemptId, server.registries.lastCode())
    expect(opened.body).toMatchObject({ posts: [], arePostsAnswered: false })
    server.registries.state.silent.clear()
    server.pass(16 * SECOND_MS)
    expect((await browser.session()).body).toMatchObject({ posts: [{ siamId: clinic }, { siamId: office }], arePostsAnswered: true })
  })

  test('takes her out of a centre that was suspended while she worked there', async () => {
    const browser = await signedIn()
    await browser.choose(clinic, 'prescriber')
    suspend(clinic)
    server.pass(61 * SECOND_MS)
    const { body } = await browser.session()
    expect(body.at).toBeNull()
    expect(body.posts[0]?.licence).toEqual({ state: 'suspended', reason: 'تعلیق به دستور معاونت درمان' })
    expect(await server.audit()).toContain('session.centre-closed')
  })
})

test('a suspension that was found in the background takes her out at once, whoever else works there too', async () => {
  const [hers, his] = [await signedIn(), await signedIn(staff)]
  await hers.choose(clinic, 'prescriber')
  await his.choose(clinic, 'admin')
  suspend(clinic)
  server.pass(10 * 60 * SECOND_MS)
  await refreshCentres(server.resources)
  const { body } = await hers.session()
  expect(body.at).toBeNull()
  expect(body.posts[0]?.licence).toEqual({ state: 'suspended', reason: 'تعلیق به دستور معاونت درمان' })
  expect((await his.session()).body.at).toBeNull()
  expect((await server.audit()).slice(-3)).toEqual(['centre.licence-changed', 'session.centre-closed', 'session.centre-closed'])
})

describe('time', () => {
  test('an idle session ends, and every call and tab of hers is told why', async () => {
    const browser = await signedIn()
    server.pass(IDLE_MS)
    expect((await browser.post('/auth/session/prolongation')).body.code).toBe('session.expired')
    expect((await browser.session()).body.code).toBe('session.expired')
  })

  test('an ended session does not stand in the way of the next sign-in', async () => {
    const browser = await signedIn()
    server.pass(IDLE_MS)
    const { body } = await browser.identify({ nationalCode, councilNumber })
    expect((await browser.confirm(body.attemptId, server.registries.lastCode())).status).toBe(200)
    expect((await browser.session()).status).toBe(200)
    expect(await server.db.session.count()).toBe(1)
  })

  test('polling does not keep a session alive', async () => {
    const browser = await signedIn()
    server.pass(IDLE_MS - 30 * SECOND_MS)
    expect((await browser.session()).status).toBe(200)
    server.pass(30 * SECOND_MS)
    expect((await browser.session()).body.code).toBe('session.expired')
  })

  test('she keeps it alive by saying that she is there', async () => {
    const browser = await signedIn()
    server.pass(IDLE_MS - 30 * SECOND_MS)
    const before = (await browser.session()).body
    const after = (await browser.post<typeof before>('/auth/session/prolongation')).body
    expect(Date.parse(after.idleEndsAt)).toBeGreaterThan(Date.parse(before.idleEndsAt))
    expect(after.endsAt).toBe(before.endsAt)
    server.pass(IDLE_MS - 30 * SECOND_MS)
    expect((await browser.session()).status).toBe(200)
  })

  test('nothing keeps it alive beyond its end', async () => {
    const browser = await signedIn()
    for (let gone = 0; gone < SESSION_MS - IDLE_MS; gone += IDLE_MS / 2) {
      server.pass(IDLE_MS / 2)
      expect((await browser.post('/auth/session/prolongation')).status).toBe(200)
    }
    server.pass(IDLE_MS)
    expect((await browser.post('/auth/session/prolongation')).body.code).toBe('session.expired')
  })
})

describe('another session of the same person', () => {
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0'

  test('is known to both, by device and centre, without the secret of its cookie', async () => {
    const first = await signedIn()
    await first.choose(clinic, 'prescriber')
    const second = await signedIn({ nationalCode, councilNumber }, FIREFOX)
    const { body: inFirst } = await first.session()
    const { body: inSecond } = await second.session()
    expect(inFirst.others).toMatchObject([{ device: 'فایرفاکس روی لینوکس', centreName: null }])
    expect(inSecond.others).toMatchObject([{ device: 'کروم روی ویندوز', centreName: 'درمانگاه مهر ونک' }])
    const cookies = (await server.db.session.findMany()).map((it) => it.sid)
    for (const sid of cookies) expect(JSON.stringify([inFirst, inSecond])).not.toContain(sid)
  })

  test('ends when she says so; whoever sits there is told', async () => {
    const first = await signedIn()
    const second = await signedIn()
    const [other] = (await second.session()).body.others
    const { body } = await second.post<{ others: object[] }>(`/auth/session/others/${other?.id}/end`)
    expect(body.others).toEqual([])
    expect((await first.post('/auth/session/prolongation')).body.code).toBe('session.ended-elsewhere')
    expect((await first.session()).body.code).toBe('session.ended-elsewhere')
    expect((await second.session()).status).toBe(200)
    expect(await server.audit()).toEqual(['session.opened', 'session.opened', 'session.other-ended'])
  })

  test('stays ended though a request of it was still under way', async () => {
    const first = await signedIn()
    const second = await signedIn()
    server.pass(61 * SECOND_MS)
    const siam = server.registries.holdNextPosts()
    const polling = first.session()
    await siam.isAsked
    const [other] = (await second.session()).body.others
    await second.post(`/auth/session/others/${other?.id}/end`)
    siam.answer()
    await polling
    expect((await first.session()).body.code).toBe('session.ended-elsewhere')
  })

  test('is not shown once it idled out', async () => {
    await signedIn()
    server.pass(IDLE_MS)
    expect((await (await signedIn()).session()).body.others).toEqual([])
  })

  test('of somebody else is neither shown nor ended', async () => {
    const hers = await signedIn()
    const his = await signedIn(staff)
    expect((await his.session()).body.others).toEqual([])
    const [row] = await server.db.$queryRaw<{ id: string }[]>`
      SELECT sess -> 'signedIn' ->> 'id' AS id FROM sessions WHERE sess -> 'signedIn' -> 'person' ->> 'councilNumber' = ${councilNumber}`
    expect((await his.post(`/auth/session/others/${row?.id}/end`)).body.code).toBe('not-found')
    expect((await hers.session()).status).toBe(200)
  })

  test('is not this one: she signs out of this one', async () => {
    const browser = await signedIn()
    const [row] = await server.db.$queryRaw<{ id: string }[]>`SELECT sess -> 'signedIn' ->> 'id' AS id FROM sessions`
    expect((await browser.post(`/auth/session/others/${row?.id}/end`)).body.code).toBe('not-found')
  })
})

test('signing out removes the session from the server, also where a request of it is still under way', async () => {
  const browser = await signedIn()
  const stolen = server.browser()
  stolen.jar.cookie = browser.jar.cookie
  server.pass(61 * SECOND_MS)
  const siam = server.registries.holdNextPosts()
  const polling = stolen.session()
  await siam.isAsked
  expect((await browser.post('/auth/session/end')).body).toEqual({ signedOut: true })
  siam.answer()
  await polling
  expect((await stolen.session()).body.code).toBe('session.required')
  expect(await server.db.session.count()).toBe(0)
  expect(await server.audit()).toEqual(['session.opened', 'session.ended'])
})
