import type { ItemSet, SetScope } from '@noskhe/shared/favourites/favourite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { changeSet } from './change-set.ts'
import { listSets } from './list-sets.ts'
import { makeSet } from './make-set.ts'

let practice: Practice
let author: Doctor
let colleague: Doctor
let elsewhere: Doctor

beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  await practice.db.itemSet.deleteMany()
  ;[author, colleague, elsewhere] = await Promise.all([practice.doctor(), practice.doctor(), practice.doctor({ centreId: 'SIAM-1100386' })])
})
afterAll(() => practice.close())

const make = (scope: SetScope, name = 'دیابت، شروع') => makeSet(author.context, { name, scope, items: [item(), item({ dose: '2' })] })
const seenBy = async ({ context }: Doctor) => (await listSets(context, {})).sets
const change = ({ context }: Doctor, { id, revision, name }: ItemSet, to: Partial<{ name: string; isRemoved: boolean }>) =>
  changeSet(context, { id, revision, name, isRemoved: false, ...to })

test('a set of her own is seen by her alone', async () => {
  const { id } = await make('own')
  expect(await seenBy(author)).toMatchObject([{ id, name: 'دیابت، شروع', isHers: true, items: [{ isCurrent: true }, { isCurrent: true }] }])
  expect(await seenBy(colleague)).toEqual([])
})

test('a set of the clinic is seen by its prescribers, with its author, and not at another centre', async () => {
  await make('clinic')
  expect(await seenBy(colleague)).toMatchObject([{ scope: 'clinic', author: 'نرگس کاویانی', isHers: false }])
  expect(await seenBy(elsewhere)).toEqual([])
})

test('only its author changes a set of the clinic', async () => {
  const set = await make('clinic')
  await expect(change(colleague, set, { name: 'از من' })).rejects.toMatchObject({ code: 'set.not-yours' })
  await expect(change(elsewhere, set, { name: 'از من' })).rejects.toMatchObject({ code: 'set.not-found' })
  expect(await change(author, set, { name: 'دیابت نوع دو' })).toMatchObject({ name: 'دیابت نوع دو', revision: 1 })
})

test('somebody else’s own set is not there', async () => {
  const set = await make('own')
  await expect(change(colleague, set, { isRemoved: true })).rejects.toMatchObject({ code: 'set.not-found' })
})

test('a removed set is seen by nobody until it is put back, as it was', async () => {
  const set = await make('clinic')
  const removed = await change(author, set, { isRemoved: true })
  for (const doctor of [author, colleague]) expect(await seenBy(doctor)).toEqual([])
  await change(author, removed, { isRemoved: false })
  expect((await seenBy(colleague)).map(({ items }) => items.length)).toEqual([2])
  expect(await practice.auditOf(set.id)).toEqual(['set.made', 'set.removed', 'set.put-back'])
})

test('of two changes from the same revision one wins', async () => {
  const set = await make('own')
  const changes = await Promise.allSettled(['الف', 'ب'].map((name) => change(author, set, { name })))
  expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(changes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'set.changed-elsewhere' } })
})
