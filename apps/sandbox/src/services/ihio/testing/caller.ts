import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { OperationName } from '@noskhe/national-wire/ihio'
import { openDatabase } from '../../../database.ts'
import { seedPacks } from '../../../packs.ts'
import { ihioTerminal } from '../../../scenarios.ts'
import { ihio } from '../../ihio.ts'

export interface Said {
  resCode: number
  resMessage: string
  // Tests look into what the schemas of the wire package describe; a wrong look shows as undefined.
  info?: Record<string, unknown>
}

/** The insurer alone, over HTTP, with a clock that tests move. */
export async function givenIhio() {
  const clock = { at: new Date('2026-11-25T08:00:00Z') }
  const db = openDatabase(':memory:')
  const context = { db, now: () => clock.at, baseUrl: () => '' }
  db.exec(ihio.schema)
  ihio.seed(context)
  seedPacks(db, clock.at)
  const server = express().use(ihio.mount, express.json({ limit: '10mb' }), ihio.routes(context)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function say(operation: OperationName, body: object, token = ''): Promise<Said> {
    const response = await fetch(`${base}/service/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', terminalId: String(ihioTerminal.terminalId), token },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Said
  }

  /** Token, account and patient: what every later call starts from. */
  async function signedIn(username: string, password: string, nationalNumber: string) {
    const token = String((await say('auth/token/fetch', ihioTerminal)).info?.['token'])
    const party = await say('auth/session/cparty/open', { cpartyUsername: username, cpartyPassword: password }, token)
    const cpartySessionId = String(party.info?.['sessionId'])
    const citizen = await say('auth/session/citizen/open', { cpartySessionId, nationalNumber }, token)
    const citizenSessionId = String(citizen.info?.['citizenSessionId'])
    const call = (operation: OperationName, body: object = {}) => say(operation, { cpartySessionId, citizenSessionId, ...body }, token)
    return { token, party, citizen, call }
  }

  /** A covered prescription drug with packs of ten. */
  const drug = () => {
    const row = db
      .prepare(
        `SELECT detail FROM catalogue_code WHERE list = 'drug' AND until IS NULL AND json_extract(detail, '$.legalClass') = 'RX'
         AND json_extract(detail, '$.isCovered') AND NOT json_extract(detail, '$.needsDocument')
         AND coalesce(json_extract(detail, '$.maxQuantity'), 100) >= 30
         AND code IN (SELECT generic_code FROM ttac_packs WHERE state = 'in-market' AND units = 10) ORDER BY code LIMIT 1`,
      )
      .get()
    return JSON.parse(String(row?.['detail'])) as { genericCode: string; irc: string; nameEn: string; basePrice: number }
  }
  const packs = (genericCode: string) =>
    db.prepare(`SELECT uid FROM ttac_packs WHERE generic_code = ? AND state = 'in-market' ORDER BY uid`).all(genericCode).map((row) => String(row['uid']))

  return {
    db, clock, say, signedIn, drug, packs,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      db.close()
    },
  }
}
export type Ihio = Awaited<ReturnType<typeof givenIhio>>

export const patient = '1384950613'
export const asDoctor = (ihio: Ihio, nationalNumber = patient) => ihio.signedIn('n.kavyani', 'Ihio-demo-145263', nationalNumber)
export const asOtherDoctor = (ihio: Ihio, nationalNumber = patient) => ihio.signedIn('s.farahmand', 'Ihio-demo-152908', nationalNumber)
/** Laboratory, imaging and physiotherapy. */
export const asParaclinic = (ihio: Ihio, nationalNumber = patient) => ihio.signedIn('pars.paraclinic', 'Ihio-demo-paraclinic', nationalNumber)
export const asPharmacy = (ihio: Ihio, nationalNumber = patient) => ihio.signedIn('nikan.pharmacy', 'Ihio-demo-23871', nationalNumber)

export type Caller = Awaited<ReturnType<Ihio['signedIn']>>

export const ordered = (nationalNumber: string, count: number, more: object = {}) => ({
  service: { count, nationalNumber, type: 'PRODUCT', mode: 'ELECTRONIC', consumption: 'روزی یکی', consumptionInstruction: '', description: '', numberOfPeriod: 1, ...more },
})

/** A saved prescription of one line. */
export async function saved(doctor: Caller, nationalNumber: string, count: number) {
  const visit = await doctor.call('samad/electronic/generate', { receiptPartnerId: 700271 })
  const samadCode = String(visit.info?.['samadCode'])
  const type = nationalNumber.length === 6 ? 'SERVICE' : 'PRODUCT'
  const check = await doctor.call('subscription/check/order', { samadCode, subInfoWrapper: ordered(nationalNumber, count, { type }) })
  const checkCode = String(check.info?.['checkCode'])
  const save = await doctor.call('prescription/save', { samadCode, subscriptions: [{ checkCode }] })
  return { samadCode, checkCode, trackingCode: String(save.info?.['trackingCode']), visit, check, save }
}

/** The smallest pictures there are, by their first bytes. */
export const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])
export const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The first contract of a doctor (council number) as the counter finds it. */
export async function writerOf(counter: Caller, nomedicalSystem: number): Promise<number> {
  const said = await counter.call('partner/search', { nomedicalSystem, visitDate: 14_050_903, expertiseGrade: 'doctor' })
  const [writer] = (said.info ?? []) as unknown as { partnerContractingPartyId: number }[]
  return writer?.partnerContractingPartyId ?? 0
}

/** What `samad/paper/generate` is told of a paper by Saman Farahmand. */
export const paperBy = (partnerContractingPartyId: number, change: object = {}) => ({
  paperInfoWrapper: {
    nomedicalSystem: 152_908,
    visitDate: 14_050_903,
    expertiseGrade: 'doctor',
    paperImage: jpeg.toString('base64'),
    'partnerContractingPartyId ': partnerContractingPartyId,
    ...change,
  },
})

export const onPaper = (nationalNumber: string, count: number, change: object = {}) => ({
  service: {
    orderCount: count, deliverCount: count, orderNationalNumber: nationalNumber, deliverNationalNumber: nationalNumber,
    type: nationalNumber.length === 6 ? 'SERVICE' : 'PRODUCT', isOutOfPrescription: false, ...change,
  },
})

export const toDeliver = (nationalNumber: string, count: number, referenceCheckCode: string) => ({
  service: { count, nationalNumber, type: nationalNumber.length === 6 ? 'SERVICE' : 'PRODUCT', isOutOfPrescription: false, referenceCheckCode },
})
