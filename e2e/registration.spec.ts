import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, secondPhysician } from './people.ts'
import { covered, itemsOf, openDraft, prescribe, review, signByPhone, trackingCodeOf } from './prescribing.ts'

const { child } = patients

test('an answer that was lost is asked for, never told again, and never shown as a yes', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  await openDraft(page, child.nationalCode)
  await prescribe(page, covered.azithromycin)
  await review(page)

  await test.step('the insurer keeps the prescription, its answer is lost, and so is each answer to our asking', async () => {
    await sandbox.fault('ihio', { kind: 'lose', path: '/prescription/' })
    await signByPhone(page, sandbox)
    await expect(page.getByText('پاسخ بیمه نرسید؛ داریم می‌پرسیم که ثبت شده است یا نه')).toBeVisible()
    await expect(page.getByText('کد رهگیری')).toBeHidden()
    await expect(page.getByRole('button', { name: /ثبت نسخه|امضا و ثبت/ })).toBeHidden()
    await expectAccessible(page)
  })

  await test.step('once the insurer can be heard, the code appears by itself, and it was told once', async () => {
    await sandbox.mend('ihio')
    await expect(page.getByRole('heading', { name: 'نسخه ثبت شد' })).toBeVisible({ timeout: 30_000 })
    expect(await trackingCodeOf(page)).toMatch(/^\d{5}$/)
    expect(await sandbox.callsOf('ihio', '/prescription/save')).toBe(1)
    await expectAccessible(page)
  })
})

test('what never arrived is found out by asking, stays signed, and is registered at one press', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  await openDraft(page, child.nationalCode)
  await prescribe(page, covered.losartan)
  await review(page)

  await test.step('cut off before the insurer did anything, it is not known to be unregistered either', async () => {
    await sandbox.fault('ihio', { kind: 'refuse', path: '/prescription/save' })
    await signByPhone(page, sandbox)
    await expect(page.getByText('پاسخ بیمه نرسید؛ داریم می‌پرسیم که ثبت شده است یا نه')).toBeVisible()
  })

  await test.step('the insurer says twice that it has nothing', async () => {
    await expect(page.getByText('نسخه امضا شده، ولی هنوز ثبت نشده است')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('کد رهگیری', { exact: true })).toBeHidden()
    await expectAccessible(page)
  })

  await test.step('once it can be told, one press registers what was signed', async () => {
    await sandbox.mend('ihio')
    await page.getByRole('button', { name: 'ثبت نسخه' }).click()
    expect(await trackingCodeOf(page)).toMatch(/^\d{5}$/)
    expect(await sandbox.callsOf('ihio', '/prescription/save')).toBe(2)
  })
})

test('refused at registration, it is a draft again with the insurer’s words', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)

  await test.step('written and signed while the insurer was silent about the item', async () => {
    await openDraft(page, child.nationalCode)
    await sandbox.fault('ihio', { kind: 'error', path: 'subscription/check/order' })
    await prescribe(page, { ...covered.azithromycin, quantity: 40 })
    await expect(itemsOf(page)).toContainText('بررسی نشده')
    await review(page)
    await expect(page.getByRole('article')).toContainText('بررسی نشده')
    await sandbox.mend('ihio')
    await signByPhone(page, sandbox)
  })

  await test.step('asked at last, it refuses the quantity; the doctor reads why, on her draft', async () => {
    await expect(page.getByText('بیمه این نسخه را ثبت نکرد').first()).toBeVisible()
    await expect(itemsOf(page)).toContainText('بیش از سقف')
    expect(await sandbox.callsOf('ihio', '/prescription/save')).toBe(0)
    await expectAccessible(page)
  })

  await test.step('she puts it right, signs anew and it is registered', async () => {
    await itemsOf(page).getByRole('button', { name: /به سقف/ }).click()
    await expect(itemsOf(page)).toContainText('تحت پوشش')
    await review(page)
    await signByPhone(page, sandbox)
    expect(await trackingCodeOf(page)).toMatch(/^\d{5}$/)
    expect(await sandbox.callsOf('ihio', '/prescription/save')).toBe(1)
  })
})
