import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { SendEprescRequest } from '@noskhe/national-wire/tamin'
import type { FormularyRow } from '@noskhe/national-wire/tamin/lists'
import { openDatabase } from '../../../database.ts'
import { seedPacks } from '../../../packs.ts'
import { taminAccount } from '../../tamin-account.ts'
import { tamin } from '../../tamin.ts'

/** What tests look into; a wrong look shows as undefined. */
export interface Said {
  data: Record<string, unknown> | null
  error_Code: string | null
}
export interface Told {
  head_EPRSC_ID: string | null
  trackingCode: string | null
  error_Code: string | null
  error_Msg: string | null
}

const verifier = 'v'.repeat(43)
const redirect = 'https://noskhe.example.ir/tamin'
export const challenge = createHash('sha256').update(verifier).digest('base64url')
export const authorizing = {
  response_type: 'code', client_id: 'noskhe', redirect_uri: redirect, state: 'a-state-of-ours', code_challenge: challenge, code_challenge_method: 'S256',
  username: '0041827368', password: 'Tamin-demo-145263',
}
export const exchanging = (code: unknown) => ({
  grant_type: 'authorization_code', code: String(code), client_id: 'noskhe', redirect_uri: redirect, code_verifier: verifier,
})

/** Both services of the Social Security alone, over HTTP, with a clock that tests move. */
export async function givenTamin() {
  const clock = { at: new Date('2026-11-25T08:00:00Z') }
  const db = openDatabase(':memory:')
  const context = { db, now: () => clock.at, baseUrl: () => '' }
  const app = express()
  for (const service of [taminAccount, tamin]) {
    db.exec(service.schema)
    service.seed(context)
    app.use(service.mount, express.json(), service.routes(context))
  }
  seedPacks(db, clock.at)
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function account(path: string, form: Record<string, string>): Promise<{ status: number; json: Record<string, unknown> }> {
    const response = await fetch(`${base}/auth/server/${path}`, { method: 'POST', body: new URLSearchParams(form) })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }

  /** A caller by a fresh token. */
  async function signedIn(username: string, password: string, clientId = 'noskhe') {
    const { json } = await account('authorize', { ...authorizing, username, password, client_id: clientId })
    const tokens = await account('v2/token', { ...exchanging(json['code']), client_id: clientId })
    return callerWith(String(tokens.json['access_token']))
  }

  function callerWith(token: string) {
    const ask = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> =>
      fetch(`${base}/api/v2/${path}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    return {
      ask,
      get: async (path: string) => (await (await ask('GET', path)).json()) as Said,
      post: async (path: string, body: unknown) => (await (await ask('POST', path, body)).json()) as Said,
      tell: async (path: string, body: unknown = {}) => ((await (await ask('POST', path, body)).json()) as { data: { result: Told } }).data.result,
    }
  }

  /** A row of the formulary that fits, each time another. */
  const used = new Set<string>()
  async function aDrug(fits: (row: FormularyRow) => boolean = () => true): Promise<FormularyRow> {
    const doctor = await asDoctor({ signedIn })
    const { data } = (await (await doctor.ask('GET', 'ws-services?serviceType=01')).json()) as { data: { list: FormularyRow[] } }
    const packed = (code: string) => db.prepare(`SELECT 1 FROM ttac_packs WHERE generic_code = ? AND units = 10 AND state = 'in-market'`).get(code) !== undefined
    const row = data.list.find((it) => !used.has(it.wsSrvCode) && packed(it.gSrvCode) && fits(it))
    if (row === undefined) throw new Error('The formulary has no such drug left')
    used.add(row.wsSrvCode)
    return row
  }

  const packs = (genericCode: string) =>
    db.prepare(`SELECT uid FROM ttac_packs WHERE generic_code = ? AND state = 'in-market' AND expiry > '2026-12' ORDER BY uid`).all(genericCode).map((it) => String(it['uid']))

  return {
    db, clock, account, signedIn, callerWith, aDrug, packs,
    packState: (uid: string) => String(db.prepare('SELECT state FROM ttac_packs WHERE uid = ?').get(uid)?.['state']),
    close: () => void server.close(),
  }
}
export type Tamin = Awaited<ReturnType<typeof givenTamin>>
export type Caller = Awaited<ReturnType<Tamin['signedIn']>>

type Door = Pick<Tamin, 'signedIn'>
export const asDoctor = (it: Door) => it.signedIn('0041827368', 'Tamin-demo-145263')
export const asOtherDoctor = (it: Door) => it.signedIn('1273849566', 'Tamin-demo-152908')
export const asDoctorElsewhere = (it: Door) => it.signedIn('0041827368', 'Tamin-demo-145263', 'another-house')
export const asPharmacy = (it: Door) => it.signedIn('0082641358', 'Tamin-demo-23871')
export const asPharmacyWithoutContract = (it: Door) => it.signedIn('0071926354', 'Tamin-demo-no-contract')
export const asMidwife = (it: Door) => it.signedIn('0053827164', 'Tamin-demo-midwife')
export const asForeignDoctor = (it: Door) => it.signedIn('104928375613', 'Tamin-demo-foreign')

export const asLaboratory = (it: Door) => it.signedIn('0038271649', 'Tamin-demo-laboratory')

export const insured = '0451627385'

export const line = (srvCode: string, srvQty = 10) => ({
  srvId: { srvCode, srvType: { srvType: '01' } },
  srvQty,
  timesAday: { drugAmntId: '1' },
  drugInstruction: { drugInstId: '3' },
  dose: '',
  repeat: null as number | null,
  dateDo: null as string | null,
})

/** A line of a service by Tamin's own code. */
export const service = (srvCode: string, srvType: string, change: object = {}, srvId: object = {}) => ({
  srvId: { srvCode, srvType: { srvType }, ...srvId }, srvQty: 1, dose: '', repeat: null, dateDo: null, ...change,
})

export const writing = (lines: unknown[], change: object = {}): SendEprescRequest =>
  ({
    patient: insured, mobile: '09122936650', prescDate: '14050904', docId: '145263', docNationalCode: '0041827368', docMobileNo: '09121450271',
    prescType: { prescTypeId: '1' }, clientId: 'noskhe', comments: '', noteDetailEprscs: lines, ...change,
  }) as SendEprescRequest

export const doctorPath = '0041827368/145263'
export const counterPath = 'pharmacy/SIAM-2200143'
