import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedOf, hasStandIn, isYes, nameOf } from './testing/fault-expectations.ts'
import { connectorTo, kinds, portsOf, runMatrix, servicesAt, servicesOf, softwareIn } from './testing/fault-matrix.ts'
import type { Cell } from './testing/fault-matrix.ts'
import { faultRows } from './testing/fault-rows.ts'
import { startSandboxProcess } from './testing/sandbox-process.ts'
import type { SandboxProcess } from './testing/sandbox-process.ts'
import { thisSoftware } from './software.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** For the table that `npm run test:faults` prints. */
    cell?: { row: string; kind: string; outcome: string; sentence: string }
  }
}

/** It waits for most of its time; this is for a machine that has none to give. */
const MATRIX_MS = 600_000

let sandbox: SandboxProcess
let cells: Cell[]
beforeAll(async () => {
  sandbox = await startSandboxProcess()
  cells = await runMatrix(sandbox.url, faultRows)
}, MATRIX_MS)
afterAll(() => sandbox.stop())

describe.each(faultRows.map((row) => ({ row, name: nameOf(row) })))('$name', ({ row, name }) => {
  test.for(kinds)('%s', (kind, { task }) => {
    const cell = cells.find((it) => it.row === row && it.kind === kind)
    if (cell === undefined) throw new Error('The matrix has no such cell')
    task.meta.cell = { row: name, kind, outcome: cell.outcome, sentence: cell.sentence }
    expect(cell.outcome).toBe(expectedOf(row, kind))
    expect(cell.sentence, 'what the screen says').toMatch(isYes(cell.outcome) ? /^$/ : /[آ-ی].*[.»]$/)
  })
})

test('whatever a service does but answer, nothing becomes a yes', () => {
  const silent = cells.filter(({ row, kind }) => kind !== 'delay' && !hasStandIn(row, kind))
  expect(silent.filter(({ outcome }) => isYes(outcome)).map(({ row, kind }) => `${nameOf(row)}: ${kind}`)).toEqual([])
})

test('every port of the product has its row', async () => {
  const connect = await connectorTo(sandbox.url)
  expect(portsOf(connect()).filter((port) => !faultRows.some((row) => row.port === port))).toEqual([])
})

test('every service of the sandbox fails in some row', async () => {
  const failing = new Set(faultRows.flatMap(servicesOf))
  expect((await servicesAt(sandbox.url)).filter((service) => !failing.has(service))).toEqual([])
})

// OCSP and the lists stand open on the net and are told nothing of who asks (RFC 6960, RFC 5280).
test('every message said what software sent it (A07)', async () => {
  expect([...(await softwareIn(sandbox.url, ['ocsp', 'crl']))]).toEqual([`${thisSoftware.id} ${thisSoftware.version}`])
})
