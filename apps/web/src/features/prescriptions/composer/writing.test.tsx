import { isDrug } from '@noskhe/shared/prescriptions/item'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { item, draftItem, keyOf, prescription } from '../testing/examples.ts'
import { errorOf, givenDesk, itemsShown, pick, valueOf } from '../testing/given-desk.tsx'

test('three items are written by keyboard alone, and the focus is in the search box again', async () => {
  const { user, server, search } = await givenDesk()
  expect(document.activeElement).toBe(search)
  for (const [query, line] of [['amox', '1x3 7d #21'], ['metf', 'bid #60'], ['ibup', 'هر ۸ ساعت #20']] as const) {
    await pick(user, query)
    await user.keyboard(`${line}{Enter}`)
    expect(document.activeElement).toBe(search)
  }
  expect(itemsShown()).toHaveLength(3)
  await waitFor(() => expect(server.it.items.map((it) => [isDrug(it) && it.frequency, it.quantity])).toEqual([['TID', 21], ['BID', 60], ['Q8H', 20]]))
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

test('what is taken by the pharmacy as a bottle is not counted out for her', async () => {
  const { user } = await givenDesk()
  await pick(user, 'ibup')
  await user.selectOptions(screen.getByLabelText('واحد'), 'میلی‌لیتر')
  await user.selectOptions(screen.getByLabelText('چند وقت یک بار'), 'TID')
  await user.type(screen.getByLabelText('مدت'), '7')
  expect(screen.queryByRole('button', { name: /اعمال/ })).toBeNull()
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
