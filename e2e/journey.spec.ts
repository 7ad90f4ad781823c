import type { Page } from '@playwright/test'
import { chooseCentre, expect, expectAccessible, signInAt, signInByCode, test, withAuthenticator } from './fixtures.ts'
import { admin, patient, pharmacist, physician } from './people.ts'

/** Adds one drug by keyboard alone: type, Enter, directions, Enter. */
async function prescribe(page: Page, it: { query: string; name: string; frequency: string; quantity: string }): Promise<void> {
  await page.getByRole('combobox', { name: 'جست‌وجوی دارو' }).fill(it.query)
  await expect(page.getByRole('option').first()).toContainText(it.name)
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: `دستور مصرف ${it.name}` })
  await form.getByLabel('چند وقت یک بار').selectOption({ label: it.frequency })
  await form.getByLabel('تعداد').fill(it.quantity)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'اقلام نسخه' })).toContainText(it.name)
}

test('the main job, from sign-in to the month’s bill', async ({ page, desk, sandbox }) => {
  await test.step('1 · the physician identifies, enrols a passkey, signs in with it alone, picks a centre', async () => {
    await withAuthenticator(page)
    await page.goto('/')
    await expectAccessible(page)
    await signInByCode(page, physician, sandbox)
    await page.getByRole('button', { name: 'ساختن کلید عبور' }).click()
    await expect(page.getByRole('heading', { name: 'امروز کجا کار می‌کنید؟' })).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'درمانگاه یاس تجریش' }).click()
    await expect(page.getByText('پروانهٔ بهره‌برداری از ۱۴۰۵/۰۷/۱۵ به دستور معاونت درمان تعلیق شده است').first()).toBeVisible()

    await page.context().clearCookies()
    await page.goto('/')
    await page.getByRole('button', { name: 'ورود با کلید عبور' }).click()
    await chooseCentre(page, physician.centre)
    await expect(page.getByRole('heading', { name: 'بیمار بعدی' })).toBeVisible()
  })

  await test.step('2 · eligibility answers with identity, coverage and a HID', async () => {
    await page.getByRole('textbox', { name: 'کد ملی' }).pressSequentially('۱۳۸۴۹۵۰۶۱۳')
    await page.keyboard.press('Enter')
    await expect(page.getByText(patient.name)).toBeVisible()
    await expect(page.getByText('تحت پوشش بیمه')).toBeVisible()
    await expect(page.getByText('شباد (HID)')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'نوشتن نسخهٔ بیمه‌ای' }).click()
  })

  await test.step('3 · three drugs, each with the insurer’s answer, price and shares', async () => {
    await prescribe(page, { query: 'azithro 500', name: 'آزیترومایسین قرص ۵۰۰ میلی‌گرم', frequency: 'روزی یک بار', quantity: '۶' })
    await prescribe(page, { query: 'ایبوپروفن ۴۰۰', name: 'ایبوپروفن', frequency: 'روزی سه بار (هر ۸ ساعت)', quantity: '30' })
    await prescribe(page, { query: 'loratadine 10', name: 'لوراتادین قرص ۱۰ میلی‌گرم', frequency: 'روزی یک بار', quantity: '20' })
    const items = page.getByRole('list', { name: 'اقلام نسخه' }).getByRole('listitem')
    await expect(items).toHaveCount(3)
    await expect(items.getByText('تحت پوشش')).toHaveCount(3)
    await expect(items.first()).toContainText('سهم بیمار')
    await expectAccessible(page)
  })

  const trackingCode = await test.step('4 · review, sign with the passkey, register, tracking code, slip', async () => {
    await page.keyboard.press('Control+Enter')
    const document = page.getByRole('article', { name: 'متن نسخه‌ای که امضا می‌شود' })
    await expect(document).toContainText('لوراتادین')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'امضا و ثبت' }).click()
    await expect(page.getByRole('heading', { name: 'نسخه ثبت شد' })).toBeVisible()
    const code = (await page.locator('bdi', { hasText: /^\d{5}$/ }).first().textContent()) ?? ''
    await expectAccessible(page)

    await page.getByRole('link', { name: 'چاپ برگهٔ بیمار' }).click()
    const slip = page.getByRole('article', { name: 'برگهٔ بیمار' })
    await expect(slip).toContainText(code)
    await expect(slip.getByRole('img', { name: 'بارکد شباد' })).toHaveAttribute('data-ready', 'true')
    await page.goBack()
    return code
  })

  const hid = ((await page.locator('bdi', { hasText: /^[0-9]{5}[A-Z]{2}[0-9][A-Z]{2}$|^[0-9A-Z]{9,16}$/ }).first().textContent()) ?? '').trim()
  const counter = await desk()

  await test.step('5 · the pharmacist finds it three ways, verifies a pack, gives two items and half of the third', async () => {
    await signInAt(counter, pharmacist, pharmacist.centre, sandbox)
    const box = counter.getByLabel('کد ملی، شناسهٔ فیدا، شباد یا کد رهگیری')
    for (const number of [patient.nationalCode, hid, trackingCode]) {
      await box.fill(number)
      await counter.keyboard.press('Enter')
      await expect(counter.getByText(trackingCode).first()).toBeVisible()
    }
    await expectAccessible(counter)
    await counter.getByLabel('تعداد تحویل لوراتادین قرص ۱۰ میلی‌گرم').fill('10')
    await counter.getByRole('button', { name: 'قیمت و سهم‌ها' }).click()

    await counter.getByLabel('خواندن بسته').fill(await sandbox.genuinePack('آزیترومایسین قرص ۵۰۰'))
    await counter.keyboard.press('Enter')
    await expect(counter.getByRole('button', { name: /^تحویل/ })).toBeEnabled()
    await expectAccessible(counter)
    await counter.getByRole('button', { name: /^تحویل/ }).click()
    await counter.getByRole('dialog').getByRole('button', { name: 'تحویل' }).click()
    await expect(counter.getByText('تحویل ثبت شد')).toBeVisible()
  })

  await test.step('5b · the doctor sees it happen', async () => {
    await expect(page.getByText('کامل تحویل شده')).toHaveCount(2, { timeout: 15_000 })
    await expect(page.getByText('بخشی تحویل شده')).toHaveCount(1)
    await expect(page.getByRole('list').getByText('۱۰ از ۲۰')).toBeVisible()
  })

  await test.step('6 · the clinic’s admin sees the visit, and at the pharmacy the drugs, per insurer', async () => {
    const office = await desk()
    await signInAt(office, admin, physician.centre, sandbox)
    await expect(office.getByRole('heading', { name: /^صورتحساب/ })).toBeVisible()
    // Other specs may have left accounts with other insurers.
    const salamat = office.getByRole('region', { name: 'بیمهٔ سلامت' })
    await expect(salamat.getByText('ویزیت').first()).toBeVisible()
    await expectAccessible(office)
    await office.goto('/centre')
    await chooseCentre(office, pharmacist.centre)
    await expect(salamat.getByText('حساب دارو با دفتر ما یکی است.')).toBeVisible()
  })

  await test.step('nothing was registered or delivered twice', async () => {
    expect(await sandbox.callsOf('ihio', '/prescription/save')).toBe(1)
    expect(await sandbox.callsOf('ihio', '/prescription/deliver/confirm')).toBe(1)
  })
})
