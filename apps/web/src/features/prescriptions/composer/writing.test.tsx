import { isDrug } from '@noskhe/shared/prescriptions/item'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { item, draftItem, keyOf, prescription } from '../testing/examples.ts'
import { errorOf, givenDesk, itemsShown, pick, valueOf } from '../testing/given-desk.tsx'

test('three items are written by keyboard alone, and the focus is in the search box again', async () => {
  const { user, server, search } = await givenDesk()
  expect(document.activeElement).toBe(search)
  for (const [query, line] of [['amox', '1x3 7d #21'], ['metf', 'bid #60'], ['ibup', '5cc هر ۸ ساعت #2']] as const) {
    await pick(user, query)
    await user.keyboard(`${line}{Enter}`)
    expect(document.activeElement).toBe(search)
  }
  expect(itemsShown()).toHaveLength(3)
  await waitFor(() => expect(server.it.items.map((it) => [isDrug(it) && it.frequency, it.quantity])).toEqual([['TID', 21], ['BID', 60], ['Q8H', 2]]))
})

test('the quantity is offered: Enter goes to the offer, takes it, then adds', async () => {
  const { user } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1x3 7d')
  expect(valueOf(screen.getByRole('textbox', { name: 'تعداد' }))).toBe('')
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '۲۱ عدد؛ اعمال' }))
  await user.keyboard('{Enter}')
  expect(valueOf(screen.getByRole('textbox', { name: 'تعداد' }))).toBe('۲۱')
  await user.keyboard('{Enter}')
  expect(itemsShown()[0]?.textContent).toContain('۲۱ عدد')
})

test('a bare # takes the offer in the line', async () => {
  const { user, server } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1x3 7d #{Enter}')
  await waitFor(() => expect(server.it.items[0]?.quantity).toBe(21))
})

test('what is taken by the pharmacy as a bottle is offered as bottles, and an amount of it never goes without saying', async () => {
  const { user } = await givenDesk()
  await pick(user, 'ibup')
  await user.keyboard('tid 7d #2{Enter}')
  expect(document.activeElement).toBe(screen.getByLabelText('هر بار'))
  expect(errorOf(screen.getByLabelText('هر بار'))).toBe('مقدار هر بار را به عدد بنویسید؛ مانند ۱ یا ۰٫۵.')
  await user.keyboard('10')
  expect(screen.getByRole('button', { name: '۳ شیشهٔ ۱۰۰ میلی‌لیتری؛ اعمال' })).toBeTruthy()
})

test('a quantity far from what the course needs is told, and stays as she wrote it', async () => {
  const { user, server } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1x3 7d #100')
  expect(screen.getByRole('form').textContent).toContain('این دوره ۲۱ عدد می‌خواهد؛ ۱۰۰ نوشته‌اید.')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(server.it.items[0]?.quantity).toBe(100))
})

test('a course in steps is read back, kept whole, and a step is taken out by Backspace', async () => {
  const { user, server } = await givenDesk()
  await pick(user, 'metf')
  await user.keyboard('2 tab bid 3d then 1 tab 3d then 1 qd 3d #')
  expect(screen.getByRole('form').textContent).toContain(
    'دو قرص، روزی دو بار (هر ۱۲ ساعت)، به مدت ۳ روز؛ سپس یک قرص، روزی دو بار (هر ۱۲ ساعت)، به مدت ۳ روز؛ سپس یک قرص، روزی یک بار، به مدت ۳ روز',
  )
  expect(valueOf(screen.getByRole('textbox', { name: 'تعداد' }))).toBe('۲۱')
  screen.getByRole('button', { name: /^گام ۳/ }).focus()
  await user.keyboard('{Backspace}')
  screen.getByRole('textbox', { name: 'تعداد' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(server.it.items[0]).toMatchObject({ dose: '2', frequency: 'BID', then: [{ dose: '1', frequency: 'BID', durationDays: 3 }] }))
})

test('amounts by the time of day stand in place of a frequency', async () => {
  const { user, server } = await givenDesk()
  await pick(user, 'metf')
  await user.keyboard('1+0+2 10d #{Enter}')
  await waitFor(() =>
    expect(server.it.items[0]).toMatchObject({ frequency: null, dose: '2', quantity: 30, byTime: { morning: '1', noon: '0', evening: '0', night: '2' } }),
  )
  expect(itemsShown()[0]?.textContent).toContain('صبح یک قرص و شب دو قرص، به مدت ۱۰ روز')
})

test('Tab walks the parts, arrows change them, Backspace empties them', async () => {
  const { user } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1x3 7d{Tab}{ArrowUp}')
  expect(valueOf(screen.getByLabelText('هر بار'))).toBe('۱٫۵')
  await user.keyboard('{Tab}{Tab}{Backspace}')
  expect(screen.getByRole('form').textContent).toContain('خوانده می‌شود: یک‌ونیم کپسول، به مدت ۷ روز')
  await user.keyboard('{Tab}{ArrowDown}')
  expect(valueOf(screen.getByLabelText('مدت'))).toBe('۶')
})

test('a part that need not be said goes round by the arrows and out by Backspace', async () => {
  const { user, server } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1x3 7d #21')
  screen.getByRole('button', { name: 'دفعات تحویل' }).focus()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(screen.getByRole('group', { name: 'بخش‌های دیگر دستور' }).textContent).toContain('دفعات تحویل: ۳ بار')
  screen.getByRole('button', { name: /^جایگزین نشود/ }).focus()
  await user.keyboard('{ArrowDown}{Backspace}')
  screen.getByRole('textbox', { name: 'تعداد' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(server.it.items[0]).toMatchObject({ repeats: 3 }))
  expect(server.it.items[0]).not.toHaveProperty('noSubstitution')
})

test('drug and directions in one line: the rest of it fills the form', async () => {
  const { user, server, search } = await givenDesk()
  await pick(user, 'amox 1x3 7d #')
  expect(valueOf(screen.getByLabelText('دستور مصرف در یک خط'))).toBe('1x3 7d #')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(server.it.items[0]).toMatchObject({ frequency: 'TID', durationDays: 7, quantity: 21 }))
  expect(document.activeElement).toBe(search)
})

test('a quantity of her own stays, whatever is offered', async () => {
  const { user, server } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1x3 7d #10{Enter}')
  await waitFor(() => expect(server.it.items[0]?.quantity).toBe(10))
})

test.each([
  ['#21', 'چند وقت یک بار', 'بگویید چند وقت یک بار؛ مانند tid یا «هر ۸» در خط بالا.'],
  ['1x3 zzz #21', 'دستور مصرف در یک خط', '«zzz» فهمیده نشد؛ آن را پاک کنید یا در خانه‌های پایین بنویسید.'],
  ['1x3', 'تعداد', 'تعداد را بنویسید.'],
])('«%s» is not added: %s says why and has the focus', async (line, field, reason) => {
  const { user } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard(`${line}{Enter}`)
  expect(document.activeElement).toBe(screen.getByLabelText(field))
  expect(errorOf(screen.getByLabelText(field))).toBe(reason)
  screen.getByRole('form')
})

test('a part changed by hand counts over the line, which is emptied', async () => {
  const { user } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1x3 7d')
  await user.selectOptions(screen.getByLabelText('چند وقت یک بار'), 'BID')
  expect(valueOf(screen.getByLabelText('دستور مصرف در یک خط'))).toBe('')
  expect(screen.getByRole('form').textContent).toContain('یک کپسول، روزی دو بار (هر ۱۲ ساعت)، به مدت ۷ روز')
})

test('Escape leaves the item and returns to the search box', async () => {
  const { user, search } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1x3{Escape}')
  expect(screen.queryByRole('form')).toBeNull()
  expect(document.activeElement).toBe(search)
})

test('a removed item comes back where it was', async () => {
  const { user, server } = await givenDesk({ it: prescription({ revision: 2, items: [item(draftItem(0)), item(draftItem(1))] }) })
  await user.click(screen.getByRole('button', { name: 'حذف آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم' }))
  await waitFor(() => expect(server.it.items).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: 'برگردان' }))
  await waitFor(() => expect(server.it.items.map(({ key }) => key)).toEqual([keyOf(0), keyOf(1)]))
})

test('Alt and an arrow move an item', async () => {
  const { user, server } = await givenDesk({ it: prescription({ revision: 2, items: [item(draftItem(0)), item(draftItem(1))] }) })
  screen.getByRole('button', { name: 'ویرایش آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم' }).focus()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(server.it.items.map(({ key }) => key)).toEqual([keyOf(1), keyOf(0)]))
})

test('a time of day that is emptied is one at which nothing is taken', async () => {
  const { user, server } = await givenDesk()
  await pick(user, 'metf')
  await user.keyboard('صبح 1 شب 2 7d #21')
  await user.click(screen.getByRole('button', { name: /صبح ۱، شب ۲/ }))
  await user.clear(await screen.findByRole('textbox', { name: 'صبح' }))
  await user.keyboard('{Enter}')
  await user.click(screen.getByRole('button', { name: /افزودن/ }))
  await waitFor(() => expect(server.it.items[0]).toMatchObject({ dose: '2', byTime: { morning: '0', noon: '0', evening: '0', night: '2' } }))
})

test.each([
  ['هر بار', '1.5.2', 'مقدار هر بار را به عدد بنویسید؛ مانند ۱ یا ۰٫۵.'],
  ['هر بار', '1/2', 'مقدار هر بار را به عدد بنویسید؛ مانند ۱ یا ۰٫۵.'],
  ['هر بار', '5,000', 'مقدار هر بار را به عدد بنویسید؛ مانند ۱ یا ۰٫۵.'],
  ['هر بار', '2-3', 'مقدار هر بار را به عدد بنویسید؛ مانند ۱ یا ۰٫۵.'],
  ['مدت', '400', 'مدت را از ۱ تا ۳۶۵ روز بنویسید.'],
  ['مدت', '0', 'مدت را از ۱ تا ۳۶۵ روز بنویسید.'],
])('%s: what no draft can hold («%s») is said at its place, and not sent', async (label, typed, fault) => {
  const { user, server } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1x3 7d #21')
  const box = screen.getByLabelText(label)
  await user.clear(box)
  await user.type(box, `${typed}{Enter}`)
  expect(errorOf(screen.getByLabelText(label))).toBe(fault)
  expect(server.it.items).toEqual([])
})

test('a daily maximum that is no amount is said to be none, and nothing of it is kept', async () => {
  const { user } = await givenDesk()
  await pick(user, 'amox')
  await user.keyboard('1 prn #21')
  await user.click(screen.getByRole('button', { name: /حداکثر/ }))
  await user.type(await screen.findByRole('textbox', { name: /حداکثر/ }), '1.{Enter}')
  expect(errorOf(screen.getByRole('textbox', { name: /حداکثر/ }))).toBe('مقدار را به عدد بنویسید؛ مانند ۱ یا ۰٫۵.')
})
