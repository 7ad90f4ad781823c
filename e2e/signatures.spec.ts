import { expect, expectAccessible, test } from './fixtures.ts'
import { patients, secondPhysician } from './people.ts'
import { covered, openDraft, prescribe, review, signByPhone } from './prescribing.ts'

test('the centre’s seal waits for the authority without holding up the prescription, and comes by itself', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)
  await openDraft(page, patients.child.nationalCode)
  await prescribe(page, covered.ibuprofen)
  await review(page)
  const signatures = page.getByRole('region', { name: 'امضاهای این نسخه' })

  await test.step('signed with a certificate; the authority falls silent before the insurer’s answer is found', async () => {
    await sandbox.fault('ihio', { kind: 'lose', path: '/prescription/' })
    await signByPhone(page, sandbox)
    await expect(page.getByText('پاسخ بیمه نرسید؛ داریم می‌پرسیم که ثبت شده است یا نه')).toBeVisible()
    await sandbox.fault('ocsp', { kind: 'error' })
    await sandbox.fault('crl', { kind: 'error' })
    await sandbox.mend('ihio')
  })

  await test.step('it is registered, with her certificate, and the seal is said to wait', async () => {
    await expect(page.getByRole('heading', { name: 'نسخه ثبت شد' })).toBeVisible({ timeout: 30_000 })
    await expect(signatures.getByText('امضا با گواهی سلامت')).toBeVisible()
    await expect(signatures.getByText('مهر مرکز: در انتظار')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('once the authority is heard, the seal is there', async () => {
    await sandbox.mend('ocsp')
    await sandbox.mend('crl')
    await expect(signatures.getByText('مهر مرکز: زده شد')).toBeVisible({ timeout: 45_000 })
    await expect(signatures.getByText('درمانگاه مهر ونک')).toBeVisible()
  })
})

test('who signs sees how his certificate stands, also while nobody says whether it was revoked', async ({ deskOf, sandbox }) => {
  const page = await deskOf(secondPhysician)

  await test.step('it is in force', async () => {
    await page.goto('/certificate')
    await expect(page.getByRole('button', { name: 'ابطال گواهی' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('unknown is not told as good, and can be asked again', async () => {
    await sandbox.fault('ocsp', { kind: 'error' })
    await sandbox.fault('crl', { kind: 'error' })
    await page.reload()
    await expect(page.getByText('نامعلوم', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'ابطال گواهی' })).toBeHidden()
    await expectAccessible(page)
    await sandbox.mend('ocsp')
    await sandbox.mend('crl')
    await page.getByRole('button', { name: 'دوباره بپرس' }).click()
    await expect(page.getByRole('button', { name: 'ابطال گواهی' })).toBeVisible()
  })
})
