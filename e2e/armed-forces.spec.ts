import { expect, expectAccessible, chooseCentre, signInAt, test } from './fixtures.ts'
import { admin, armedForcesPatient, pharmacist, secondPhysician } from './people.ts'
import { covered, itemsOf, openDraft, prescribe, review, signByPhone, trackingCodeOf } from './prescribing.ts'

const amoxicillin = { query: 'amoxi 500', name: 'آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم', frequency: 'روزی سه بار (هر ۸ ساعت)', quantity: 30 }
const azithromycin = covered.azithromycin.name

test('the Armed Forces: their rules speak by name, and it goes from the desk to the counter and the bill', async ({ deskOf, page: office, sandbox }) => {
  // Three people and many pages: by far the longest way here, so that a busy machine must not fail it.
  test.slow()
  const desk = await deskOf(secondPhysician)
  const ceiling = /نیروهای مسلح، ویرایش ۲، قاعدهٔ NM-111/
  const confirmation = /تأیید قواعد بیمه \d+ · معتبر تا/

  await test.step('a finding names its rule and its version; the whole has a confirmation with an end', async () => {
    await openDraft(desk, armedForcesPatient.nationalCode)
    await prescribe(desk, covered.azithromycin)
    await prescribe(desk, amoxicillin)
    await expect(itemsOf(desk).filter({ hasText: amoxicillin.name })).toContainText(ceiling)
    // Of each of the two items, and of the whole.
    await expect(desk.getByText(confirmation)).toHaveCount(3)
    await expect(itemsOf(desk).getByRole('group', { name: /^پیشنهاد ارزان‌تر: آموکسی‌سیلین قرص/ })).toContainText('NM-171')
    await expectAccessible(desk)
  })

  const trackingCode = await test.step('both are in what is signed; it gets a tracking code', async () => {
    await review(desk)
    await expect(desk.getByRole('article')).toContainText(ceiling)
    await expect(desk.getByRole('article')).toContainText(confirmation)
    await expectAccessible(desk)
    await signByPhone(desk, sandbox)
    return trackingCodeOf(desk)
  })

  await test.step('the pharmacy finds it and gives of it', async () => {
    const counter = await deskOf(pharmacist)
    await counter.goto('/counter')
    await counter.getByLabel('کد ملی، شناسهٔ فیدا، شباد یا کد رهگیری').fill(trackingCode)
    await counter.keyboard.press('Enter')
    await expect(counter.getByRole('main')).toContainText(armedForcesPatient.name)
    await expect(counter.getByRole('main')).toContainText('نیروهای مسلح')
    await counter.getByLabel(`تعداد تحویل ${amoxicillin.name}`).fill('10')
    await counter.getByRole('button', { name: 'قیمت و سهم‌ها' }).click()
    for (const drug of [azithromycin, amoxicillin.name]) {
      await counter.getByLabel('خواندن بسته').fill(await sandbox.genuinePack(drug))
      await counter.keyboard.press('Enter')
      await expect(counter.getByRole('list', { name: `بسته‌های ${drug}` })).toBeVisible()
    }
    await expectAccessible(counter)
    await counter.getByRole('button', { name: /^تحویل/ }).click()
    await counter.getByRole('dialog').getByRole('button', { name: 'تحویل' }).click()
    await expect(counter.getByText('تحویل ثبت شد')).toBeVisible()
    await expect(counter.getByRole('article', { name: 'رسید تحویل دارو' })).toContainText('نیروهای مسلح')
  })

  await test.step('the pharmacy’s bill has it; the clinic’s says that nothing is owed there', async () => {
    const account = office.getByRole('region', { name: 'نیروهای مسلح' })
    await signInAt(office, admin, admin.centre, sandbox)
    await expect(account).toContainText('این بیمه برای این ماه خطی ننوشته است.')
    await office.goto('/centre')
    await chooseCentre(office, pharmacist.centre)
    await expect(account.getByRole('row').filter({ hasText: 'جمع' })).toBeVisible()
    await expectAccessible(office)
  })
})
