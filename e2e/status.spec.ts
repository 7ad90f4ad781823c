import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { admin, patients, secondPhysician } from './people.ts'
import { askAbout } from './prescribing.ts'

const eligibility = 'استحقاق‌سنجی و شباد'
const rowOf = (page: Page, title: string) => page.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) })

test('a service that breaks is told with its reason, and recovers by itself', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  const row = rowOf(page, eligibility)

  await test.step('it answers', async () => {
    await askAbout(page, patients.child.nationalCode)
    await expect(page.getByRole('main')).toContainText('تحت پوشش بیمه')
    await page.keyboard.press('Alt+Digit0')
    await expect(page).toHaveURL('/status')
    await expect(row).toContainText('پاسخ می‌دهد')
    await expectAccessible(page)
  })

  await test.step('it breaks', async () => {
    await sandbox.fault('eligibility', { kind: 'error' })
    await askAbout(page, patients.twiceCovered.nationalCode)
    await expect(page.getByRole('main')).toContainText('پاسخ نداد')
    await page.getByRole('button', { name: /^وضعیت سرویس‌ها/ }).click()
    await page.getByRole('button', { name: 'صفحهٔ وضعیت سرویس‌ها' }).click()
    await expect(row).toContainText('پاسخ نمی‌دهد')
    await expect(row).toContainText('اتصال برقرار نشد، یا سرویس از کار افتاده است.')
    await expect(row.getByRole('img', { name: /[۰-۹] بی‌پاسخ/ })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: eligibility })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('it is mended, and the next call tells', async () => {
    await sandbox.mend('eligibility')
    await askAbout(page, patients.twiceCovered.nationalCode)
    await expect(page.getByRole('main')).toContainText('چند پوشش معتبر است')
    await page.keyboard.press('Alt+Digit0')
    await expect(row).toContainText('پاسخ می‌دهد')
    await expect(page.getByRole('table')).toHaveCount(0)
  })
})

test('the admin has the month of every service, and takes it away', async ({ deskOf }) => {
  const page = await deskOf(admin)
  const table = page.getByRole('table')

  await test.step('once what was counted is kept', async () => {
    await expect(async () => {
      await page.goto('/status')
      await expect(table.or(page.getByText('برای این ماه رقمی نگه داشته نشده است'))).toBeVisible()
      expect(await table.count()).toBe(1)
    }).toPass({ timeout: 60_000 })
    await expect(table.getByRole('row').filter({ hasText: 'سیام' })).toContainText('٪')
    await expectAccessible(page)
  })

  await test.step('as a file', async () => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'دریافت CSV' }).click()
    const file = await downloading
    expect(file.suggestedFilename()).toMatch(/^noskhe-sla-14\d\d-\d\d\.csv$/)
    expect(readFileSync(await file.path(), 'utf8')).toContain(',سیام,siam,')
  })
})
