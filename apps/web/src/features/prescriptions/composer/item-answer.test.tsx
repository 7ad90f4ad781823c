import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { check, draftItem, item } from '../testing/examples.ts'
import { givenDesk, withOne } from '../testing/given-desk.tsx'

test('an unanswered item is shown as not checked, neither yes nor no, and can be asked again', async () => {
  const { user, server } = await givenDesk({ it: withOne({ items: [item(draftItem(0), { check: check('not-checked') })] }), insurer: () => check('not-checked') })
  await screen.findByText('بررسی نشده')
  expect(screen.queryByText('تحت پوشش')).toBeNull()
  server.insurer = () => check('covered')
  await user.click(await screen.findByRole('button', { name: 'دوباره از بیمه بپرس' }))
  await screen.findByText('تحت پوشش')
})

test.each([
  ['not-covered', {}, 'خارج از پوشش', 'همهٔ بهای این قلم با بیمار است. به او بگویید، یا جایگزین تحت پوشش بجویید.'],
  ['needs-document', {}, 'نیازمند مدرک', 'بیمار را برای تشکیل پرونده به بیمه بفرستید؛ تا آن وقت این قلم را بردارید.'],
  ['over-ceiling', { maxCovered: 0 }, 'بیش از سقف', 'سقف این دارو پر شده است. این قلم را بردارید، یا آن را در نسخهٔ آزاد بنویسید.'],
  ['refused', { messages: [{ tone: 'rejection' as const, text: 'کد 12 نادرست است' }] }, 'پذیرفته نشد', 'کد ۱۲ نادرست است'],
] as const)('%s: the screen says what to do', async (outcome, more, badge, words) => {
  await givenDesk({ it: withOne({ items: [item(draftItem(0), { check: check(outcome, { ...more, messages: [...('messages' in more ? more.messages : [])] }) })] }) })
  screen.getByText(badge)
  screen.getByText(words)
})

test('too many: one press brings the quantity to the ceiling', async () => {
  const insurer = ({ quantity }: { quantity: number | null }) => ((quantity ?? 0) > 30 ? check('over-ceiling', { maxCovered: 30 }) : check('covered'))
  const { user, server } = await givenDesk({ it: withOne({ items: [item(draftItem(0, { quantity: 90 }), { check: check('over-ceiling', { maxCovered: 30 }) })] }), insurer })
  await user.click(screen.getByRole('button', { name: 'به سقف (۳۰ عدد) برسان' }))
  await waitFor(() => expect(server.it.items[0]?.quantity).toBe(30))
  await screen.findByText('تحت پوشش')
})

test('an answer about the item as it was is not shown beside the item as it is', async () => {
  const { user } = await givenDesk({ it: withOne(), insurer: () => check('not-checked') })
  await user.click(screen.getByRole('button', { name: 'ویرایش آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم' }))
  await user.clear(screen.getByRole('textbox', { name: 'تعداد' }))
  await user.type(screen.getByRole('textbox', { name: 'تعداد' }), '99{Enter}')
  expect(screen.queryByText('تحت پوشش')).toBeNull()
})

test('the confirmation of an item is shown with its end', async () => {
  const confirmation = { id: '7700413', validUntil: '2026-11-25T08:15:00.000Z' }
  await givenDesk({ it: withOne({ items: [item(draftItem(0), { check: check('covered', { confirmation }) })] }) })
  expect(screen.getByText(/تأیید قواعد بیمه/).textContent).toBe('تأیید قواعد بیمه 7700413 · معتبر تا چهارشنبه ۴ آذر ۱۴۰۵، ساعت ۱۱:۴۵')
})

test('the confirmation of the whole is shown with its end, where the insurer gave one', async () => {
  await givenDesk({ it: withOne({ ruleConfirmation: { id: '7700412', validUntil: '2026-11-25T08:15:00.000Z' } }) })
  expect(screen.getByText(/تأیید قواعد بیمه/).textContent).toBe('تأیید قواعد بیمه 7700412 · معتبر تا چهارشنبه ۴ آذر ۱۴۰۵، ساعت ۱۱:۴۵')
})
