import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, pharmacist, reservedPatient, secondPhysician, unansweredPatient } from './people.ts'
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
  // Ten patients in one test.
  test.slow()
  const page = await deskOf(secondPhysician)
  for (const { of, nationalCode, says, waysOn } of answers) {
    await test.step(of, async () => {
      await askAbout(page, nationalCode)
      await expectAnswer(page, says, waysOn)
      // From the top: of what stands half under the bar, only the rest would be measured.
      await page.evaluate(() => scrollTo(0, 0))
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

  await test.step('a newborn of the Armed Forces by the insurance code', async () => {
    await page.getByText('کد بیمهٔ نوزاد نیروهای مسلح').click()
    await page.getByRole('textbox', { name: 'کد بیمهٔ نوزاد نیروهای مسلح' }).fill('۴۱۰۰۵۸۲۹۳۷')
    await page.keyboard.press('Enter')
    await expectAnswer(page, ['دلاوری', 'تحت پوشش بیمه', 'نیروهای مسلح'], [insured, privately])
    await expectAccessible(page)
  })

  await test.step('an unidentified person by the unique id', async () => {
    await page.getByText('شناسهٔ یکتا').click()
    await page.getByRole('textbox', { name: 'شناسهٔ یکتا' }).fill('UM140500000127')
    await page.keyboard.press('Enter')
    await expectAnswer(page, ['بدون بیمه'], [privately])
    await expectAccessible(page)
  })

  await test.step('and a wrong number is not sent anywhere', async () => {
    await page.getByText('کد ملی یا نام', { exact: true }).click()
    await page.getByRole('textbox', { name: 'کد ملی' }).fill('1384950614')
    await expect(page.getByText('این کد ملی درست نیست؛ رقم‌ها را با کارت بیمار بازبینی کنید.')).toBeVisible()
  })
})

test('silence of eligibility does not stop the doctor: a private prescription goes all the way', async ({ deskOf, sandbox }) => {
  test.slow()
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

test('silence of eligibility: the insurer itself agrees, the visit goes on under a reserved HID and is confirmed later', async ({ deskOf, sandbox }) => {
  // It waits for the background twice.
  test.slow()
  const page = await deskOf(secondPhysician)
  const withSalamat = page.getByRole('button', { name: 'ادامه با بیمهٔ سلامت' })
  const { nationalCode, firstName, lastName } = reservedPatient

  await test.step('the centre holds reserved HIDs from its first patient on', async () => {
    await expect(async () => {
      await askAbout(page, unansweredPatient.nationalCode)
      await expect(withSalamat).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 45_000 })
  })

  await test.step('nobody answers for her; without a name nothing goes on, with one Salamat is asked', async () => {
    await sandbox.fault('eligibility', { kind: 'error' })
    await askAbout(page, nationalCode)
    await withSalamat.click()
    await expect(page.getByText('نام بیمار را بنویسید.')).toBeVisible()
    await expect(page.getByLabel('نام', { exact: true })).toBeFocused()
    await page.getByLabel('نام', { exact: true }).fill(firstName)
    await page.getByLabel('نام خانوادگی').fill(lastName)
    await withSalamat.click()
    await expect(page.getByText('در انتظار تأیید استحقاق')).toBeVisible()
  })

  await test.step('written, signed and registered, the HID is marked as unconfirmed, on the slip too', async () => {
    await prescribe(page, covered.losartan)
    await expect(page.getByText('تحت پوشش').first()).toBeVisible()
    await review(page)
    await signByPhone(page, sandbox)
    expect(await trackingCodeOf(page)).toMatch(/^\d{5}$/)
    await expect(page.getByText('در انتظار تأیید استحقاق')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'چاپ برگهٔ بیمار' }).click()
    await expect(page.getByRole('article')).toContainText('در انتظار تأیید استحقاق')
    await page.goBack()
  })

  await test.step('eligibility answers again, and the page says by itself that it is confirmed', async () => {
    await sandbox.mend('eligibility')
    await expect(page.getByText('شباد تأیید شده')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('در انتظار تأیید استحقاق')).toBeHidden()
    expect(await sandbox.callsOf('eligibility', '/updatehid')).toBeGreaterThan(0)
  })
})

test('a visit that comes to nothing is given up, and the box is ready for the next patient', async ({ deskOf }) => {
  const page = await deskOf(secondPhysician)
  await page.goto('/prescribe')
  await page.getByText('شناسهٔ فیدا').click()
  await page.getByRole('textbox', { name: 'شناسهٔ فیدا' }).fill('۱۰۴۹۲۸۳۷۵۶۱۰')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'انصراف از ویزیت' }).click()
  const dialog = page.getByRole('dialog', { name: 'از ویزیت گل‌محمد نوری انصراف می‌دهید؟' })
  await expectAccessible(page)
  await dialog.getByText('بیمار اشتباه بود').click()
  await dialog.getByRole('button', { name: 'انصراف از ویزیت' }).click()
  await expect(page.getByText('از ویزیت گل‌محمد نوری انصراف دادید')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'کد ملی' })).toBeFocused()
  await expectAccessible(page)
})
