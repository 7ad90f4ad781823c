import { Failure } from '@noskhe/shared/failure'
import { changeSet, findFavourites, keepFavourites, listSets, makeSet, recall } from '@noskhe/shared/favourites/contract'
import type { ItemSet, OfferedItem, Recall } from '@noskhe/shared/favourites/favourite'
import { WrittenItem } from '@noskhe/shared/prescriptions/item'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Answers } from '../../../testing/answers.ts'
import { draftItem, item, prescription } from '../testing/examples.ts'
import { givenDesk, itemsShown } from '../testing/given-desk.tsx'

const amoxicillin = 'آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم'
const metformin = 'متفورمین قرص ۵۰۰ میلی‌گرم'

const offered = (place: number, isCurrent = true): OfferedItem => ({ item: WrittenItem.parse(item(draftItem(place))), isCurrent })
const nothing: Recall = { recent: [], usual: [], earlier: [] }
const earlier = (id: string, writtenAt: string, items: OfferedItem[]) => ({ id, writtenAt, items })
const setOf = (more: Partial<ItemSet> = {}): ItemSet => ({
  id: '0199c0de-0000-7000-8000-0000000000a1', revision: 0, scope: 'own', name: 'دیابت', author: 'نرگس کاویانی', isHers: true, isRemoved: false, items: [offered(0), offered(1)], ...more,
})

/** The desk of a doctor who has written before: what the server has kept for her is in `kept`. */
async function givenMemory({ pinned = [], recalled = nothing, sets = [] }: { pinned?: OfferedItem[]; recalled?: Recall; sets?: ItemSet[] } = {}, it = prescription()) {
  const kept = { revision: pinned.length, pinned, sets }
  const also = (answers: Answers) => answers
    .on(findFavourites, () => ({ revision: kept.revision, pinned: kept.pinned }))
    .on(keepFavourites, ({ revision, pinned: wanted }) => {
      if (revision !== kept.revision) return new Failure('favourites.changed-elsewhere')
      kept.revision += 1
      kept.pinned = wanted.map((draft) => ({ item: WrittenItem.parse(item(draft)), isCurrent: true }))
      return { revision: kept.revision, pinned: kept.pinned }
    })
    .on(recall, recalled)
    .on(listSets, () => ({ sets: kept.sets.filter(({ isRemoved }) => !isRemoved) }))
    .on(makeSet, ({ name, scope }) => {
      const made = setOf({ name, scope })
      kept.sets = [...kept.sets, made]
      return made
    })
    .on(changeSet, ({ id, name, isRemoved }) => {
      const changed = { ...setOf(), id, name, isRemoved, revision: 1 }
      kept.sets = kept.sets.map((set) => (set.id === id ? changed : set))
      return changed
    })
  return { ...(await givenDesk({ it, also })), kept }
}

const codesOf = (it: { items: readonly { code: string }[] }) => it.items.map(({ code }) => code)
const offers = () => screen.findAllByRole('option')
const keyNow = (it: { items: readonly { key: string }[] }, place: number) => it.items[place]?.key

test('an empty box offers nothing by itself: Enter alone adds nothing', async () => {
  const { user, server } = await givenMemory({ pinned: [offered(0)] })
  await user.keyboard('{Enter}')
  expect(screen.queryByRole('option')).toBeNull()
  expect(server.it.items).toEqual([])
})

test('an arrow and Enter add what is pinned, whole and under a key of its own, and the box is ready again', async () => {
  const { user, server, search } = await givenMemory({ pinned: [offered(0), offered(1)] })
  await user.keyboard('{ArrowDown}')
  expect((await offers())[0]?.textContent).toContain(amoxicillin)
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(search)
  await waitFor(() => expect(server.it.items).toMatchObject([{ frequency: 'TID', durationDays: 7, quantity: 21 }]))
  expect(keyNow(server.it, 0)).not.toBe(offered(0).item.key)
})

test('each item is offered once, under the nearest of its headings, and not while it is written already', async () => {
  const recalled = { ...nothing, recent: [offered(0), offered(1)], usual: [offered(1)] }
  const { user } = await givenMemory({ pinned: [offered(0)], recalled })
  await user.keyboard('{ArrowDown}')
  expect((await offers()).map(({ textContent }) => textContent?.split('،')[0])).toEqual(['سنجاق‌شده', 'معمول شما برای این تشخیص'])
  await user.keyboard('{Enter}{ArrowDown}')
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
})

test('Alt and R open the last prescription whole, and Enter repeats it under new keys', async () => {
  const last = earlier('0199c0de-0000-7000-8000-0000000000b1', '2026-11-01T08:00:00.000Z', [offered(0), offered(1)])
  const { user, server } = await givenMemory({ recalled: { ...nothing, earlier: [last] } })
  await user.keyboard('{Alt>}r{/Alt}')
  await screen.findByRole('dialog', { name: /نسخه‌های پیشین/ })
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('checkbox')[0]))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(codesOf(server.it)).toEqual(['90132', '91468']))
  expect(server.it.items.map(({ key }) => key)).not.toContain(offered(0).item.key)
})

test('in part: Space takes an item out, and what was retired cannot be ticked and says why', async () => {
  const last = earlier('0199c0de-0000-7000-8000-0000000000b1', '2026-11-01T08:00:00.000Z', [offered(0), offered(1), offered(2, false)])
  const { user, server } = await givenMemory({ recalled: { ...nothing, earlier: [last] } })
  await user.keyboard('{Alt>}r{/Alt}')
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('checkbox')[0]))
  expect(screen.getByText('از فهرست ملی کنار رفته است؛ افزوده نمی‌شود.').closest('label')?.querySelector('input')?.disabled).toBe(true)
  await user.keyboard(' {Enter}')
  await waitFor(() => expect(codesOf(server.it)).toEqual(['91468']))
})

test('a set is never ticked by itself: Enter takes nothing until items are chosen', async () => {
  const { user, server } = await givenMemory({ sets: [setOf()] })
  await user.keyboard('{Alt>}m{/Alt}')
  await user.click(await screen.findByRole('button', { name: 'دیابت، ۲ قلم' }))
  await user.keyboard('{Enter}')
  screen.getByRole('button', { name: 'قلمی برگزیده نیست' })
  await user.keyboard('{ArrowDown} {Enter}')
  await waitFor(() => expect(codesOf(server.it)).toEqual(['91468']))
})

test('Ctrl and A tick the whole set', async () => {
  const { user, server } = await givenMemory({ sets: [setOf()] })
  await user.keyboard('{Alt>}m{/Alt}')
  await user.click(await screen.findByRole('button', { name: 'دیابت، ۲ قلم' }))
  await user.keyboard('{Control>}a{/Control}{Enter}')
  await waitFor(() => expect(codesOf(server.it)).toEqual(['90132', '91468']))
})

test('somebody else’s set of the clinic is told with its author, and offers neither renaming nor removal', async () => {
  const { user } = await givenMemory({ sets: [setOf({ scope: 'clinic', isHers: false, author: 'سامان فرهمند' })] })
  await user.keyboard('{Alt>}m{/Alt}')
  const row = (await screen.findByRole('button', { name: 'دیابت، ۲ قلم' })).closest('li')
  expect(row?.textContent).toContain('از سامان فرهمند')
  expect(within(row as HTMLElement).getAllByRole('button')).toHaveLength(1)
})

test('the draft is kept as a set of the clinic under a name', async () => {
  const { user, answers } = await givenMemory({}, prescription({ revision: 2, items: [item(draftItem(0))] }))
  await user.keyboard('{Alt>}m{/Alt}')
  await user.click(await screen.findByRole('button', { name: 'نگه‌داشتن این پیش‌نویس' }))
  await user.click(screen.getByRole('radio', { name: /همهٔ پزشکان/ }))
  await user.click(screen.getByRole('button', { name: 'نگه‌دار' }))
  expect(answers.inputsOf(makeSet)).toEqual([])
  await user.type(screen.getByLabelText('نام مجموعه'), 'گلودرد{Enter}')
  await screen.findByRole('button', { name: 'گلودرد، ۲ قلم' })
  expect(answers.inputsOf(makeSet)).toMatchObject([{ name: 'گلودرد', scope: 'clinic', items: [{ code: '90132', quantity: 21 }] }])
})

test('an item is pinned as it is written, and its pin taken away again', async () => {
  const { user, kept } = await givenMemory({}, prescription({ revision: 2, items: [item(draftItem(1))] }))
  await user.click(screen.getByRole('button', { name: `سنجاق‌کردن ${metformin} با همین دستور` }))
  const pin = await screen.findByRole('button', { name: `برداشتن سنجاق ${metformin}`, pressed: true })
  expect(codesOf({ items: kept.pinned.map((it) => it.item) })).toEqual(['91468'])
  await user.click(pin)
  await screen.findByRole('button', { name: `سنجاق‌کردن ${metformin} با همین دستور`, pressed: false })
  expect(kept.pinned).toEqual([])
})

test('a pin that meets one of another tab is put after it', async () => {
  const { user, kept, answers } = await givenMemory({}, prescription({ revision: 2, items: [item(draftItem(1))] }))
  let isFirst = true
  answers.on(findFavourites, () => {
    const seen = { revision: kept.revision, pinned: kept.pinned }
    // Between the look and the change, another tab pins.
    if (isFirst) Object.assign(kept, { revision: 1, pinned: [offered(0)] })
    isFirst = false
    return seen
  })
  await user.click(screen.getByRole('button', { name: `سنجاق‌کردن ${metformin} با همین دستور` }))
  await waitFor(() => expect(kept.pinned.map((it) => it.item.code)).toEqual(['90132', '91468']))
})

test('pins are put in order', async () => {
  const { user, kept } = await givenMemory({ pinned: [offered(0), offered(1)] })
  await user.keyboard('{Alt>}m{/Alt}')
  await user.click(await screen.findByRole('button', { name: `بالا بردن ${metformin}` }))
  await waitFor(() => expect(kept.pinned.map((it) => it.item.code)).toEqual(['91468', '90132']))
})

test('Ctrl and Z take the last change back, with Shift do it again, and leave the letters of a box to the box', async () => {
  const { user, server } = await givenMemory({ pinned: [offered(0)] })
  await user.keyboard('{ArrowDown}')
  await offers()
  await user.keyboard('{Enter}')
  expect(itemsShown()).toHaveLength(1)
  await user.keyboard('met{Control>}z{/Control}')
  expect(itemsShown()).toHaveLength(1)
  await user.keyboard('{Backspace}{Backspace}{Backspace}{Control>}z{/Control}')
  await waitFor(() => expect(server.it.items).toEqual([]))
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  await waitFor(() => expect(codesOf(server.it)).toEqual(['90132']))
})

test('what undo brought back is not put back a second time', async () => {
  const { user, server } = await givenDesk({ it: prescription({ revision: 2, items: [item(draftItem(0))] }) })
  await user.click(screen.getByRole('button', { name: `حذف ${amoxicillin}` }))
  screen.getByRole('button', { name: 'برگردان' })
  await user.keyboard('{Control>}z{/Control}')
  expect(itemsShown()).toHaveLength(1)
  expect(screen.queryByRole('button', { name: 'برگردان' })).toBeNull()
  expect(codesOf(server.it)).toHaveLength(1)
})

test('a form goes with its item: undo of the item that is being changed leaves an empty list, not a form that changes nothing', async () => {
  const { user } = await givenMemory({ pinned: [offered(0)] })
  await user.keyboard('{ArrowDown}{Enter}')
  await user.click(await screen.findByRole('button', { name: `ویرایش ${amoxicillin}` }))
  await user.click(screen.getByRole('button', { name: /^بازگرداندن آخرین تغییر/ }))
  expect(screen.queryByRole('form')).toBeNull()
  screen.getByText('هنوز قلمی ننوشته‌اید')
})

test('a pinned service says its sessions once, and is counted as nothing else', async () => {
  const sessions = item({ kind: 'physiotherapy', key: draftItem(0).key, code: '790057', quantity: 10, note: '' }, { readBack: '۱۰ جلسه' })
  const { user } = await givenMemory({ pinned: [{ item: WrittenItem.parse(sessions), isCurrent: true }] })
  await user.keyboard('{ArrowDown}')
  const [offer] = await offers()
  expect(offer?.textContent?.split('۱۰')).toHaveLength(2)
  expect(offer?.textContent).not.toContain('عدد')
})
