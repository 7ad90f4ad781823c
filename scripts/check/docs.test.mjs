import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { patients, people, unknownNationalCode } from '../../apps/sandbox/src/scenarios.ts'
import { ROOT } from '../set-up/run.mjs'

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), 'utf8')
const readme = read('README.md')
const lines = readme.split('\n')

const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })]

/** Targets in a page of ours that are not there. @param {string} page */
const deadEnds = (page) =>
  [...read(page).matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !target.includes('://') && !existsSync(join(ROOT, dirname(page), target)))

test('every link leads somewhere', () => {
  expect(pages.flatMap((page) => deadEnds(page).map((target) => `${page} → ${target}`))).toEqual([])
})

test('every demo person stands in one row of the README, with her name and her numbers', () => {
  const absent = people.filter(
    ({ firstName, lastName, nationalCode, councilNumber, mobile }) =>
      !lines.some((line) => [`${firstName} ${lastName}`, nationalCode, councilNumber ?? '—', mobile].every((part) => line.includes(part))),
  )
  expect(absent.map(({ key }) => key)).toEqual([])
})

test('every demo patient whom a screen can name stands in one row of the README', () => {
  const named = patients.filter(({ identity }) => identity.kind !== 'insurance-code')
  const absent = named.filter(({ lastName, identity }) => !lines.some((line) => line.includes(lastName) && line.includes(`\`${identity.value}\``)))
  expect(absent.map(({ key }) => key)).toEqual([])
  expect(readme).toContain(unknownNationalCode)
})

test('every command of the README exists', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const named = [...readme.matchAll(/`npm run ([a-z:0-9]+)/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(4)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
