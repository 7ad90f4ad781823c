import type { Page } from '@playwright/test'
import { expect, expectAccessible, signInAt, test } from './fixtures.ts'
import { patients, secondPhysician } from './people.ts'
import { covered, itemsOf, openDraft, pick, prescribe } from './prescribing.ts'

const { child } = patients
const noteOf = (page: Page) => page.getByLabel('توصیه به بیمار')
/** The draft's standing with the server, said where it is written and, on a narrow screen, at the foot. */
const isSaved = (page: Page) => expect(page.getByText('ذخیره شد', { exact: true }).locator('visible=true').first()).toBeVisible()
/** What is scrolled half under the head of the page is no small target: it is scrolled. */
const toTop = (page: Page) => page.evaluate(() => window.scrollTo(0, 0))

test('the insurer’s no is told with what to do about it, and its silence is neither yes nor no', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  await openDraft(page, child.nationalCode)

  await test.step('what is no drug is not found, and directions without sense are not taken', async () => {
    await page.getByRole('combobox', { name: 'جست‌وجوی دارو' }).fill('ققنوسامید ۹۰۰')
    await expect(page.getByRole('option')).toContainText('در فهرست ملی پیدا نشد')
    await pick(page, covered.losartan)
    const form = page.getByRole('form', { name: `دستور مصرف ${covered.losartan.name}` })
    await form.getByLabel('هر بار').fill('خیلی')
    await form.getByLabel('تعداد').fill('0')
    await page.keyboard.press('Enter')
    await expect(form.getByText('مقدار هر بار را به عدد بنویسید')).toBeVisible()
    await expect(form.getByText('تعداد را بنویسید.')).toBeVisible()
    await expectAccessible(page)
    await form.getByRole('button', { name: 'انصراف' }).click()
    await expect(itemsOf(page)).toHaveCount(0)
  })

  await test.step('not covered, too many, and in need of a document', async () => {
    await prescribe(page, { query: 'acetaminophen 500', name: 'استامینوفن قرص ۵۰۰ میلی‌گرم', frequency: 'روزی سه بار (هر ۸ ساعت)', quantity: 20 })
    const notCovered = itemsOf(page).filter({ hasText: 'استامینوفن' })
    await expect(notCovered).toContainText('خارج از پوشش')
    await expect(notCovered).toContainText('نسخهٔ آزاد')

    await prescribe(page, { query: 'adalimumab', name: 'آدالیموماب', frequency: 'هفته‌ای یک بار', quantity: 2 })
    const inNeed = itemsOf(page).filter({ hasText: 'آدالیموماب' })
    await expect(inNeed).toContainText('نیازمند مدرک')
    await expect(inNeed).toContainText('پرونده')

    await prescribe(page, { ...covered.azithromycin, quantity: 40 })
    const tooMany = itemsOf(page).filter({ hasText: 'آزیترومایسین' })
    await expect(tooMany).toContainText('بیش از سقف')
    await toTop(page)
    await expectAccessible(page)
    await tooMany.getByRole('button', { name: 'به سقف (۳۰ عدد) برسان' }).click()
    await expect(tooMany).toContainText('۳۰ عدد')
    await expect(tooMany).toContainText('تحت پوشش')
  })

  await test.step('silent, it is shown as not checked; nothing that was written is lost; asked again, it answers', async () => {
    await sandbox.fault('ihio', { kind: 'error', path: 'subscription/check/order' })
    await prescribe(page, covered.ibuprofen)
    const unanswered = itemsOf(page).filter({ hasText: 'ایبوپروفن' })
    await expect(unanswered).toContainText('بررسی نشده')
    await noteOf(page).pressSequentially('روزی هشت لیوان آب بنوشید.')
    await isSaved(page)
    await toTop(page)
    await expectAccessible(page)
    await sandbox.mend('ihio')
    await unanswered.getByRole('button', { name: 'دوباره از بیمه بپرس' }).click()
    await expect(unanswered).toContainText('تحت پوشش')
    await expect(noteOf(page)).toHaveValue('روزی هشت لیوان آب بنوشید.')
  })
})

test('a draft outlives its tab, its device and the network', async ({ deskOf, desk, sandbox }) => {
  const page = await deskOf(secondPhysician)
  page.on('dialog', (dialog) => void dialog.accept())
  const address = await openDraft(page, child.nationalCode)
  await prescribe(page, covered.azithromycin)

  await test.step('a reload in the middle of a word', async () => {
    await noteOf(page).pressSequentially('با شیر نخورید')
    await page.reload()
    await expect(itemsOf(page)).toHaveCount(1)
    await expect(noteOf(page)).toHaveValue('با شیر نخورید')
    await isSaved(page)
  })

  await test.step('the network goes and comes back', async () => {
    await page.context().setOffline(true)
    await expect(page.getByText('اتصال شبکه قطع است')).toBeVisible()
    await noteOf(page).fill('با شیر نخورید و کامل مصرف کنید')
    await expect(page.getByText(/روی همین دستگاه هست/).locator('visible=true').first()).toBeVisible()
    await expectAccessible(page)
    await page.context().setOffline(false)
    await isSaved(page)
    await page.close()
  })

  await test.step('another device has all of it', async () => {
    const elsewhere = await desk()
    await signInAt(elsewhere, secondPhysician, secondPhysician.centre, sandbox)
    await elsewhere.goto(address)
    await expect(itemsOf(elsewhere)).toHaveCount(1)
    await expect(noteOf(elsewhere)).toHaveValue('با شیر نخورید و کامل مصرف کنید')
    await elsewhere.goto('/prescriptions')
    await expect(elsewhere.getByRole('link', { name: child.name }).first()).toBeVisible()
    await expectAccessible(elsewhere)
  })
})

test('of two tabs on one draft the later is told, and hers is not lost', async ({ deskOf }) => {
  const one = await deskOf(secondPhysician)
  const address = await openDraft(one, child.nationalCode)
  const other = await one.context().newPage()
  await other.goto(address)
  await expect(noteOf(other)).toBeVisible()

  await test.step('both write', async () => {
    await prescribe(one, covered.azithromycin)
    await isSaved(one)
    await noteOf(other).fill('یک هفته بعد مراجعه کنید')
    await expect(other.getByText('این نسخه در برگه یا دستگاه دیگری تغییر کرده است')).toBeVisible()
    await expect(noteOf(other)).toHaveValue('یک هفته بعد مراجعه کنید')
    await expectAccessible(other)
  })

  await test.step('the newest taken over, the item written in the other tab is here', async () => {
    await other.getByRole('button', { name: 'تازه‌ترین بماند' }).click()
    await expect(itemsOf(other)).toHaveCount(1)
    await expect(noteOf(other)).toHaveValue('')
  })

  await test.step('and the other way round, what she wrote stays', async () => {
    await noteOf(other).fill('یک هفته بعد مراجعه کنید')
    await isSaved(other)
    await noteOf(one).fill('دو هفته بعد مراجعه کنید')
    await one.getByRole('button', { name: 'نوشتهٔ من بماند' }).click()
    await isSaved(one)
    await one.reload()
    await expect(noteOf(one)).toHaveValue('دو هفته بعد مراجعه کنید')
    await expect(itemsOf(one)).toHaveCount(1)
  })
})
