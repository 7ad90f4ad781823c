import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../set-up/run.mjs'

const text = readFileSync(join(ROOT, 'docs/requirements.md'), 'utf8')

const rows = text
  .split('\n')
  .filter((line) => /^\| [AB]\d\d /.test(line))
  .map((line) => {
    const [id = '', , , , state = '', where = '', shownBy = ''] = line.split('|').slice(1, -1).map((cell) => cell.trim())
    const [, kind = '', missing = ''] = /^\*\*(met|partly|not yet)\*\*(?:: (.+))?$/.exec(state) ?? []
    return { id, kind, missing, where: pathsIn(where), shownBy: pathsIn(shownBy) }
  })

/** @param {string} cell */
function pathsIn(cell) {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '')
}

/** Ids of the rows that are not so. @param {(row: typeof rows[number]) => boolean} isSo */
const except = (isSo) => rows.filter((row) => !isSo(row)).map(({ id }) => id)

/** @param {string} letter @param {number} count */
const numbered = (letter, count) => Array.from({ length: count }, (_, place) => `${letter}${String(place + 1).padStart(2, '0')}`)

test('every duty of the regulation has its row, once and in order', () => {
  expect(rows.map(({ id }) => id)).toEqual([...numbered('A', 75), ...numbered('B', 23)])
})

test('every row tells its state, and what is missing where it is met in part', () => {
  expect(except(({ kind, missing }) => kind !== '' && (kind !== 'partly' || missing !== ''))).toEqual([])
})

test('what is met, or partly, says where and by which test; what is not yet claims neither', () => {
  expect(except(({ kind, where, shownBy }) => [where, shownBy].every((paths) => paths.length > 0 === (kind !== 'not yet')))).toEqual([])
  expect(rows.flatMap(({ shownBy }) => shownBy).filter((path) => !/\.(test\.tsx?|spec\.ts)$/.test(path))).toEqual([])
})

test('every path exists', () => {
  expect(rows.flatMap(({ where, shownBy }) => [...where, ...shownBy]).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

test('the counts at the head are those of the rows', () => {
  const [, ...counts] = /\*\*(\d+) are met\*\*, \*\*(\d+) are partly met\*\* and \*\*(\d+) are not yet met\*\*/.exec(text) ?? []
  expect(counts.map(Number)).toEqual(['met', 'partly', 'not yet'].map((asked) => rows.filter(({ kind }) => kind === asked).length))
})
