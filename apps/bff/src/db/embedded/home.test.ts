import { chmodSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serverAccount } from './account.ts'
import { prepareHome } from './home.ts'

const account = serverAccount()
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'noskhe-home-'))
  chmodSync(root, 0o755)
})
afterEach(() => rmSync(root, { recursive: true }))

test('a reachable data folder is used as it is', async () => {
  const dataDir = join(root, 'data')
  expect(await prepareHome(dataDir, account, join(root, 'system'))).toBe(realpathSync(dataDir))
  expect(lstatSync(dataDir).isSymbolicLink()).toBe(false)
})

test.runIf(account)('where only root may enter, the data folder links to one the server can reach, and stays there', async () => {
  const closed = join(root, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const dataDir = join(closed, 'data')
  const home = await prepareHome(dataDir, account, join(root, 'system'))
  expect(home.startsWith(join(realpathSync(root), 'system/'))).toBe(true)
  expect(await prepareHome(dataDir, account, join(root, 'elsewhere'))).toBe(home)
})

test.runIf(account)('a data folder that was closed afterwards is reported, never replaced by an empty one', async () => {
  const closed = join(root, 'closed')
  mkdirSync(join(closed, 'data'), { recursive: true })
  chmodSync(closed, 0o700)
  await expect(prepareHome(join(closed, 'data'), account, join(root, 'system'))).rejects.toMatchObject({ kind: 'place' })
})

test('a data folder that is a file is reported', async () => {
  await expect(prepareHome('/dev/null/data', null)).rejects.toMatchObject({ kind: 'place', path: '/dev/null/data' })
})
