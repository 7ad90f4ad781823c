import type { Page } from '@playwright/test'
import { expect, expectAccessible, identify, signInAt, test } from './fixtures.ts'
import { admin, patients, physician, revokedPhysician, secondPhysician } from './people.ts'
import { covered, openDraft, prescribe, review } from './prescribing.ts'

/** On a phone's screen, too, the navigation at its foot does not cover what he may press. */
async function expectClearOfNavigation(page: Page, name: string): Promise<void> {
  const wide = page.viewportSize() ?? { width: 1280, height: 860 }
  await page.setViewportSize({ width: 390, height: 844 })
  const foot = page.getByRole('navigation')
  await expect(foot.getByRole('link').first()).toBeInViewport()
  await expect(page.getByRole('button', { name })).toBeInViewport()
  const [button, navigation] = await Promise.all([page.getByRole('button', { name }).boundingBox(), foot.boundingBox()])
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(navigation?.y ?? 0)
  await page.setViewportSize(wide)
}

test('what is typed wrongly is said at its field, and nothing else is lost', async ({ page, sandbox }) => {
  const nationalCode = page.getByLabel('کد ملی')
  await page.goto('/')

  await test.step('the checksum is looked at while she types', async () => {
    await nationalCode.pressSequentially('۰۰۴۱۸۲۷')
    await expect(page.getByText('۳ رقم مانده')).toBeVisible()
    await nationalCode.pressSequentially('۳۶۹')
    await expect(page.getByText('این کد ملی درست نیست؛ یکی از رقم‌ها جابه‌جا یا نادرست است.')).toBeVisible()
    await nationalCode.press('Backspace')
    await nationalCode.press('8')
    await expect(page.getByText('رقم کنترل درست است')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('a council number of somebody else is refused at the code that does not fit', async () => {
    await identify(page, { ...physician, nationalCode: secondPhysician.nationalCode })
    await expect(page.getByText('این شمارهٔ نظام پزشکی به نام این کد ملی نیست. هر دو را بازبینی کنید.')).toBeVisible()
    await expect(page.getByLabel('شمارهٔ نظام پزشکی')).toHaveValue('۱۴۵۲۶۳')
    await expectAccessible(page)
  })

  await test.step('a wrong code counts down and the right one still opens', async () => {
    await page.getByText('کارمند مرکز').click()
    await identify(page, admin)
    await expect(page.getByRole('heading', { name: 'کد پیامک‌شده' })).toBeVisible()
    const right = await sandbox.oneTimeCode(admin.mobile)
    await page.getByLabel('کد شش‌رقمی').fill(String((Number(right) + 1) % 1_000_000).padStart(6, '0'))
    await expect(page.getByText(/کد درست نیست.*بار دیگر می‌توانید تلاش کنید/)).toBeVisible()
    await expect(page.getByLabel('کد شش‌رقمی')).toBeFocused()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'ویرایش شماره‌ها' }).click()
    await expect(page.getByLabel('شمارهٔ همراه')).toHaveValue('۰۹۱۲۸۸۴۵۱۲۰')
  })
})

test('the Council is asked at each sign-in, and its no is final and told in its words', async ({ page, sandbox }) => {
  await test.step('a revoked physician gets in nowhere', async () => {
    await page.goto('/')
    await identify(page, revokedPhysician)
    const refusal = page.getByRole('alert')
    await expect(refusal).toContainText('پروانهٔ شما باطل شده است')
    await expect(refusal).toContainText('به موجب رأی هیئت عالی انتظامی مورخ ۱۴۰۵/۰۵/۲۰')
    await expect(page.getByLabel('شمارهٔ نظام پزشکی')).toHaveValue('۱۱۸۷۳۴')
    await expectAccessible(page)
    await page.goto('/prescribe')
    await expect(page).toHaveURL('/sign-in')
  })

  await test.step('a licence suspended between two sign-ins shuts the second', async () => {
    await signInAt(page, physician, physician.centre, sandbox)
    await page.getByRole('button', { name: 'نرگس کاویانی' }).click()
    await page.getByRole('menuitem', { name: 'خروج' }).click()
    await expect(page.getByText('خارج شدید.')).toBeVisible()
    await sandbox.licence(physician, { state: 'suspended', reason: 'تعلیق موقت تا رسیدگی به پروندهٔ ۴۱۲' })
    await identify(page, physician)
    await expect(page.getByRole('alert')).toContainText('پروانهٔ شما تعلیق شده است')
    await expect(page.getByRole('alert')).toContainText('تعلیق موقت تا رسیدگی به پروندهٔ ۴۱۲')
  })

  await test.step('a silent Council is no yes; the form stays and the next try goes through', async () => {
    await sandbox.licence(physician, { state: 'active' })
    await sandbox.fault('council-registry', { kind: 'error' })
    await identify(page, physician)
    await expect(page.getByRole('alert')).toContainText('سامانهٔ ملی اکنون پاسخ نمی‌دهد')
    await expect(page.getByLabel('کد ملی')).toHaveValue('۰۰۴۱۸۲۷۳۶۸')
    await expectAccessible(page)
    await sandbox.mend('council-registry')
    await page.getByRole('button', { name: 'فرستادن کد' }).click()
    await expect(page.getByRole('heading', { name: 'کد پیامک‌شده' })).toBeVisible()
  })
})

test('without an authenticator a code signs him in and his phone signs what he wrote', async ({ page, sandbox }) => {
  await test.step('signed in by code, he writes a prescription', async () => {
    await signInAt(page, secondPhysician, secondPhysician.centre, sandbox)
    await openDraft(page, patients.child.nationalCode)
    await prescribe(page, covered.azithromycin)
  })

  await test.step('declined on the phone, it stays a draft', async () => {
    await review(page)
    await expect(page.getByText('درخواست به تلفن شما رفت')).toBeVisible()
    await expectAccessible(page)
    await expectClearOfNavigation(page, 'بازگشت به ویرایش')
    await sandbox.declineSignature()
    await expect(page.getByText('امضا در تلفن رد شد. نسخه همچنان پیش‌نویس است.')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('asked again and approved, it is registered', async () => {
    await page.getByRole('button', { name: 'دوباره به تلفن بفرست' }).click()
    await expect(page.getByText('درخواست به تلفن شما رفت')).toBeVisible()
    await sandbox.approveSignature()
    await expect(page.getByRole('heading', { name: 'نسخه ثبت شد' })).toBeVisible()
    expect(await sandbox.callsOf('ihio', '/prescription/save')).toBe(1)
  })
})
