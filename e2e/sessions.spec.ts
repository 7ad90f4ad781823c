import { chooseCentre, expect, expectAccessible, signInAt, signInByCode, test } from './fixtures.ts'
import { admin, pharmacist } from './people.ts'

test('a second sign-in is told on both sides, and the one she ends lands on sign-in with the reason', async ({ page, desk, sandbox }) => {
  const second = await desk()

  await test.step('signed in twice, each desk asks which one stays', async () => {
    await signInAt(page, admin, admin.centre, sandbox)
    await signInAt(second, admin, admin.centre, sandbox)
    const question = /هم‌زمان در .*کدام بماند؟/
    await expect(second.getByText(question)).toContainText(admin.centre)
    await expect(page.getByText(question)).toBeVisible({ timeout: 15_000 })
    await expectAccessible(page)
  })

  await test.step('her sessions are listed, and this one is not among those to end', async () => {
    await second.getByRole('button', { name: 'مریم صادقی‌نیا' }).click()
    await second.getByRole('menuitem', { name: 'نشست‌های من' }).click()
    await expect(second.getByText('همین نشست')).toBeVisible()
    await expect(second.getByRole('button', { name: /^پایان دادن به نشست/ })).toHaveCount(1)
    await expectAccessible(second)
  })

  await test.step('she keeps the second; the first says why it is over and goes on after signing in', async () => {
    await page.goto('/billing')
    await second.getByRole('button', { name: 'همین بماند' }).click()
    await expect(second.getByText('نشست دیگر پایان یافت.')).toBeVisible()
    await expect(second.getByRole('button', { name: /^پایان دادن به نشست/ })).toHaveCount(0)
    await expect(page.getByText('این نشست را از جای دیگری پایان دادید.', { exact: false })).toBeVisible({ timeout: 15_000 })
    await expect(page).toHaveURL('/sign-in')
    await expectAccessible(page)
  })
})

test('who was headed somewhere goes there once she is in', async ({ page, sandbox }) => {
  await test.step('an address of ours leads to sign-in and back to itself', async () => {
    await page.goto('/counter/today')
    await expect(page).toHaveURL('/sign-in')
    await signInByCode(page, pharmacist, sandbox)
    await page.getByRole('button', { name: 'بعداً' }).click()
    await expect(page).toHaveURL('/counter/today')
    await expect(page.getByRole('heading', { name: 'تحویل‌های امروز' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('a page of another role shows her nothing of it', async () => {
    for (const address of ['/prescribe', '/prescriptions', '/billing']) {
      await page.goto(address)
      await expect(page).toHaveURL('/counter')
      await expect(page.getByLabel('کد ملی، شناسهٔ فیدا، شباد یا کد رهگیری')).toBeVisible()
    }
    const refusal = await page.evaluate(async () => {
      const answer = await fetch('/api/prescriptions', { headers: { 'X-Noskhe-Call': 'user' } })
      return { status: answer.status, code: ((await answer.json()) as { code: string }).code }
    })
    expect(refusal).toEqual({ status: 403, code: 'role.forbidden' })
  })

  await test.step('an address that is nobody’s says so and leads home', async () => {
    await page.goto('/no-such-page')
    await expect(page.getByRole('heading', { name: 'این صفحه پیدا نشد' }).first()).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'رفتن به صفحهٔ نخست' }).click()
    await expect(page).toHaveURL('/counter')
  })
})

test('who may do two things at two places is each only where she is', async ({ page, sandbox }) => {
  await signInAt(page, admin, admin.centre, sandbox)
  await test.step('the office of the clinic shows the clinic', async () => {
    await expect(page.getByRole('heading', { name: /^صورتحساب/ })).toBeVisible()
    await expect(page.getByRole('button', { name: new RegExp(admin.centre) }).first()).toBeVisible()
  })
  await test.step('the switch to the pharmacy shows the pharmacy', async () => {
    await page.goto('/centre')
    await expectAccessible(page)
    await chooseCentre(page, pharmacist.centre)
    await expect(page.getByRole('main')).toContainText(pharmacist.centre)
    await expect(page.getByRole('main')).not.toContainText(admin.centre)
  })
})
