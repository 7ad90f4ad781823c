import type { Code } from '@noskhe/shared/terminology/code'
import { NationalUnavailable } from '../../../national/port.ts'
import type { CodeList, Mksa, PublishedCode } from '../../../national/mksa/port.ts'

/** A drug as MKSA publishes it, with an English name that says its strength and form. */
export function drug(code: string, nameEn: string, more: Partial<Code> = {}): PublishedCode {
  const [ingredient = ''] = nameEn.split(' ')
  return {
    list: 'drug', code, isRetired: false,
    shown: {
      kind: 'drug', code, nameEn, nameFa: nameEn.toLowerCase(), strength: /\d+ mg/.exec(nameEn)?.[0] ?? '', form: 'قرص', route: 'خوراکی',
      brands: [], atc: null, legalClass: 'RX', isCovered: true, ...more,
    },
    aliases: { otherCodes: [], ingredients: [ingredient.toLowerCase()], details: ['TABLET', 'ORAL'] },
  }
}

export const frequency = (code: string, fa: string, timesPerDay: number): PublishedCode => ({
  list: 'sig', code, isRetired: false, term: { kind: 'freq', code, fa, en: code, timesPerDay },
})

/**
 * A coding authority whose releases a test publishes; it pages by two. `asked` tells what was read of it. After
 * `silentAfter(n)` it answers n more pages and then is unavailable.
 */
export function openAuthority() {
  const releases: { release: string; codes: PublishedCode[] }[] = []
  const asked: { release: string; list: CodeList; since: string | null }[] = []
  let answers = Infinity

  const codesOf = (release: string) => releases.find((it) => it.release === release)?.codes ?? []
  function changes(release: string, since: string): PublishedCode[] {
    const before = codesOf(since)
    const now = codesOf(release)
    const isSame = (a: PublishedCode, b: PublishedCode) => a.list === b.list && a.code === b.code
    const written = now.filter((it) => !before.some((old) => JSON.stringify(old) === JSON.stringify(it)))
    const gone = before.filter((old) => !now.some((it) => isSame(it, old)))
    return [...written, ...gone.map((it) => ({ ...it, isRetired: true }))]
  }
  const answer = () => {
    if (answers-- <= 0) throw new NationalUnavailable('mksa', { sent: 'no' })
  }

  const mksa: Mksa = {
    async releases() {
      answer()
      return releases.map(({ release, codes }) => ({
        release, publishedAt: '2026-11-22T00:00:00+03:30', lists: [...new Set(codes.map((it) => it.list))],
      }))
    },
    async codes({ release, list, since, after }) {
      answer()
      if (after === null) asked.push({ release, list, since })
      const all = (since === null ? codesOf(release) : changes(release, since))
        .filter((it) => it.list === list && it.code > (after ?? ''))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      return { codes: all.slice(0, 2), next: all.length > 2 ? (all[1]?.code ?? null) : null }
    },
  }
  return {
    mksa,
    asked,
    publish: (release: string, codes: PublishedCode[]) => void releases.push({ release, codes }),
    withdrawAll: () => void releases.splice(0),
    silentAfter: (pages: number) => void (answers = pages),
  }
}

export type Authority = ReturnType<typeof openAuthority>
