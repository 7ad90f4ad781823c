import type { Code, CodeKind } from '@noskhe/shared/terminology/code'
import type { ListedCode } from '@noskhe/shared/terminology/contract'
import { expect, test } from 'vitest'
import { DeviceIndex, type KeptLists } from './device-index.ts'

const listed = (kind: CodeKind, code: string, nameFa: string): ListedCode => ({
  shown: { kind, code, nameFa, nameEn: code, strength: '', form: '', route: '', brands: [], atc: null, legalClass: null, isCovered: true, isCurrent: true } satisfies Code,
  aliases: { otherCodes: [], ingredients: [], details: [] },
})
const lists: Partial<Record<CodeKind, ListedCode[]>> = {
  drug: [listed('drug', '90001', 'آموکسی‌سیلین'), listed('drug', '90002', 'متفورمین'), listed('drug', '90003', 'لوزارتان')],
  nursing: [listed('nursing', '692009', 'پانسمان در منزل')],
}

/** A server that pages by two, and a device that keeps what it is given. */
function given(release = '1405.09.01') {
  const kept: { lists: KeptLists | undefined } = { lists: undefined }
  const server = { release, isAway: false, pages: 0 }
  const index = new DeviceIndex(
    { read: async () => kept.lists, write: async (it) => void (kept.lists = it) },
    async ({ kind, after }) => {
      if (server.isAway) throw new TypeError('away')
      server.pages++
      const rest = (lists[kind] ?? []).filter(({ shown }) => shown.code > after)
      return { release: server.release, codes: rest.slice(0, 2), next: rest.length > 2 ? (rest[1]?.shown.code ?? null) : null }
    },
  )
  const names = async (query: string, kinds: CodeKind[] = ['drug', 'nursing']) => (await index.search(query, kinds, 5))?.hits.map((it) => it.nameFa)
  return { index, kept, server, names }
}

test('a device that keeps nothing says so, and nothing is guessed', async () => {
  expect(await given().index.search('آموکسی', ['drug'], 5)).toBeNull()
})

test('every list is kept to its last page and searched as the server does, the wrong keyboard too', async () => {
  const { index, server, names } = given()
  await index.keep('1405.09.01')
  server.isAway = true
  expect([await names('Hl,;sd'), await names('لوزارتان'), await names('پانسمان'), await names('پانسمان', ['drug'])]).toEqual([
    ['آموکسی‌سیلین'], ['لوزارتان'], ['پانسمان در منزل'], [],
  ])
})

test('a release that is kept is not fetched again; the next one takes its place in the index too', async () => {
  const { index, server, kept, names } = given()
  await index.keep('1405.09.01')
  const { pages } = server
  await index.keep('1405.09.01')
  expect([server.pages, await names('لوزارتان')]).toEqual([pages, ['لوزارتان']])
  server.release = '1405.10.01'
  await index.keep('1405.10.01')
  expect([kept.lists?.release, (await index.search('لوزارتان', ['drug'], 5))?.release]).toEqual(['1405.10.01', '1405.10.01'])
})

test('what breaks off, or changes on the way, leaves what was kept', async () => {
  const { index, server, kept } = given()
  await index.keep('1405.09.01')
  server.isAway = true
  await expect(index.keep('1405.10.01')).rejects.toThrow('away')
  server.isAway = false
  await index.keep('1405.10.01')
  expect(kept.lists?.release).toBe('1405.09.01')
})
