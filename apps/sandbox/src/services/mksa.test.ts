import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MksaPage, MksaReleases } from '@noskhe/national-wire/mksa'
import { addRelease, putCodes, retireOthers } from '../catalogue/releases.ts'
import { openDatabase } from '../database.ts'
import { mksa } from './mksa.ts'

const db = openDatabase(':memory:')
const context = { db, now: () => new Date(), baseUrl: () => 'http://localhost' }
let base = ''
const app = express()
db.exec(mksa.schema)
mksa.seed(context)
app.use(mksa.mount, mksa.routes(context))
const server = app.listen(0)

beforeAll(() => {
  base = `http://localhost:${(server.address() as AddressInfo).port}/mksa/releases`
  const seq = addRelease(db, '1405.10.01', '2026-12-22T00:00:00+03:30')
  const term = (code: string, nameFa: string) =>
    ({ list: 'sig', code, nameFa, nameEn: code, detail: { kind: 'freq', timesPerDay: 1, intervalHours: 24, snomed: null } }) as const
  putCodes(db, seq, [term('QD', 'هر روز یک بار'), term('QOW', 'دو هفته یک بار')])
  retireOthers(db, seq, 'sig', ['QD', 'QOW', 'BID'])
})
afterAll(() => server.close())

async function page(path: string) {
  const reply = await fetch(`${base}/${path}`)
  expect(reply.status).toBe(200)
  return MksaPage.parse(await reply.json())
}

test('both releases are listed, the oldest first, each with its own counts', async () => {
  const releases = MksaReleases.parse(await (await fetch(base)).json())
  expect(releases.map((it) => it.release)).toEqual(['1405.09.01', '1405.10.01'])
  const count = (at: number, list: string) => releases[at]?.lists.find((it) => it.list === list)?.count
  expect([count(0, 'sig'), count(1, 'sig')]).toEqual([46, 3])
  expect(count(1, 'drug')).toBe(count(0, 'drug'))
})

test('the pages of a list join to the whole list, each code once', async () => {
  const codes: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const it: MksaPage = await page(`1405.09.01/lists/drug?limit=700&after=${next}`)
    codes.push(...it.codes.map(({ code }) => code))
    next = it.next
  }
  expect(codes).toHaveLength(2_388)
  expect(codes).toEqual([...new Set(codes)].toSorted())
})

test('an earlier release still reads as it was', async () => {
  const before = await page('1405.09.01/lists/sig')
  expect(before.codes.find(({ code }) => code === 'QD')).toMatchObject({ titleFa: 'روزی یک بار', change: null })
  const now = await page('1405.10.01/lists/sig')
  expect(now.codes.map(({ code }) => code)).toEqual(['BID', 'QD', 'QOW'])
})

test('the changes since a release name what was added, changed and retired', async () => {
  const { codes } = await page('1405.10.01/lists/sig?since=1405.09.01')
  const changeOf = (code: string) => codes.find((it) => it.code === code)?.change
  expect([changeOf('QOW'), changeOf('QD'), changeOf('TID'), changeOf('BID')]).toEqual(['added', 'changed', 'retired', undefined])
  expect((await page('1405.10.01/lists/lab?since=1405.09.01')).codes).toEqual([])
})

test('what the insurer alone decides is not published', async () => {
  const reply = await fetch(`${base}/1405.09.01/lists/drug?limit=1`)
  const text = await reply.text()
  expect(text).toContain('"insured"')
  expect(text).not.toMatch(/price|maxQuantity|needsDocument/i)
})

test.each(['1404.01.01/lists/drug', '1405.09.01/lists/herbal', '1405.10.01/lists/sig?since=1399.01.01'])('%s is not found', async (path) => {
  expect((await fetch(`${base}/${path}`)).status).toBe(404)
})

test('a page of more than a thousand is refused', async () => {
  expect((await fetch(`${base}/1405.09.01/lists/drug?limit=100000`)).status).toBe(400)
})
