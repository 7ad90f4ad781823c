import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, secondPhysician } from './people.ts'
import { itemsOf, openDraft } from './prescribing.ts'

test('drug and directions in one line; a course in steps; what is not understood stands in the way', async ({ deskOf }, testInfo) => {
  const page = await deskOf(secondPhysician)
  await openDraft(page, patients.child.nationalCode)
  const search = page.getByRole('combobox', { name: 'جست‌وجوی دارو' })

  await test.step('one line, by keyboard alone', async () => {
    await search.pressSequentially('azithro 500 1x1 6d #')
    await expect(page.getByRole('option').first()).toContainText('آزیترومایسین')
    await page.keyboard.press('Enter')
    const form = page.getByRole('form', { name: 'دستور مصرف آزیترومایسین' })
    await expect(form).toContainText('یک قرص، روزی یک بار، به مدت ۶ روز')
    await page.keyboard.press('Enter')
    await expect(itemsOf(page).first()).toContainText('۶ عدد')
    await expect(search).toBeFocused()
  })

  await test.step('steps and times of day are read back; a word that is not understood is not guessed at', async () => {
    await search.pressSequentially('prednisolone 5')
    await expect(page.getByRole('option').first()).toContainText('پردنیزولون')
    await page.keyboard.press('Enter')
    const form = page.getByRole('form', { name: 'دستور مصرف پردنیزولون' })
    await page.keyboard.type('8 tab qd 3d then 4 tab 3d zzz')
    await page.keyboard.press('Enter')
    await expect(form).toContainText('«zzz» فهمیده نشد')
    for (const _ of 'zzz ') await page.keyboard.press('Backspace')
    await expect(form).toContainText('۸ قرص، روزی یک بار، به مدت ۳ روز؛ سپس چهار قرص، روزی یک بار، به مدت ۳ روز')
    await expect(form.getByRole('button', { name: '۳۶ عدد؛ اعمال' })).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: testInfo.outputPath('wide.png') })
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page)
    await page.screenshot({ path: testInfo.outputPath('narrow.png'), fullPage: true })
    await page.setViewportSize({ width: 1280, height: 800 })
    await form.getByRole('textbox', { name: 'دستور مصرف در یک خط' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(itemsOf(page).nth(1)).toContainText('؛ سپس چهار قرص')
    await expect(itemsOf(page).nth(1)).toContainText('۳۶ عدد')
  })
})
