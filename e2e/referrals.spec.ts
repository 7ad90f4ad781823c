import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, physician, secondPhysician, taminPatient } from './people.ts'
import { askAbout, signByPhone } from './prescribing.ts'
import type { SandboxClient } from './sandbox.ts'

const specialty = 'متخصص بیماری‌های داخلی'
const document = (page: Page) => page.getByRole('article', { name: 'متن نسخه‌ای که امضا می‌شود' })

/** Reviews an act, signs it with the phone and sees it registered; answers its tracking code. */
async function signAct(page: Page, sandbox: SandboxClient, { says, registered }: { says: string; registered: string }): Promise<string> {
  await page.getByRole('button', { name: 'بازبینی و امضا' }).click()
  await expect(document(page)).toContainText(says)
  await expectAccessible(page)
  await signByPhone(page, sandbox)
  await expect(page.getByRole('heading', { name: registered })).toBeVisible()
  return (await page.locator('bdi', { hasText: /^\d+$/ }).first().textContent()) ?? ''
}

async function refer(page: Page, nationalCode: string, reason: string): Promise<void> {
  await askAbout(page, nationalCode)
  await page.getByRole('button', { name: 'ارجاع به متخصص' }).click()
  const choice = page.getByLabel('به کدام تخصص').locator('option', { hasText: specialty })
  await page.getByLabel('به کدام تخصص').selectOption((await choice.getAttribute('value')) ?? '')
  await page.getByLabel('علت ارجاع و آنچه می‌خواهید').fill(reason)
}

async function readReferral(page: Page, trackingCode: string | null): Promise<void> {
  if (trackingCode !== null) await page.getByLabel('کد رهگیری ارجاع').fill(trackingCode)
  await page.getByRole('button', { name: 'خواندن ارجاع' }).click()
}

test('Tamin: a doctor refers, the specialist finds it waiting and answers, and the doctor reads the answer', async ({ deskOf, sandbox }) => {
  // Two people and many pages: by far longer than most ways here, so that a busy machine must not fail it.
  test.slow()
  const reason = 'قند ناشتا با دو دارو کنترل نمی‌شود؛ درمان تنظیم شود.'
  const feedback = 'انسولین شبانه آغاز شد؛ سه ماه دیگر دیده شود.'
  const office = await deskOf(secondPhysician)

  const trackingCode = await test.step('it is written, signed and registered', async () => {
    await refer(office, taminPatient.nationalCode, reason)
    await office.getByRole('checkbox', { name: 'فوری است' }).check()
    await expectAccessible(office)
    return signAct(office, sandbox, { says: reason, registered: 'ارجاع ثبت شد' })
  })

  await test.step('nobody has answered yet', async () => {
    await expect(office.getByRole('region', { name: 'پاسخ ارجاع' })).toContainText('هنوز پاسخی نرسیده است')
    await expectAccessible(office)
  })

  const clinic = await deskOf(physician)
  await test.step('it waits for the specialist, with the patient’s name and the reason', async () => {
    await clinic.goto('/referrals')
    const waiting = clinic.getByRole('listitem').filter({ hasText: reason })
    await expect(waiting).toContainText(taminPatient.name)
    await expectAccessible(clinic)
    await waiting.getByRole('button', { name: 'پذیرش بیمار' }).click()
  })

  await test.step('she takes the patient on with it and answers every question', async () => {
    await clinic.getByRole('textbox', { name: /کد ملی/ }).fill(taminPatient.nationalCode)
    await clinic.keyboard.press('Enter')
    await readReferral(clinic, null)
    await expect(clinic.getByRole('region', { name: 'خواندن ارجاع' })).toContainText(reason)
    await clinic.getByRole('button', { name: 'پذیرش با این ارجاع' }).click()
    await clinic.getByRole('button', { name: 'بازبینی و امضا' }).click()
    await expect(clinic.getByText('پاسخ را بنویسید.')).toBeVisible()
    await clinic.getByLabel('پاسخ شما به پزشک ارجاع‌دهنده').fill(feedback)
    await clinic.getByText('بله', { exact: true }).click()
    await clinic.getByText('پزشک ارجاع‌دهنده', { exact: true }).click()
    await expectAccessible(clinic)
    await signAct(clinic, sandbox, { says: feedback, registered: 'پاسخ ارجاع ثبت شد' })
  })

  await test.step('it waits no longer, and is answered once', async () => {
    await clinic.goto('/referrals')
    await expect(clinic.getByRole('heading', { name: 'تأمین اجتماعی' })).toBeVisible()
    await expect(clinic.getByText(reason)).toHaveCount(0)
    await askAbout(clinic, taminPatient.nationalCode)
    await readReferral(clinic, trackingCode)
    await clinic.getByRole('button', { name: 'پذیرش با این ارجاع' }).click()
    await expect(clinic.getByRole('alert')).toContainText('پیش‌تر پاسخ گرفته است')
  })

  await test.step('the doctor reads it', async () => {
    await office.getByRole('button', { name: 'دوباره بپرس' }).click()
    await expect(office.getByRole('region', { name: 'پاسخ ارجاع' })).toContainText(feedback)
    await expectAccessible(office)
  })
})

test('Salamat: the patient’s code opens the visit, and the answer goes with what is registered under it', async ({ deskOf, sandbox }) => {
  test.slow()
  const reason = 'تپش قلب و کاهش وزن؛ عملکرد تیروئید بررسی شود.'
  const feedback = 'تیروئید طبیعی است.'
  const office = await deskOf(secondPhysician)
  await refer(office, patients.mother.nationalCode, reason)
  await expect(office.getByLabel('شمارهٔ نظام پزشکی همکار')).toHaveCount(0)
  const trackingCode = await signAct(office, sandbox, { says: reason, registered: 'ارجاع ثبت شد' })

  const clinic = await deskOf(physician)
  await askAbout(clinic, patients.mother.nationalCode)
  await readReferral(clinic, trackingCode)
  await expect(clinic.getByRole('region', { name: 'خواندن ارجاع' })).toContainText(reason)
  await clinic.getByRole('button', { name: 'پذیرش با این ارجاع' }).click()
  await clinic.getByLabel('پاسخ شما به پزشک ارجاع‌دهنده').fill(feedback)
  await signAct(clinic, sandbox, { says: feedback, registered: 'پاسخ ارجاع ثبت شد' })

  await office.getByRole('button', { name: 'دوباره بپرس' }).click()
  await expect(office.getByRole('region', { name: 'پاسخ ارجاع' })).toContainText(feedback)
})
