import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import type { SandboxClient } from './sandbox.ts'

export interface Ordered {
  /** What the doctor types. */
  query: string
  /** The beginning of the name that is then offered first. */
  name: string
  frequency: string
  quantity: number
}

/** Drugs that Salamat pays for as they stand here. */
export const covered = {
  azithromycin: { query: 'azithro 500', name: 'آزیترومایسین قرص ۵۰۰ میلی‌گرم', frequency: 'روزی یک بار', quantity: 6 },
  ibuprofen: { query: 'ایبوپروفن قرص ۴۰۰', name: 'ایبوپروفن قرص ۴۰۰ میلی‌گرم', frequency: 'روزی سه بار (هر ۸ ساعت)', quantity: 20 },
  losartan: { query: 'losartan 50', name: 'لوزارتان قرص ۵۰ میلی‌گرم', frequency: 'روزی یک بار', quantity: 30 },
} satisfies Record<string, Ordered>

/** Asks who a patient is and who covers her, by national code. */
export async function askAbout(page: Page, nationalCode: string): Promise<void> {
  await page.goto('/prescribe')
  await page.getByRole('textbox', { name: 'کد ملی' }).fill(nationalCode)
  await page.keyboard.press('Enter')
}

/** Opens an insured prescription for a covered patient; answers its address. */
export async function openDraft(page: Page, nationalCode: string): Promise<string> {
  await askAbout(page, nationalCode)
  await page.getByRole('button', { name: 'نوشتن نسخهٔ بیمه‌ای' }).click()
  await expect(page.getByRole('combobox', { name: 'جست‌وجوی دارو' })).toBeVisible()
  return new URL(page.url()).pathname
}

export const itemsOf = (page: Page) => page.getByRole('list', { name: 'اقلام نسخه' }).getByRole('listitem')

/** Picks a drug from the search, and leaves its directions open. */
export async function pick(page: Page, { query, name }: Pick<Ordered, 'query' | 'name'>): Promise<void> {
  await page.getByRole('combobox', { name: 'جست‌وجوی دارو' }).fill(query)
  await expect(page.getByRole('option').first()).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form', { name: `دستور مصرف ${name}` })).toBeVisible()
}

/** Adds one drug: type, Enter, directions, Enter. */
export async function prescribe(page: Page, it: Ordered): Promise<void> {
  await pick(page, it)
  const form = page.getByRole('form', { name: `دستور مصرف ${it.name}` })
  await form.getByLabel('چند وقت یک بار').selectOption({ label: it.frequency })
  await form.getByLabel('تعداد').fill(String(it.quantity))
  await page.keyboard.press('Enter')
  await expect(itemsOf(page).filter({ hasText: it.name })).toBeVisible()
}

/** Sends the draft and opens it for reading before it is signed. */
export async function review(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article', { name: 'متن نسخه‌ای که امضا می‌شود' })).toBeVisible()
}

/** Signs with the phone what is being reviewed; who has a passkey on this installation is offered that first. */
export async function signByPhone(page: Page, sandbox: SandboxClient): Promise<void> {
  const asked = page.getByText('درخواست به تلفن شما رفت')
  const byPhone = page.getByRole('button', { name: 'امضا با تلفن' })
  await expect(asked.or(byPhone).first()).toBeVisible()
  if (await byPhone.isVisible()) await byPhone.click()
  await expect(asked).toBeVisible()
  await sandbox.approveSignature()
}

/** The tracking code of a registered prescription, as it stands on the screen. */
export async function trackingCodeOf(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: 'نسخه ثبت شد' })).toBeVisible()
  const code = page.locator('bdi', { hasText: /^\d+$/ }).first()
  return (await code.textContent()) ?? ''
}

/** The whole way from a patient to a tracking code. */
export async function register(page: Page, sandbox: SandboxClient, nationalCode: string, items: readonly Ordered[]): Promise<string> {
  await openDraft(page, nationalCode)
  for (const it of items) await prescribe(page, it)
  await review(page)
  await signByPhone(page, sandbox)
  return trackingCodeOf(page)
}
