import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../set-up/run.mjs'

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), 'utf8')

/** Names of variables at the start of a line. @param {string} text @param {RegExp} pattern */
const namesIn = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')

const documented = namesIn(read('.env.example'), /^(?:# )?([A-Z][A-Z_]+)=/gm)

test.each(['apps/bff/src/config.ts', 'apps/sandbox/src/config.ts'])('every variable of %s is explained in .env.example', (path) => {
  const wanted = namesIn(read(path), /^ {2}([A-Z][A-Z_]+): /gm).filter((name) => name !== 'WEB_DIST') // the launcher's own
  expect(wanted.length).toBeGreaterThan(1)
  expect(documented).toEqual(expect.arrayContaining(wanted))
})
