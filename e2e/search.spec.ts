import { expect, expectAccessible, signInAt, test } from './fixtures.ts'
import { admin, patients, secondPhysician } from './people.ts'
import { openDraft } from './prescribing.ts'

const nowhere = 'ویبگرونیکس'

test('all lists in one box; what no list holds is reported to the admin; the device searches while the network is away', async ({ desk, deskOf, sandbox }, testInfo) => {
  const page = await deskOf(secondPhysician)
  const downloaded = page.waitForResponse((response) => response.url().includes('/api/terminology/lists/icd10'))
  await openDraft(page, patients.child.nationalCode)
  const search = page.getByRole('combobox', { name: /^جست‌وجوی/ })
  const options = page.getByRole('option')

  await test.step('hits stand under the headings of their lists, wide and narrow', async () => {
    await search.fill('پانسمان')
    await expect(options.filter({ hasText: 'پرستاری' }).first()).toBeVisible()
    await expect(options.filter({ hasText: 'تجهیزات' }).first()).toBeAttached()
    await expectAccessible(page)
    await page.screenshot({ path: testInfo.outputPath('wide.png') })
    await page.setViewportSize({ width: 390, height: 844 })
    await search.scrollIntoViewIfNeeded()
    await expectAccessible(page)
    await page.screenshot({ path: testInfo.outputPath('narrow.png') })
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('what is not found is reported by one key', async () => {
    await search.fill(nowhere)
    await expect(options).toHaveText([new RegExp(`«${nowhere}» در فهرست ملی پیدا نشد`)])
    await page.screenshot({ path: testInfo.outputPath('missing.png') })
    await page.keyboard.press('Enter')
    await expect(page.getByText(`نبودن «${nowhere}» گزارش شد`)).toBeVisible()
    await expect(search).toBeFocused()
  })

  await test.step('without the network the lists of this device answer, and the page says so', async () => {
    await (await downloaded).finished()
    await page.context().setOffline(true)
    await expect(async () => {
      await search.fill('')
      await search.fill('Hl,;sd 500')
      await expect(options.first()).toContainText('آموکسی‌سیلین کپسول ۵۰۰')
    }).toPass()
    await expect(page.getByText(/جست‌وجو در فهرست‌هایی است که این دستگاه نگه داشته است/)).toBeVisible()
    await page.screenshot({ path: testInfo.outputPath('away.png') })
    await page.context().setOffline(false)
  })

  await test.step('the admin sees what was not found', async () => {
    // A session that ends with this test: a kept one would be asked about wherever she signs in next.
    const office = await desk()
    await signInAt(office, admin, admin.centre, sandbox)
    await office.goto('/missing-codes')
    await expect(office.getByRole('row').filter({ hasText: nowhere })).toBeVisible()
    await expectAccessible(office)
    await office.screenshot({ path: testInfo.outputPath('admin.png') })
  })
})
