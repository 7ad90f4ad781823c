import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, secondPhysician } from './people.ts'
import { itemsOf, openDraft, prescribe, review, signByPhone, trackingCodeOf } from './prescribing.ts'

const metformin = { query: 'metformin 500', name: 'متفورمین قرص ۵۰۰ میلی‌گرم', frequency: 'روزی دو بار (هر ۱۲ ساعت)', quantity: 60 }

test('a drug, a test and an image stand in one prescription, from the one search box to the slip', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  await openDraft(page, patients.twiceCovered.nationalCode)
  const search = page.getByRole('combobox', { name: /^جست‌وجوی/ })
  await prescribe(page, metformin)

  await test.step('a test is found among all lists, and most need nothing but Enter', async () => {
    await search.fill('cbc')
    await page.getByRole('option', { name: /CBC/ }).first().click()
    await expect(page.getByRole('form', { name: /^نوشتن .*CBC/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(itemsOf(page).filter({ hasText: 'CBC' })).toContainText('۱ بار')
    await expect(search).toBeFocused()
  })

  await test.step('Alt+K goes through the lists without leaving the box', async () => {
    for (const list of ['دارو', 'آزمایش', 'تصویربرداری']) {
      await page.keyboard.press('Alt+k')
      await expect(page.getByRole('radio', { name: list })).toBeChecked()
    }
    await expect(page.getByRole('combobox', { name: 'جست‌وجوی تصویربرداری' })).toBeFocused()
    await search.fill('CXR')
    await expect(page.getByRole('option').first()).toContainText('قفسه سینه')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(itemsOf(page)).toHaveCount(3)
    await expectAccessible(page)
  })

  await test.step('the insurer answers for each, all are signed, and the slip has a table for each kind', async () => {
    await expect(itemsOf(page).getByText('تحت پوشش')).toHaveCount(3)
    await review(page)
    await signByPhone(page, sandbox)
    const code = await trackingCodeOf(page)
    await expect(page.getByText('تحویل نشده')).toHaveCount(3)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'چاپ برگهٔ بیمار' }).click()
    const slip = page.getByRole('article', { name: 'برگهٔ بیمار' })
    await expect(slip).toContainText(code)
    for (const kind of ['دارو', 'آزمایش', 'تصویربرداری']) await expect(slip.getByRole('columnheader', { name: kind })).toBeVisible()
    await expectAccessible(page)
  })
})
