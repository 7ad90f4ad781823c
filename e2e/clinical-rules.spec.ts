import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, secondPhysician } from './people.ts'
import { type Ordered, itemsOf, openDraft, prescribe, review } from './prescribing.ts'

const { child } = patients
const daily = 'روزی یک بار'
const warfarin: Ordered = { query: 'warfarin 5', name: 'وارفارین قرص خوراکی ۵ میلی‌گرم', frequency: daily, quantity: 30 }
const metronidazole: Ordered = { query: 'metronidazole tablet 250', name: 'مترونیدازول قرص', frequency: daily, quantity: 10 }
const simvastatin: Ordered = { query: 'simvastatin 20', name: 'سیمواستاتین قرص خوراکی ۲۰ میلی‌گرم', frequency: daily, quantity: 30 }
const clarithromycin: Ordered = { query: 'clarithromycin 500', name: 'کلاریترومایسین قرص ۵۰۰ میلی‌گرم', frequency: daily, quantity: 10 }

const warnings = (page: Page) => page.getByRole('group', { name: /^هشدار:/ })
const document = (page: Page) => page.getByRole('article', { name: 'متن نسخه‌ای که امضا می‌شود' })

test('a warning stands beside the later drug, is answered by a digit, and the answer is in what is signed', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  await openDraft(page, child.nationalCode)
  await prescribe(page, warfarin)
  await prescribe(page, metronidazole)

  await test.step('what, why, what to do, and by which article', async () => {
    const finding = itemsOf(page).filter({ hasText: metronidazole.name }).getByRole('group', { name: /وارفارین/ })
    await expect(finding).toContainText('افزایش اثر وارفارین')
    await expect(finding).toContainText('بند ۱، تداخل داروها، ویرایش ۱۴۰۵٫۰۹')
    await expect(warnings(page)).toHaveCount(1)
    await expectAccessible(page)
  })

  await test.step('Alt+W and a digit', async () => {
    await page.keyboard.press('Alt+KeyW')
    await page.keyboard.press('Digit2')
    await expect(page.getByText('با دلیل شما ادامه می‌یابد: بیمار زیر پایش است')).toBeVisible()
  })

  await test.step('the document that is signed holds both, and the service is told', async () => {
    await review(page)
    await expect(document(page)).toContainText('با دلیل شما ادامه می‌یابد: بیمار زیر پایش است')
    await expectAccessible(page)
    await expect.poll(() => sandbox.callsOf('clinical-rules', '/feedback')).toBe(1)
  })
})

test('a contraindicated pair is not signed until one of the two is taken out', async ({ deskOf }) => {
  const page = await deskOf(secondPhysician)
  await openDraft(page, child.nationalCode)
  await prescribe(page, simvastatin)
  await prescribe(page, clarithromycin)
  await expect(page.getByText('این منع را با دلیل نمی‌توان کنار گذاشت.')).toBeVisible()

  await test.step('the server refuses, in words and by name', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('امضا خواسته نشد')).toBeVisible()
    await expect(page.getByText('قواعد بالینی یکی از اقلام را منع می‌کند')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('one key takes out the second drug, and the rest can be signed', async () => {
    await page.getByRole('button', { name: 'بازگشت به ویرایش' }).click()
    await expect(page.getByRole('group', { name: /^منع:/ })).toBeVisible()
    await page.keyboard.press('Alt+KeyW')
    await page.keyboard.press('KeyA')
    await expect(itemsOf(page)).toHaveCount(1)
    await review(page)
    await expect(document(page)).toContainText('سیمواستاتین')
  })
})

test('a silent service is «بررسی نشد»: signed as such, and asked again once it answers', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  await sandbox.fault('clinical-rules', { kind: 'error' })
  await openDraft(page, child.nationalCode)
  await prescribe(page, simvastatin)
  const standing = page.getByRole('region', { name: 'قواعد بالینی' })
  await expect(standing).toContainText('بررسی نشد')
  await expectAccessible(page)

  await test.step('it stops nothing, and the document says so', async () => {
    await review(page)
    await expect(document(page).getByRole('region', { name: 'قواعد بالینی' })).toContainText('بررسی نشد')
  })

  await test.step('once it answers, it is checked by itself', async () => {
    await page.getByRole('button', { name: 'بازگشت به ویرایش' }).click()
    await sandbox.mend('clinical-rules')
    await expect(standing).toContainText('بررسی شد', { timeout: 30_000 })
  })
})
