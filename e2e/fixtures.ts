import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, type Page, test as base, expect } from '@playwright/test'
import { type SandboxClient, sandboxAt } from './sandbox.ts'

interface Person {
  nationalCode: string
  mobile: string
  councilNumber?: string
}

interface Fixtures {
  sandbox: SandboxClient
  /** A browser of its own, as if on another desk. */
  desk: () => Promise<Page>
}

export const test = base.extend<Fixtures>({
  sandbox: async ({}, use, info) => {
    await use(sandboxAt(String(info.project.metadata['sandbox'])))
  },
  desk: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(() => openDesk(browser, contexts))
    for (const context of contexts) await context.close()
  },
})

async function openDesk(browser: Browser, contexts: BrowserContext[]): Promise<Page> {
  const context = await browser.newContext()
  contexts.push(context)
  return context.newPage()
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

/** Identifies on the sign-in page and confirms the one-time code; ends at the offer of a passkey. */
export async function signInByCode(page: Page, person: Person, sandbox: SandboxClient): Promise<void> {
  if (person.councilNumber === undefined) {
    await page.getByText('کارمند مرکز').click()
    await page.getByLabel('شمارهٔ همراه').fill(person.mobile)
  } else {
    await page.getByLabel('شمارهٔ نظام پزشکی').fill(person.councilNumber)
  }
  await page.getByLabel('کد ملی').fill(person.nationalCode)
  await page.getByRole('button', { name: 'فرستادن کد' }).click()
  await expect(page.getByRole('heading', { name: 'کد پیامک‌شده' })).toBeVisible()
  await page.getByLabel('کد شش‌رقمی').fill(await sandbox.oneTimeCode(person.mobile))
  await expect(page.getByRole('heading', { name: 'از این پس بی‌کد وارد شوید؟' })).toBeVisible()
}

/** Signs in without making a passkey, and goes to the centre. */
export async function signInAt(page: Page, person: Person, centre: string, sandbox: SandboxClient): Promise<void> {
  await page.goto('/')
  await signInByCode(page, person, sandbox)
  await page.getByRole('button', { name: 'بعداً' }).click()
  await chooseCentre(page, centre)
}

/** Picks a centre where the choice is asked for; who has one post is taken there by herself. */
export async function chooseCentre(page: Page, centre: string): Promise<void> {
  // Taken by herself, her one card is busy and goes away.
  const card = page.getByRole('button', { name: centre }).and(page.locator(':not([aria-busy=true])'))
  const hasLeft = (url: URL) => !['/', '/sign-in', '/centre'].includes(url.pathname)
  const isAsked = await Promise.race([card.waitFor().then(() => true), page.waitForURL(hasLeft).then(() => false)])
  if (isAsked) await card.click()
  await page.waitForURL(hasLeft)
}

/** No rule of WCAG 2.2 AA that axe knows is broken on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

export { expect }
