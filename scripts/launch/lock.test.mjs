import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Stop } from '../say.mjs'
import { lock } from './lock.mjs'

/** @type {string} */
let dataDir

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'noskhe-lock-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

test('a data folder in use is refused until it is given free', () => {
  const release = lock(dataDir)
  expect(() => lock(dataDir)).toThrow(Stop)
  release()
  lock(dataDir)()
})

test('a number that went from a killed launcher to another process does not lock the folder', () => {
  writeFileSync(join(dataDir, 'launcher.pid'), `${process.pid} 1`)
  expect(() => lock(dataDir)).not.toThrow()
})
