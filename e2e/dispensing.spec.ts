import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { OtherSoftware, azithromycin500, ibuprofen400 } from './other-software.ts'
import { patients, pharmacist, secondPhysician } from './people.ts'
import { covered, register } from './prescribing.ts'

const azithromycin = 'آزیترومایسین قرص ۵۰۰ میلی‌گرم'

/** Opens the prescription of this number at the counter. */
async function find(counter: Page, number: string): Promise<void> {
  await counter.goto('/counter')
  await counter.getByLabel('کد ملی، شناسهٔ فیدا، شباد یا کد رهگیری').fill(number)
  await counter.keyboard.press('Enter')
  await expect(counter.getByRole('button', { name: 'قیمت و سهم‌ها' })).toBeVisible()
}

async function scan(counter: Page, label: string): Promise<void> {
  await counter.getByLabel('خواندن بسته').fill(label)
  await counter.keyboard.press('Enter')
}

async function deliver(counter: Page): Promise<void> {
  await counter.getByRole('button', { name: /^تحویل/ }).click()
  await counter.getByRole('dialog').getByRole('button', { name: 'تحویل' }).click()
}

test('a prescription of other people’s software is served, and a pack that must not be given never is', async ({ deskOf, sandbox }) => {
  const counter = await deskOf(pharmacist)
  const other = new OtherSoftware(sandbox.url)
  const trackingCode = await other.writePrescription({ ...patients.supplementary, genericCode: azithromycin500, count: 10 })

  await test.step('found by its tracking code; more than is left cannot be priced', async () => {
    await find(counter, trackingCode)
    await expect(counter.getByRole('main')).toContainText(patients.supplementary.name)
    await expect(counter.getByRole('main')).toContainText('نرگس کاویانی')
    const quantity = counter.getByLabel(`تعداد تحویل ${azithromycin}`)
    await quantity.fill('11')
    await expect(counter.getByText('بیش از مانده است.').first()).toBeVisible()
    await expect(counter.getByRole('button', { name: 'قیمت و سهم‌ها' })).toBeDisabled()
    await expectAccessible(counter)
    await quantity.fill('10')
    await counter.getByRole('button', { name: 'قیمت و سهم‌ها' }).click()
    await expect(counter.getByText('بستهٔ ۱۰ عدد خوانده نشده')).toBeVisible()
    // Her supplementary company pays its part too (A26).
    await expect(counter.getByRole('main')).toContainText('سهم تکمیلی')
  })

  const wrong: [what: string, label: () => Promise<string>, says: string][] = [
    ['sold', () => sandbox.packOf(azithromycin, 'sold'), 'این بسته پیش‌تر فروخته شده است.'],
    ['expired', () => sandbox.packOf(azithromycin, 'expired'), 'تاریخ مصرف این بسته گذشته است.'],
    ['recalled', () => sandbox.packOf(azithromycin, 'recalled'), 'این بسته از بازار فراخوان شده است.'],
    ['unknown', async () => '12345678901234567890', 'سامانهٔ اصالت این بسته را نمی‌شناسد.'],
    ['of another drug', () => sandbox.genuinePack('لوزارتان قرص ۵۰'), 'این بسته با هیچ قلم این تحویل نمی‌خواند.'],
    ['no pack at all', async () => '6260000000017', 'این بارکد شناسهٔ بستهٔ دارو نیست.'],
  ]
  for (const [what, label, says] of wrong) {
    await test.step(`${what}: refused in words across the screen`, async () => {
      await scan(counter, await label())
      await expect(counter.getByRole('alert')).toContainText(says)
      await expect(counter.getByLabel('خواندن بسته')).toBeFocused()
      await expect(counter.getByRole('button', { name: /^تحویل/ })).toBeDisabled()
    })
  }

  await test.step('what TTAC did not answer about is not genuine', async () => {
    await expectAccessible(counter)
    await sandbox.fault('ttac', { kind: 'error' })
    await scan(counter, await sandbox.genuinePack(azithromycin))
    await expect(counter.getByRole('alert')).toContainText('اصالت این بسته بررسی نشد')
    await expect(counter.getByRole('button', { name: /^تحویل/ })).toBeDisabled()
    await sandbox.mend('ttac')
  })

  await test.step('the genuine one is taken, once, and the drug is handed over', async () => {
    const pack = await sandbox.genuinePack(azithromycin)
    await scan(counter, pack)
    await expect(counter.getByText('بسته‌ها خوانده شد')).toBeVisible()
    await scan(counter, pack)
    await expect(counter.getByRole('alert')).toContainText('همین بسته پیش‌تر در این تحویل خوانده شده است.')
    await deliver(counter)
    await expect(counter.getByText('تحویل ثبت شد')).toBeVisible()
    await expect(counter.getByRole('article', { name: 'رسید تحویل دارو' })).toContainText('اصالت تأیید شد')
    await expectAccessible(counter)
  })
})

test('a confirmation whose answer was lost is found out by asking, and told once', async ({ deskOf, sandbox }) => {
  const counter = await deskOf(pharmacist)
  const other = new OtherSoftware(sandbox.url)
  const trackingCode = await other.writePrescription({ ...patients.twiceCovered, genericCode: ibuprofen400, count: 20 })

  await test.step('handed over, and nobody knows whether the insurer has it', async () => {
    await find(counter, trackingCode)
    await counter.getByRole('button', { name: 'قیمت و سهم‌ها' }).click()
    await sandbox.fault('ihio', { kind: 'lose', times: 1, path: '/deliver/confirm' })
    // Our own asking is quick; her screen is held still to be looked at.
    await counter.route('**/api/dispensing/deliveries/*', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()))
    await deliver(counter)
    await expect(counter.getByRole('alert')).toContainText('پاسخ بیمه نرسید؛ داریم می‌پرسیم، دوباره نفرستید')
    await expect(counter.getByText('تا پاسخ نرسیده دارو را ندهید.')).toBeVisible()
    await expect(counter.getByRole('button', { name: /^تحویل/ })).toBeHidden()
    await expectAccessible(counter)
  })

  await test.step('the insurer, asked, has it', async () => {
    await counter.unrouteAll()
    await expect(counter.getByText('تحویل ثبت شد')).toBeVisible({ timeout: 20_000 })
    expect(await sandbox.callsOf('ihio', '/prescription/deliver/confirm')).toBe(1)
    await counter.goto('/counter/today')
    await expect(counter.getByRole('link', { name: patients.twiceCovered.name }).first()).toBeVisible()
    await expectAccessible(counter)
  })
})

test('what other people’s software gives of our prescription, the doctor sees', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  const { nationalCode } = patients.mother
  const trackingCode = await register(page, sandbox, nationalCode, [covered.ibuprofen])
  await expect(page.getByText('تحویل نشده')).toBeVisible()

  const takeBack = await new OtherSoftware(sandbox.url).deliver({ nationalCode, trackingCode, genericCode: ibuprofen400, count: 10 })
  await test.step('half was given elsewhere', async () => {
    await expect(page.getByText('بخشی تحویل شده')).toBeVisible({ timeout: 15_000 })
    await expect(page.getByText('۱۰ از ۲۰').first()).toBeVisible()
  })

  await test.step('and taken back', async () => {
    await takeBack()
    await expect(page.getByText('تحویل نشده')).toBeVisible({ timeout: 15_000 })
  })

  await test.step('the insurer silent about it is not «nothing was given»', async () => {
    await sandbox.fault('ihio', { kind: 'error', path: '/prescription/fetch/samad' })
    await expect(page.getByText('این به معنای تحویل‌نشدن نیست', { exact: false })).toBeVisible({ timeout: 15_000 })
    await expectAccessible(page)
  })
})
