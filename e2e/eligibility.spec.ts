import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, pharmacist, secondPhysician, unansweredPatient } from './people.ts'
import { askAbout, covered, prescribe, review, signByPhone, trackingCodeOf } from './prescribing.ts'

const insured = 'نوشتن نسخهٔ بیمه‌ای'
const privately = 'نوشتن نسخهٔ آزاد'

/** Who is asked about, what the screen says of it, and what the doctor may do next. */
const answers: { of: string; nationalCode: string; says: string[]; waysOn: string[] }[] = [
  { of: 'covered', nationalCode: patients.child.nationalCode, says: ['تحت پوشش بیمه', 'شباد (HID)', 'بیمهٔ سلامت'], waysOn: [insured, privately] },
  { of: 'with supplementary cover', nationalCode: patients.supplementary.nationalCode, says: ['تحت پوشش بیمه', 'تکمیلی: بیمهٔ دی'], waysOn: [insured, privately] },
  { of: 'covered twice', nationalCode: patients.twiceCovered.nationalCode, says: ['چند پوشش معتبر است', 'همین استفاده می‌شود', 'تأمین اجتماعی'], waysOn: [insured, privately] },
  { of: 'uninsured', nationalCode: '0059283742', says: ['بدون بیمه', 'امیرعلی پورحسن'], waysOn: [privately] },
  { of: 'expired', nationalCode: '1283746591', says: ['اعتبار بیمه تمام شده است', 'پایان‌یافته'], waysOn: [privately] },
  { of: 'dead', nationalCode: '4318273644', says: ['در ثبت احوال فوت‌شده ثبت است'], waysOn: [privately] },
  { of: 'blocked', nationalCode: '0073645192', says: ['کد ملی مسدود است'], waysOn: [privately] },
  { of: 'unknown', nationalCode: '0528374613', says: ['هیچ سامانه‌ای این شخص را نمی‌شناسد'], waysOn: ['دوباره بپرس', privately] },
  { of: 'of the Armed Forces', nationalCode: '0938472615', says: ['تحت پوشش بیمه', 'نیروهای مسلح'], waysOn: [insured, privately] },
  { of: 'unanswered', nationalCode: unansweredPatient.nationalCode, says: ['سامانهٔ استحقاق پاسخ نداد', 'نمی‌دانیم بیمار بیمه دارد یا نه'], waysOn: ['دوباره بپرس', privately] },
]

/** The answer stands on the page, and the ways on are exactly these. */
async function expectAnswer(page: Page, says: readonly string[], waysOn: readonly string[]): Promise<void> {
  const main = page.getByRole('main')
  for (const words of says) await expect(main).toContainText(words)
  for (const way of [insured, privately, 'دوباره بپرس']) await expect(main.getByRole('button', { name: way })).toHaveCount(waysOn.includes(way) ? 1 : 0)
}

test('each kind of patient has words of his own and a way on', async ({ deskOf }) => {
  const page = await deskOf(secondPhysician)
  for (const { of, nationalCode, says, waysOn } of answers) {
    await test.step(of, async () => {
      await askAbout(page, nationalCode)
      await expectAnswer(page, says, waysOn)
      await expectAccessible(page)
    })
  }
})

test('who has no national code of his own is asked about by what he has', async ({ deskOf }) => {
  const page = await deskOf(secondPhysician)
  await page.goto('/prescribe')

  await test.step('a newborn under the mother’s code', async () => {
    await page.getByRole('textbox', { name: 'کد ملی' }).fill(patients.mother.nationalCode)
    await page.getByText('نوزاد است و هنوز کد ملی ندارد').click()
    await page.getByLabel('تاریخ تولد نوزاد').fill('۱۴۰۵/۰۸/۲۵')
    await page.getByRole('button', { name: 'بررسی استحقاق' }).click()
    await expectAnswer(page, ['نوزاد', 'محمدی‌نژاد', 'تحت پوشش بیمه'], [insured, privately])
    await expectAccessible(page)
  })

  await test.step('a foreigner by his FIDA number', async () => {
    await page.getByText('شناسهٔ فیدا').click()
    await page.getByRole('textbox', { name: 'شناسهٔ فیدا' }).fill('۱۰۴۹۲۸۳۷۵۶۱۰')
    await page.keyboard.press('Enter')
    await expectAnswer(page, ['گل‌محمد نوری', 'تحت پوشش بیمه', 'اتباع خارجی'], [insured, privately])
  })

  await test.step('an unidentified person by the unique id', async () => {
    await page.getByText('شناسهٔ یکتا').click()
    await page.getByRole('textbox', { name: 'شناسهٔ یکتا' }).fill('UM140500000127')
    await page.keyboard.press('Enter')
    await expectAnswer(page, ['بدون بیمه'], [privately])
    await expectAccessible(page)
  })

  await test.step('and a wrong number is not sent anywhere', async () => {
    await page.getByText('کد ملی', { exact: true }).first().click()
    await page.getByRole('textbox', { name: 'کد ملی' }).fill('1384950614')
    await expect(page.getByText('این کد ملی درست نیست؛ رقم‌ها را با کارت بیمار بازبینی کنید.')).toBeVisible()
  })
})

test('silence of eligibility does not stop the doctor: a private prescription goes all the way', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  const { nationalCode, firstName, lastName } = unansweredPatient
  const name = `${firstName} ${lastName}`

  await test.step('he declares the name himself', async () => {
    await askAbout(page, nationalCode)
    await page.getByRole('button', { name: privately }).click()
    await expect(page.getByText('نام بیمار را بنویسید.')).toBeVisible()
    await page.getByLabel('نام', { exact: true }).fill(firstName)
    await page.getByLabel('نام خانوادگی').fill(lastName)
    await page.getByRole('button', { name: privately }).click()
    await expect(page.getByText('نام به گفتهٔ شما')).toBeVisible()
  })

  const trackingCode = await test.step('writes, signs and registers it', async () => {
    await prescribe(page, covered.azithromycin)
    await expect(page.getByText('آزاد', { exact: true }).first()).toBeVisible()
    await expectAccessible(page)
    await review(page)
    await expect(page.getByRole('article')).toContainText('نام به گفتهٔ پزشک')
    await signByPhone(page, sandbox)
    const code = await trackingCodeOf(page)
    await expectAccessible(page)
    return code
  })

  await test.step('the pharmacy finds it by its code and gives it for money', async () => {
    const counter = await deskOf(pharmacist)
    await counter.goto('/counter')
    await counter.getByLabel('کد ملی، شناسهٔ فیدا، شباد یا کد رهگیری').fill(trackingCode)
    await counter.keyboard.press('Enter')
    await expect(counter.getByRole('main')).toContainText(name)
    await counter.getByRole('button', { name: 'قیمت و سهم‌ها' }).click()
    await counter.getByLabel('خواندن بسته').fill(await sandbox.genuinePack('آزیترومایسین قرص ۵۰۰'))
    await counter.keyboard.press('Enter')
    await expect(counter.getByText('بسته‌ها خوانده شد')).toBeVisible()
    await expectAccessible(counter)
    await counter.getByRole('button', { name: /^تحویل/ }).click()
    await counter.getByRole('dialog').getByRole('button', { name: 'تحویل' }).click()
    await expect(counter.getByText('تحویل ثبت شد')).toBeVisible()
    await expect(counter.getByRole('article', { name: 'رسید تحویل دارو' })).toContainText('آزاد')
    await expect(page.getByText('کامل تحویل شده')).toBeVisible({ timeout: 15_000 })
  })
})
