import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, pharmacist, secondPhysician } from './people.ts'
import { askAbout, covered, itemsOf, prescribe, register, review, signByPhone, trackingCodeOf } from './prescribing.ts'

const { twiceCovered } = patients

test('a registered prescription is edited under its code, until something of it is given', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  const code = await register(page, sandbox, twiceCovered.nationalCode, [covered.azithromycin, covered.losartan])

  await test.step('he takes one item out, and sees what that changes', async () => {
    await page.getByRole('button', { name: 'ویرایش', exact: true }).click()
    await expect(itemsOf(page)).toHaveCount(2)
    await expect(page.getByText('هنوز چیزی عوض نشده است.')).toBeVisible()
    await itemsOf(page).filter({ hasText: covered.losartan.name }).getByRole('button', { name: /^حذف/ }).click()
    await expect(page.getByText(`برداشته: ${covered.losartan.name}`)).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the next version is signed and registered under the same code', async () => {
    await review(page)
    await expect(page.getByRole('article')).toContainText('امضای ۲')
    await signByPhone(page, sandbox)
    expect(await trackingCodeOf(page)).toBe(code)
    await expect(page.getByText(covered.losartan.name)).toBeHidden()
    expect(await sandbox.callsOf('ihio', '/prescription/update')).toBe(1)
  })

  await test.step('the pharmacy finds what is left of it', async () => {
    const counter = await deskOf(pharmacist)
    await counter.goto('/counter')
    await counter.getByLabel('کد ملی، شناسهٔ فیدا، شباد یا کد رهگیری').fill(code)
    await counter.keyboard.press('Enter')
    await expect(counter.getByRole('main')).toContainText(covered.azithromycin.name)
    await expect(counter.getByRole('main')).not.toContainText(covered.losartan.name)
  })
})

test('a prescription is taken back with a reason, signed like the prescription itself', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  await askAbout(page, twiceCovered.nationalCode)
  await page.getByRole('button', { name: /آزاد/ }).click()
  await prescribe(page, covered.azithromycin)
  await review(page)
  await signByPhone(page, sandbox)
  const code = await trackingCodeOf(page)

  await test.step('he says why, and changes his mind once', async () => {
    await page.getByRole('button', { name: 'لغو نسخه…' }).click()
    await page.getByRole('button', { name: 'رفتن به امضای لغو' }).click()
    await expect(page.getByText('دلیل لغو را برگزینید.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'نسخه بماند' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('he signs the cancellation', async () => {
    await page.getByRole('button', { name: 'لغو نسخه…' }).click()
    await page.getByText('درمان عوض شد').click()
    await page.getByRole('button', { name: 'رفتن به امضای لغو' }).click()
    await expect(page.getByRole('article')).toContainText('با این امضا نسخهٔ ثبت‌شده لغو می‌شود.')
    await expect(page.getByRole('article')).toContainText('درمان عوض شد')
    await signByPhone(page, sandbox)
    await expect(page.getByText('این نسخه لغو شده است')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the pharmacy gives nothing on it', async () => {
    const counter = await deskOf(pharmacist)
    await counter.goto('/counter')
    await counter.getByLabel('کد ملی، شناسهٔ فیدا، شباد یا کد رهگیری').fill(code)
    await counter.keyboard.press('Enter')
    await expect(counter.getByRole('main')).not.toContainText(covered.azithromycin.name)
  })
})
