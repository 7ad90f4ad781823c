import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { physician, staff } from './testing/given-registries.ts'
import { type Browser, type GivenServer, givenServer } from './testing/given-server.ts'

let server: GivenServer
beforeAll(async () => (server = await givenServer()))
afterAll(() => server.close())
beforeEach(() => server.reset())

const { nationalCode, councilNumber } = physician

async function signedIn(who: object = { nationalCode, councilNumber }): Promise<Browser> {
  const browser = server.browser()
  const { body } = await browser.identify(who)
  expect((await browser.confirm(body.attemptId, server.registries.lastCode())).status).toBe(200)
  return browser
}

/** A browser whose device has a passkey, signed out. */
async function enrolled(who?: object): Promise<Browser> {
  const browser = await signedIn(who)
  expect((await browser.enrol()).body.hasPasskey).toBe(true)
  await browser.post('/auth/session/end')
  return browser
}

const signIn = async (browser: Browser) => browser.showPasskey(browser.device.authenticate(await browser.askPasskey()))
const change = (change: Partial<GivenServer['registries']['state']['member']>) => {
  server.registries.state.member = { ...server.registries.state.member, ...change }
}
const revoke = () => change({ licence: { state: 'revoked', reason: 'رأی هیئت عالی انتظامی', validUntil: '2029-01-01' } })

describe('enrolment', () => {
  test('asks for a key that is kept on the device and unlocked each time', async () => {
    const browser = await signedIn()
    const { body } = await browser.post<{ options: Record<string, unknown> }>('/auth/passkeys/options')
    expect(body.options).toMatchObject({ rp: { id: 'localhost' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' } })
  })

  test('is refused without a session', async () => {
    expect((await server.browser().post('/auth/passkeys/options')).body.code).toBe('session.required')
    expect((await server.browser().post('/auth/passkeys', { response: {} })).body.code).toBe('session.required')
  })

  test('names the keys she has, so that a device makes no second one', async () => {
    const browser = await signedIn()
    await browser.enrol()
    const { body } = await browser.post<{ options: { excludeCredentials: object[] } }>('/auth/passkeys/options')
    expect(body.options.excludeCredentials).toHaveLength(1)
  })

  test.each([
    ['was not unlocked', { isVerified: false }],
    ['was made on another page', { origin: 'http://evil.example' }],
  ])('of a key that %s is refused', async (_, conduct) => {
    const browser = await signedIn()
    const { body } = await browser.post<{ options: Parameters<Browser['device']['register']>[0] }>('/auth/passkeys/options')
    const answer = await browser.post('/auth/passkeys', { response: browser.device.register(body.options, conduct) })
    expect(answer.body.code).toBe('passkey.rejected')
  })

  test('of a key that is already someone else’s is refused and changes nothing', async () => {
    const hers = await signedIn()
    const { body } = await hers.post<{ options: Parameters<Browser['device']['register']>[0] }>('/auth/passkeys/options')
    const response = hers.device.register(body.options)
    await hers.post('/auth/passkeys', { response })
    const [before] = await server.db.passkey.findMany()

    const his = await signedIn(staff)
    const asked = await his.post<{ options: { challenge: string } }>('/auth/passkeys/options')
    const clientDataJSON = Buffer.from(
      JSON.stringify({ type: 'webauthn.create', challenge: asked.body.options.challenge, origin: 'http://localhost:3000' }),
    ).toString('base64url')
    const answer = await his.post('/auth/passkeys', { response: { ...response, response: { ...response.response, clientDataJSON } } })
    expect(answer.body.code).toBe('passkey.rejected')
    expect(await server.db.passkey.findMany()).toEqual([before])
  })

  test('is audited', async () => {
    await enrolled()
    expect(await server.audit()).toEqual(['session.opened', 'passkey.enrolled', 'session.ended'])
  })
})

describe('signing in with a passkey', () => {
  test('needs nothing typed and says that it was a passkey', async () => {
    const browser = await enrolled()
    const { status, body } = await signIn(browser)
    expect(status).toBe(200)
    expect(body).toMatchObject({ person: { councilNumber }, signedInBy: 'passkey', hasPasskey: true })
  })

  test('is for staff too', async () => {
    expect((await signIn(await enrolled(staff))).body).toMatchObject({ person: { councilNumber: null }, signedInBy: 'passkey' })
  })

  test('is refused where the licence was revoked since, in the words of the council', async () => {
    const browser = await enrolled()
    revoke()
    expect((await signIn(browser)).body).toMatchObject({ code: 'council.licence-revoked', detail: { reason: 'رأی هیئت عالی انتظامی' } })
    expect((await browser.session()).body.code).toBe('session.required')
  })

  test('is not made possible for a revoked member by coming in as staff', async () => {
    const browser = await enrolled()
    revoke()
    const { nationalCode: hers, mobile } = physician
    server.registries.state.listed = { ...server.registries.state.listed, nationalCode: hers, mobile }
    const opened = await browser.identify({ nationalCode: hers, mobile })
    await browser.confirm(opened.body.attemptId, server.registries.lastCode())
    await browser.post('/auth/session/end')
    expect((await signIn(browser)).body.code).toBe('council.licence-revoked')
  })

  test.each(['suspended', 'expired'] as const)('is refused where the licence is %s since, in the words of the council', async (state) => {
    const browser = await enrolled()
    change({ licence: { state, reason: 'به حکم هیئت', validUntil: '2029-01-01' } })
    expect((await signIn(browser)).body).toMatchObject({ code: `council.licence-${state}`, detail: { reason: 'به حکم هیئت' } })
  })

  test('is refused while a sentence is in force, in its words', async () => {
    const browser = await enrolled()
    change({ sentence: { text: 'شش ماه محرومیت از طبابت' } })
    expect((await signIn(browser)).body).toMatchObject({ code: 'council.licence-suspended', detail: { reason: 'شش ماه محرومیت از طبابت' } })
  })

  test('brings the specialty that the council has of her now, in title and codes', async () => {
    const browser = await enrolled()
    change({ specialty: { codes: ['151310', '151327'], title: 'فوق تخصص گوارش' } })
    expect((await signIn(browser)).body).toMatchObject({ person: { specialty: 'فوق تخصص گوارش' } })
    const kept = await server.db.person.findUniqueOrThrow({ where: { nationalCode } })
    expect(kept).toMatchObject({ specialty: 'فوق تخصص گوارش', specialtyCodes: ['151310', '151327'] })
  })

  test('takes a specialty away that the council no longer has of her', async () => {
    const browser = await enrolled()
    change({ specialty: null })
    expect((await signIn(browser)).body).toMatchObject({ person: { specialty: null } })
    expect(await server.db.person.findUniqueOrThrow({ where: { nationalCode } })).toMatchObject({ specialty: null, specialtyCodes: [] })
  })

  test('is refused while the council is silent', async () => {
    const browser = await enrolled()
    server.registries.state.silent.add('council')
    expect((await signIn(browser)).body.code).toBe('national.unavailable')
  })

  test.each([
    ['was not unlocked', { isVerified: false }],
    ['was shown to another page', { origin: 'http://evil.example' }],
  ])('is refused where the key %s', async (_, conduct) => {
    const browser = await enrolled()
    const asked = await browser.askPasskey()
    expect((await browser.showPasskey(browser.device.authenticate(asked, conduct))).body.code).toBe('passkey.rejected')
  })

  test('is refused where the counter went back: the key was copied', async () => {
    const browser = await enrolled()
    await signIn(browser)
    await signIn(browser)
    const copied = browser.device.authenticate(await browser.askPasskey(), { counter: 1 })
    expect((await browser.showPasskey(copied)).body.code).toBe('passkey.rejected')
  })

  test('is refused where the answer says that the key is somebody else’s', async () => {
    const browser = await enrolled()
    const shown = browser.device.authenticate(await browser.askPasskey())
    const userHandle = Buffer.from('somebody-else').toString('base64url')
    expect((await browser.showPasskey({ ...shown, response: { ...shown.response, userHandle } })).body.code).toBe('passkey.rejected')
  })

  test('is refused where nobody enrolled the key', async () => {
    const browser = await enrolled()
    await server.db.passkey.deleteMany()
    expect((await signIn(browser)).body.code).toBe('passkey.unknown')
  })

  test('is refused where the answer is no answer', async () => {
    const browser = server.browser()
    await browser.askPasskey()
    expect((await browser.showPasskey({ id: '../..', type: 'password' })).body.code).toBe('passkey.rejected')
  })

  test('lets a question be answered once, also by two answers at once', async () => {
    const browser = await enrolled()
    const shown = browser.device.authenticate(await browser.askPasskey())
    const twin = server.browser()
    twin.jar.cookie = browser.jar.cookie
    const answers = await Promise.all([browser.showPasskey(shown), twin.showPasskey(shown)])
    expect(answers.map((it) => it.body.code ?? 'opened').sort()).toEqual(['opened', 'passkey.challenge-expired'])
  })

  test('lets a question be answered for two minutes', async () => {
    const browser = await enrolled()
    const shown = browser.device.authenticate(await browser.askPasskey())
    server.pass(120_000)
    expect((await browser.showPasskey(shown)).body.code).toBe('passkey.challenge-expired')
  })

  test('takes no answer to a question that was put to another browser', async () => {
    const browser = await enrolled()
    const shown = browser.device.authenticate(await browser.askPasskey())
    expect((await server.browser().showPasskey(shown)).body.code).toBe('passkey.challenge-expired')
  })
})
