import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, type Page, test as base, expect } from '@playwright/test'
import type { Person } from './people.ts'
import { type SandboxClient, sandboxAt } from './sandbox.ts'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

const signOutPath = '/api/auth/session/end'
/** A change without it is taken for a forgery. */
const calledByUs = { 'X-Noskhe-Call': 'user' }

interface Fixtures {
  sandbox: SandboxClient
  /** Where the insurer's contract is enforced, nothing was objected to. */
  judge: void
  /** A browser of its own, as if on another desk. */
  desk: () => Promise<Page>
  /** A browser of its own in which this person works already, in the one session that the suite keeps of her. */
  deskOf: (person: Person) => Promise<Page>
}

interface KeptByWorker {
  /** Sessions of people signed in once, because signing in is limited and a second session of hers raises questions. */
  sessions: Map<Person, Cookies>
}

export const test = base.extend<Fixtures, KeptByWorker>({
  sessions: [
    async ({}, use, { project }) => {
      const sessions = new Map<Person, Cookies>()
      await use(sessions)
      const url = `${String(project.use.baseURL)}${signOutPath}`
      for (const cookies of sessions.values()) {
        const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
        await fetch(url, { method: 'POST', headers: { ...calledByUs, cookie, 'content-type': 'application/json' }, body: '{}' })
      }
    },
    { scope: 'worker' },
  ],
  sandbox: async ({}, use, info) => {
    const sandbox = await sandboxAt(String(info.project.metadata['sandbox']))
    await use(sandbox)
    await sandbox.close()
  },
  judge: [
    async ({}, use, { project }) => {
      await use()
      const { objections } = project.metadata as { objections?: string }
      if (objections) expect(readFileSync(objections, 'utf8'), 'the contract of the insurer was broken').toBe('')
    },
    { auto: true },
  ],
  context: async ({ context }, use) => {
    await use(context)
    await signOut(context)
  },
  desk: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(() => openDesk(browser, contexts))
    for (const context of contexts) {
      await signOut(context)
      await context.close()
    }
  },
  deskOf: async ({ browser, sandbox, sessions }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (person) => {
      const page = await openDesk(browser, contexts)
      const kept = sessions.get(person)
      if (kept) await page.context().addCookies(kept)
      else {
        await signInAt(page, person, person.centre, sandbox)
        sessions.set(person, await page.context().cookies())
      }
      return page
    })
    for (const context of contexts) await context.close()
  },
})

async function openDesk(browser: Browser, contexts: BrowserContext[]): Promise<Page> {
  const context = await browser.newContext()
  contexts.push(context)
  return context.newPage()
}

/** Ends the session of a test, so that the next one of the same person is not told of it. Who is signed out already is let be. */
async function signOut(context: BrowserContext): Promise<void> {
  await context.setOffline(false)
  await context.request.post(signOutPath, { headers: calledByUs, data: {} })
}

/** Gives the page's browser an authenticator that verifies its user: a laptop with a fingerprint reader. */
export async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Writes on the sign-in page who she is, and asks for the code. */
export async function identify(page: Page, person: Pick<Person, 'nationalCode' | 'mobile' | 'councilNumber'>): Promise<void> {
  if (person.councilNumber === undefined) {
    await page.getByText('کارمند مرکز').click()
    await page.getByLabel('شمارهٔ همراه').fill(person.mobile)
  } else {
    await page.getByLabel('شمارهٔ نظام پزشکی').fill(person.councilNumber)
  }
  await page.getByLabel('کد ملی').fill(person.nationalCode)
  await page.getByRole('button', { name: 'فرستادن کد' }).click()
}

/** Identifies on the sign-in page and confirms the one-time code; ends at the offer of a passkey. */
export async function signInByCode(
  page: Page,
  person: Pick<Person, 'nationalCode' | 'mobile' | 'councilNumber'>,
  sandbox: SandboxClient,
): Promise<void> {
  await identify(page, person)
  await expect(page.getByRole('heading', { name: 'کد پیامک‌شده' })).toBeVisible()
  await page.getByLabel('کد شش‌رقمی').fill(await sandbox.oneTimeCode(person.mobile))
  await expect(page.getByRole('heading', { name: 'از این پس بی‌کد وارد شوید؟' })).toBeVisible()
}

/** Signs in without making a passkey, and goes to the centre. */
export async function signInAt(
  page: Page,
  person: Pick<Person, 'nationalCode' | 'mobile' | 'councilNumber'>,
  centre: string,
  sandbox: SandboxClient,
): Promise<void> {
  await page.goto('/')
  await signInByCode(page, person, sandbox)
  await page.getByRole('button', { name: 'بعداً' }).click()
  await chooseCentre(page, centre)
}

/** Picks a centre where the choice is hers; who has one post is taken there by herself. */
export async function chooseCentre(page: Page, centre: string): Promise<void> {
  const hasLeft = (url: URL) => !['/', '/sign-in', '/centre'].includes(url.pathname)
  await page.waitForURL((url) => url.pathname === '/centre' || hasLeft(url))
  const session = await page.request.get('/api/auth/session')
  const { posts } = (await session.json()) as { posts: unknown[] }
  if (posts.length > 1) await page.getByRole('button', { name: centre }).click()
  await page.waitForURL(hasLeft)
}

/** No rule of WCAG 2.2 AA that axe knows is broken on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

export { expect }
