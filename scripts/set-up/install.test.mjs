import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled } from './install.mjs'

/** @type {string} */
let root

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'noskhe-install-'))
  mkdirSync(join(root, 'node_modules'))
  lock({ '': {}, 'apps/web': {}, 'node_modules/a': { version: '1.0.0' }, 'apps/web/node_modules/b': { version: '2.0.0' }, 'node_modules/mac-only': { version: '3.0.0', optional: true } })
})
afterEach(() => rmSync(root, { recursive: true }))

/** @param {object} packages */
const lock = (packages) => writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
/** @param {object} packages */
const installed = (packages) => writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))

test('what is installed at the locked versions needs nothing, whatever other platforms would have', () => {
  installed({ 'node_modules/a': { version: '1.0.0' }, 'apps/web/node_modules/b': { version: '2.0.0' } })
  expect(isInstalled(root)).toBe(true)
})

test.each([
  ['a package is missing', { 'node_modules/a': { version: '1.0.0' } }],
  ['a version is another', { 'node_modules/a': { version: '1.0.1' }, 'apps/web/node_modules/b': { version: '2.0.0' } }],
])('set-up installs when %s', (_case, packages) => {
  installed(packages)
  expect(isInstalled(root)).toBe(false)
})

test('an installation that was interrupted, before npm wrote its list, is done again', () => {
  expect(isInstalled(root)).toBe(false)
})

test('what set-up installed itself is believed until the lock file changes', () => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  writeFileSync(join(root, 'node_modules/.noskhe-setup'), hash)
  expect(isInstalled(root)).toBe(true)
  lock({ 'node_modules/a': { version: '1.0.1' } })
  expect(isInstalled(root)).toBe(false)
})
