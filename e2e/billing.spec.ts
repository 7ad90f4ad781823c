import { chooseCentre, expect, expectAccessible, signInAt, test } from './fixtures.ts'
import { admin, pharmacist } from './people.ts'

test('the month’s bill says what each insurer owes, owes nothing, or would not say', async ({ page, sandbox }) => {
  const heading = page.getByRole('heading', { name: /^صورتحساب/ })
  await signInAt(page, admin, admin.centre, sandbox)

  await test.step('a month without work is empty in words, not an error', async () => {
    await expect(heading).toBeVisible()
    for (let month = 0; month < 3; month++) await page.getByRole('button', { name: 'ماه پیش' }).click()
    await expect(page.getByText('برای این ماه صورتحسابی نیست')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('a silent insurer’s bill is not an empty one, and answers when asked again', async () => {
    await sandbox.fault('ihio', { kind: 'error', path: '/bill/' })
    await page.getByRole('button', { name: 'ماه پیش' }).click()
    await expect(page.getByText('بیمه پاسخ نداد؛ این به معنای نداشتن صورتحساب نیست.')).toBeVisible()
    await expect(page.getByText('برای این ماه صورتحسابی نیست')).toBeHidden()
    await expectAccessible(page)
    await sandbox.mend('ihio')
    await page.reload()
    await expect(heading).toBeVisible()
    await expect(page.getByText('بیمه پاسخ نداد')).toBeHidden()
  })

  await test.step('at her other centre she sees that one’s bill and nothing of this one', async () => {
    await page.goto('/centre')
    await chooseCentre(page, pharmacist.centre)
    await expect(page.getByRole('main')).toContainText(pharmacist.centre)
    await expect(page.getByRole('main')).not.toContainText(admin.centre)
    await expect(page.getByText('ویزیت')).toBeHidden()
  })
})
