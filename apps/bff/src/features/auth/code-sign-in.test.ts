import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { physician, staff } from './testing/given-registries.ts'
import { type Browser, type GivenServer, givenServer } from './testing/given-server.ts'

let server: GivenServer
beforeAll(async () => (server = await givenServer()))
afterAll(() => server.close())
beforeEach(() => server.reset())

const { nationalCode, councilNumber } = physician
const member = { nationalCode, councilNumber }
const wrong = () => (server.registries.lastCode() === '000000' ? '000001' : '000000')

async function identified(browser: Browser): Promise<string> {
  const { status, body } = await browser.identify(member)
  expect(status).toBe(200)
  return body.attemptId
}

describe('identification', () => {
  test('sends the code to the number that the council knows and shows only its ends', async () => {
    const { body } = await server.browser().identify(member)
    expect(body.sentTo).toBe('۰۹۱۲•••۰۲۷۱')
    expect(server.registries.sent.at(-1)).toMatchObject({ to: physician.mobile, key: body.attemptId })
  })

  test('binds the message to our address, so that the phone offers the code here only', async () => {
    await server.browser().identify(member)
    expect(server.registries.sent.at(-1)?.text.split('\n').at(-1)).toBe(`@localhost #${server.registries.lastCode()}`)
  })

  test('keeps no code that could be read from the database', async () => {
    await server.browser().identify(member)
    const [attempt] = await server.db.signInAttempt.findMany()
    expect(JSON.stringify(attempt)).not.toContain(server.registries.lastCode())
  })

  test.each([
    ['council.unknown', { ...member, councilNumber: '999999' }],
    ['council.mismatch', { ...member, nationalCode: staff.nationalCode }],
    ['staff.unknown', { nationalCode: staff.nationalCode, mobile: '09120000000' }],
    ['staff.unknown', { nationalCode, mobile: physician.mobile }],
    ['request.invalid', { nationalCode }],
    ['request.invalid', { ...member, nationalCode: '1234567890' }],
  ])('is refused as %s for %o, and no code is sent', async (code, who) => {
    const before = server.registries.sent.length
    const { body } = await server.browser().identify(who)
    expect(body.code).toBe(code)
    expect(server.registries.sent).toHaveLength(before)
  })

  test.each(['revoked', 'suspended', 'expired'] as const)('of someone whose licence is %s is refused in the words of the council', async (state) => {
    server.registries.state.member = { ...server.registries.state.member, licence: { state, reason: 'به حکم هیئت', validUntil: '2029-01-01' } }
    const { body } = await server.browser().identify(member)
    expect(body).toMatchObject({ code: `council.licence-${state}`, detail: { reason: 'به حکم هیئت' } })
  })

  test('is refused while a sentence is in force, whatever the licence says', async () => {
    server.registries.state.member = { ...server.registries.state.member, sentence: { text: 'شش ماه محرومیت' } }
    const { body } = await server.browser().identify(member)
    expect(body).toMatchObject({ code: 'council.licence-suspended', detail: { reason: 'شش ماه محرومیت' } })
  })

  test('is refused while the council is silent', async () => {
    server.registries.state.silent.add('council')
    const { status, body } = await server.browser().identify(member)
    expect([status, body.code]).toEqual([503, 'national.unavailable'])
  })

  test('lets at most three codes be under way for one person, from wherever they are asked', async () => {
    const codes = [server.browser(), server.browser(), server.browser(), server.browser()].map(async (it) => (await it.identify(member)).body.code)
    expect((await Promise.all(codes)).filter((code) => code === 'rate.limited')).toHaveLength(1)
  })

  test('does not count a code that could not be sent', async () => {
    server.registries.state.silent.add('sms')
    for (const browser of [server.browser(), server.browser(), server.browser()]) {
      expect((await browser.identify(member)).body.code).toBe('national.unavailable')
    }
    server.registries.state.silent.clear()
    expect((await server.browser().identify(member)).status).toBe(200)
  })
})

describe('the code', () => {
  test('opens a session and tells who, where and until when', async () => {
    const browser = server.browser()
    const attemptId = await identified(browser)
    const { status, body } = await browser.confirm(attemptId, server.registries.lastCode())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      person: { firstName: 'نرگس', councilNumber, specialty: 'متخصص بیماری‌های داخلی' },
      posts: [{ role: 'prescriber', licence: { state: 'active' } }, { role: 'prescriber', licence: { state: 'active' } }],
      at: null, hasPasskey: false, signedInBy: 'one-time-code',
    })
  })

  test('is accepted in Persian digits', async () => {
    const browser = server.browser()
    const attemptId = await identified(browser)
    const typed = server.registries.lastCode().replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '')
    expect((await browser.confirm(attemptId, typed)).status).toBe(200)
  })

  test('counts down with each wrong try and then locks, even for the right code', async () => {
    const browser = server.browser()
    const attemptId = await identified(browser)
    const answers = []
    for (let tried = 0; tried < 5; tried += 1) answers.push((await browser.confirm(attemptId, wrong())).body)
    expect(answers.slice(0, 4).map((it) => [it.code, it.detail?.['triesLeft']])).toEqual([4, 3, 2, 1].map((left) => ['code.wrong', left]))
    expect(answers[4]?.code).toBe('code.too-many-attempts')
    expect((await browser.confirm(attemptId, server.registries.lastCode())).body.code).toBe('code.too-many-attempts')
  })

  test('gives no more than five tries to guesses made at once', async () => {
    const browser = server.browser()
    const attemptId = await identified(browser)
    const tried = await Promise.all(Array.from({ length: 9 }, () => browser.confirm(attemptId, wrong())))
    expect(tried.filter((it) => it.body.code === 'code.wrong')).toHaveLength(4)
  })

  test('is worth nothing after two minutes', async () => {
    const browser = server.browser()
    const attemptId = await identified(browser)
    server.pass(2 * 60_000)
    expect((await browser.confirm(attemptId, server.registries.lastCode())).body.code).toBe('code.expired')
  })

  test('opens one session, also where it is sent twice at once', async () => {
    const browser = server.browser()
    const attemptId = await identified(browser)
    const answers = await Promise.all([server.browser(), server.browser()].map((it) => it.confirm(attemptId, server.registries.lastCode())))
    expect(answers.map((it) => it.body.code ?? 'opened').sort()).toEqual(['code.expired', 'opened'])
  })

  test('of another attempt opens nothing', async () => {
    const browser = server.browser()
    const attemptId = await identified(browser)
    const code = server.registries.lastCode()
    await server.db.signInAttempt.update({ where: { id: attemptId }, data: { id: '01900000-0000-7000-8000-000000000000' } })
    expect((await browser.confirm('01900000-0000-7000-8000-000000000000', code)).body.code).toBe('code.wrong')
  })

  test('is refused where the licence was revoked after it was sent', async () => {
    const browser = server.browser()
    const attemptId = await identified(browser)
    server.registries.state.member = { ...server.registries.state.member, licence: { state: 'revoked', reason: 'ابطال', validUntil: '2029-01-01' } }
    expect((await browser.confirm(attemptId, server.registries.lastCode())).body.code).toBe('council.licence-revoked')
  })

  test('can be sent again after the council was silent', async () => {
    const browser = server.browser()
    const attemptId = await identified(browser)
    server.registries.state.silent.add('council')
    expect((await browser.confirm(attemptId, server.registries.lastCode())).body.code).toBe('national.unavailable')
    server.registries.state.silent.clear()
    expect((await browser.confirm(attemptId, server.registries.lastCode())).status).toBe(200)
  })
})

test('staff come in by their mobile number, and only as what needs no council membership', async () => {
  server.registries.state.centres = server.registries.state.centres.map((it) => ({
    ...it, personnel: [...it.personnel, { nationalCode: staff.nationalCode, role: 'prescriber' as const, providerUserId: 'x' }],
  }))
  const browser = server.browser()
  const { body } = await browser.identify(staff)
  const opened = await browser.confirm(body.attemptId, server.registries.lastCode())
  expect(opened.body.posts.map((it) => it.role)).toEqual(['admin', 'admin'])
  expect((await browser.choose('SIAM-1100271', 'prescriber')).body.code).toBe('centre.not-yours')
})

test('opening a session is audited with it', async () => {
  const browser = server.browser()
  const attemptId = await identified(browser)
  await browser.confirm(attemptId, wrong())
  expect(await server.audit()).toEqual([])
  await browser.confirm(attemptId, server.registries.lastCode())
  expect(await server.audit()).toEqual(['session.opened'])
})

test('a session name planted before signing in is worth nothing after', async () => {
  const attacker = server.browser()
  await attacker.askPasskey()
  const victim = server.browser()
  victim.jar.cookie = attacker.jar.cookie
  const attemptId = await identified(victim)
  expect((await victim.confirm(attemptId, server.registries.lastCode())).status).toBe(200)
  expect(victim.jar.cookie).not.toBe(attacker.jar.cookie)
  expect((await attacker.session()).body.code).toBe('session.required')
})
