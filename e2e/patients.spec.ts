import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, secondPhysician } from './people.ts'
import { askAbout } from './prescribing.ts'

test('a patient is found again by name, goes on from her open draft, and her chart says who has seen it', async ({ deskOf }) => {
  const page = await deskOf(secondPhysician)
  const box = page.getByRole('textbox', { name: 'کد ملی، نام، تاریخ تولد یا تلفن' })
  const found = page.getByRole('list', { name: 'بیماران این مرکز' })

  await test.step('somebody comes for the first time and a prescription is begun', async () => {
    await askAbout(page, patients.child.nationalCode)
    await page.getByRole('button', { name: 'نوشتن نسخهٔ آزاد' }).click()
    await expect(page.getByRole('region', { name: 'سابقهٔ بیمار' })).toBeVisible()
    await expect(page.getByText('مشکلی در پرونده نیست.')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the next time by the name, in the wrong keyboard layout, by keyboard alone', async () => {
    await page.goto('/prescribe')
    // «سلیم», typed on the Latin layout.
    await box.pressSequentially('sgdl')
    await expect(page.getByText('میان بیماران این مرکز، به نام «سلیم»')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(found.getByRole('button', { name: patients.child.name })).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(page.getByText('تحت پوشش بیمه')).toBeVisible()
    await expect(page.getByText('برای این بیمار پیش‌نویس بازی دارید.')).toBeVisible()
  })

  await test.step('the visit is ended, and only the next patient is left', async () => {
    await page.getByRole('button', { name: 'پایان ویزیت' }).click()
    await expect(page.getByRole('button', { name: 'نوشتن نسخهٔ بیمه‌ای' })).toHaveCount(0)
    await page.getByRole('button', { name: 'بیمار بعدی' }).click()
    await expect(box).toBeFocused()
  })

  await test.step('her chart keeps a problem and tells who has seen it', async () => {
    await box.fill('آوا سلیمانی')
    await page.keyboard.press('Enter')
    await found.getByRole('link', { name: `پروندهٔ ${patients.child.name} در این مرکز` }).click()
    await expect(page.getByRole('heading', { name: patients.child.name })).toBeVisible()
    await page.getByRole('combobox', { name: 'افزودن مشکل (ICD-10)' }).fill('آسم')
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'مشکلات' }).getByRole('listitem')).toHaveCount(1)
    await page.getByRole('button', { name: 'نشان بده' }).click()
    await expect(page.getByRole('cell', { name: 'مشکلی به پرونده افزود' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('whom nobody here has seen is not found', async () => {
    await page.goto('/prescribe')
    await box.fill('۱۳۰۱')
    await page.keyboard.press('Enter')
    await expect(page.getByText('در این مرکز چنین بیماری پیدا نشد.')).toBeVisible()
  })
})
