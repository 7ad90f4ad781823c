import { searchCodes } from '@noskhe/shared/terminology/contract'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { errorOf, givenDesk, itemsShown, pick, valueOf } from '../testing/given-desk.tsx'

test('a test is found among all lists and needs nothing but Enter', async () => {
  const { user, server, search } = await givenDesk()
  await pick(user, 'complete')
  await user.keyboard('{Enter}')
  expect(itemsShown()[0]?.textContent).toContain('۱ بار')
  expect(document.activeElement).toBe(search)
  await waitFor(() => expect(server.it.items).toMatchObject([{ kind: 'lab', code: '802000', quantity: 1 }]))
})

test('the sessions of physiotherapy are not guessed', async () => {
  const { user } = await givenDesk()
  await pick(user, 'tens')
  await user.keyboard('{Enter}')
  const sessions = screen.getByRole('textbox', { name: 'تعداد' })
  expect(errorOf(sessions)).toContain('تعداد را بنویسید')
  expect(document.activeElement).toBe(sessions)
  await user.keyboard('۱۰{Enter}')
  expect(itemsShown()[0]?.textContent).toContain('۱۰ جلسه')
})

test('a service for another provider to do says so', async () => {
  const { user, server } = await givenDesk()
  await pick(user, 'dressing')
  await user.click(screen.getByRole('radio', { name: 'ارائه‌دهندهٔ دیگر' }))
  await user.click(screen.getByRole('button', { name: 'افزودن به نسخه' }))
  expect(itemsShown()[0]?.textContent).toContain('انجام نزد ارائه‌دهندهٔ دیگر')
  await waitFor(() => expect(server.it.items).toMatchObject([{ kind: 'physician-service', doneBy: 'another' }]))
})

test('a filling is not added without its tooth, typed or clicked', async () => {
  const { user, server } = await givenDesk()
  await pick(user, 'amalgam')
  await user.keyboard('{Enter}')
  const number = screen.getByRole('textbox', { name: 'شمارهٔ دندان' })
  expect(errorOf(number)).toContain('دندان را روی نقشه برگزینید')
  await user.keyboard('۳۶')
  const chart = screen.getByRole('group', { name: 'نقشهٔ دندان‌ها' })
  expect(within(chart).getByRole('button', { pressed: true }).textContent).toBe('۳۶')
  await user.click(within(chart).getByRole('button', { name: /^دندان ۴۷/ }))
  expect(valueOf(number)).toBe('۴۷')
  await user.click(screen.getByRole('button', { name: 'افزودن به نسخه' }))
  expect(itemsShown()[0]?.textContent).toContain('دندان ۴۷ (آسیای بزرگ دوم پایین راست)')
  await waitFor(() => expect(server.it.items).toMatchObject([{ kind: 'dental', tooth: '47' }]))
})

test('the arrows walk the chart as it looks, and a milk tooth shows the milk teeth', async () => {
  const { user } = await givenDesk()
  await pick(user, 'amalgam')
  await user.keyboard('21')
  const chart = screen.getByRole('group', { name: 'نقشهٔ دندان‌ها' })
  within(chart).getByRole('button', { pressed: true }).focus()
  await user.keyboard('{ArrowLeft}')
  expect(document.activeElement?.textContent).toBe('۱۱')
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toBe('۴۱')
  await user.clear(screen.getByRole('textbox', { name: 'شمارهٔ دندان' }))
  await user.type(screen.getByRole('textbox', { name: 'شمارهٔ دندان' }), '55')
  expect(within(screen.getByRole('group', { name: 'نقشهٔ دندان‌ها' })).getAllByRole('button')).toHaveLength(20)
})

test('items of a kind stand together under its name, and move among themselves only', async () => {
  const { user } = await givenDesk()
  for (const query of ['complete', 'ultrasound']) {
    await pick(user, query)
    await user.keyboard('{Enter}')
  }
  await pick(user, 'dressing')
  await user.keyboard('{Enter}')
  expect(itemsShown().map((it) => it.textContent?.slice(0, 7))).toEqual(['آزمایش۱', 'تصویربر', 'خدمت پز'])
  for (const button of screen.getAllByRole('button', { name: /^(بالا|پایین) بردن/ })) expect(button.hasAttribute('disabled')).toBe(true)
})

test('Alt+K searches the next list without leaving the box', async () => {
  const { user, search, answers } = await givenDesk()
  await user.keyboard('{Alt>}k{/Alt}{Alt>}k{/Alt}')
  expect(document.activeElement).toBe(search)
  expect(search.getAttribute('aria-label') ?? document.querySelector(`label[for="${search.id}"]`)?.textContent).toBe('جست‌وجوی آزمایش')
  await user.keyboard('amox')
  await waitFor(() => expect(answers.inputsOf(searchCodes).at(-1)).toMatchObject({ query: 'amox', kinds: 'lab' }))
})
