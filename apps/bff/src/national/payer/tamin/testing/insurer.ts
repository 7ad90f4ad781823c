import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startSandbox } from '@noskhe/sandbox/start'
import { taminPayer } from '../adapter.ts'
import type { TaminOptions } from '../adapter.ts'
import type { OrderItem, Party, PayerCall } from '../../port.ts'

const browser = { clientIp: '10.20.30.40', agent: 'test' }
export const doctor: Party = { username: '0041827368', password: 'Tamin-demo-145263', siteId: 'SIAM-1100271', ...browser }
export const otherDoctor: Party = { username: '1273849566', password: 'Tamin-demo-152908', siteId: 'SIAM-1100271', ...browser }
export const midwife: Party = { username: '0053827164', password: 'Tamin-demo-midwife', siteId: 'SIAM-1100271', ...browser }
export const foreignDoctor: Party = { username: '104928375613', password: 'Tamin-demo-foreign', siteId: 'SIAM-1100271', ...browser }
export const pharmacy: Party = { username: '0082641358', password: 'Tamin-demo-23871', siteId: 'SIAM-2200143', ...browser }

export const laboratory: Party = { username: '0038271649', password: 'Tamin-demo-laboratory', siteId: 'SIAM-3300418', ...browser }
export const closedAccount: Party = { username: '0064719283', password: 'Tamin-demo-closed', siteId: 'SIAM-1100271', ...browser }

export const insured = { identity: { kind: 'national-code', value: '0451627385' } } as const
export const otherInsured = { identity: { kind: 'national-code', value: '0028374657' } } as const
export const insuredElsewhere = { identity: { kind: 'national-code', value: '1384950613' } } as const

interface DrugRow {
  ws_code: string
  genericCode: string
  price: number
  subsidy: number
  share: number
}

/** The sandbox in this process with a clock that tests move, and a look at its formulary and packs. */
export async function givenTamin() {
  const folder = await mkdtemp(join(tmpdir(), 'noskhe-tamin-'))
  const dataFile = join(folder, 'sandbox.db')
  const clock = { at: new Date('2026-11-25T08:00:00Z') }
  const now = () => clock.at
  const sandbox = await startSandbox({ port: 0, dataFile, now })
  const db = new DatabaseSync(dataFile)
  const used = new Set<string>()

  /** A drug of the formulary that fits, each time another, with packs of ten. */
  function aDrug(fits = `status = 'است' AND file_required = 0 AND share = 70 AND subsidy = 0 AND coalesce(max_prescription, 100) >= 30 AND barcode_required`): DrugRow {
    const rows = db
      .prepare(
        `SELECT ws_code, generic_code AS genericCode, price, subsidy, share FROM tamin_drug WHERE NOT hospital_only AND (${fits})
         AND generic_code IN (SELECT generic_code FROM ttac_packs WHERE state = 'in-market' AND units = 10) ORDER BY ws_code`,
      )
      .all() as unknown as DrugRow[]
    const drug = rows.find((it) => !used.has(it.ws_code))
    if (drug === undefined) throw new Error('The formulary has no such drug left')
    used.add(drug.ws_code)
    return drug
  }

  /** A generic for which the Social Security has no code. */
  const aDrugWithoutCode = () =>
    String(db.prepare(`SELECT code FROM catalogue_code WHERE list = 'drug' AND code NOT IN (SELECT generic_code FROM tamin_drug) LIMIT 1`).get()?.['code'])

  const payer = (options: Partial<TaminOptions> = {}) =>
    taminPayer({ baseUrl: sandbox.url, accountUrl: sandbox.url, clientId: 'noskhe', deadlineMs: 3_000, now, ...options })

  return {
    url: sandbox.url, db, clock, aDrug, aDrugWithoutCode, payer,
    packs: (genericCode: string) =>
      db.prepare(`SELECT uid FROM ttac_packs WHERE generic_code = ? AND state = 'in-market' AND expiry > '2026-12' ORDER BY uid`).all(genericCode).map((it) => String(it['uid'])),
    packState: (uid: string) => String(db.prepare('SELECT state FROM ttac_packs WHERE uid = ?').get(uid)?.['state']),
    async fault(service: 'tamin' | 'tamin-account', fault: object | null) {
      await fetch(`${sandbox.url}/_sandbox/faults/${service}`, {
        method: fault === null ? 'DELETE' : 'PUT',
        headers: { 'content-type': 'application/json' },
        ...(fault !== null && { body: JSON.stringify(fault) }),
      })
    },
    async received(service: 'tamin' | 'tamin-account', path: string): Promise<{ path: string; request: string | null }[]> {
      const response = await fetch(`${sandbox.url}/_sandbox/journal?service=${service}&path=${encodeURIComponent(path)}`)
      return ((await response.json()) as { calls: { path: string; request: string | null }[] }).calls
    },
    async close() {
      db.close()
      await sandbox.close()
      await rm(folder, { recursive: true })
    },
  }
}
export type Tamin = Awaited<ReturnType<typeof givenTamin>>
export type TaminPayer = ReturnType<Tamin['payer']>

export const orderItem = (genericCode: string, count = 20, change: Partial<OrderItem> = {}): OrderItem => ({
  code: { system: 'generic', value: genericCode }, count, consumption: 'یک قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز', instruction: 'بعد از غذا', note: '',
  periods: 1, compound: null, activeFrom: null, ...change,
})

/** A service by the Ministry's code. */
export const serviceItem = (rvuCode: string, change: Partial<OrderItem> = {}): OrderItem => ({
  code: { system: 'rvu', value: rvuCode }, count: 1, consumption: '', instruction: '', note: '', periods: 1, compound: null, activeFrom: null, ...change,
})

/** Visit and lines, not yet registered. */
export async function givenLines(payer: TaminPayer, call: PayerCall, items: OrderItem[]) {
  const visit = await payer.openVisit(call)
  if (visit.outcome !== 'opened') throw new Error(visit.advice)
  const { visitRef } = visit
  const checkRefs: string[] = []
  for (const item of items) {
    const verdict = await payer.checkOrder({ ...call, visitRef, item, alongside: checkRefs })
    if (verdict.outcome === 'refused' || verdict.checkRef === null) throw new Error(`Not taken: ${verdict.outcome}`)
    checkRefs.push(verdict.checkRef)
  }
  return { visitRef, checkRefs }
}

export async function givenPrescription(payer: TaminPayer, call: PayerCall, items: OrderItem[]) {
  const lines = await givenLines(payer, call, items)
  const registered = await payer.register({ ...call, ...lines })
  if (registered.outcome !== 'registered') throw new Error(registered.advice)
  return { ...lines, trackingCode: registered.trackingCode }
}
