import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import * as auth from '@noskhe/shared/auth/contract'
import * as dispensing from '@noskhe/shared/dispensing/contract'
import type { Delivery } from '@noskhe/shared/dispensing/order'
import type { Role } from '@noskhe/shared/endpoint'
import { NationalCode } from '@noskhe/shared/identifiers'
import * as patients from '@noskhe/shared/patients/contract'
import * as prescriptions from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import * as signing from '@noskhe/shared/signing/contract'
import * as terminology from '@noskhe/shared/terminology/contract'
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { type Db, openDb } from '../../db/client.ts'
import { givenSandbox } from '../../national/testing/sandbox.ts'
import { createAuthenticator } from '../authenticator.ts'
import { Caller } from '../caller.ts'
import { PUBLIC_URL, clinic, pharmacist, pharmacy, physician } from '../product.ts'
import { BffProcess } from './bff-process.ts'
import { Client } from './client.ts'
import { Gate } from './gate.ts'

export type Sandbox = Awaited<ReturnType<typeof givenSandbox>>

/** Insured with Salamat; the first is only prescribed for, the second is also given what was prescribed. */
export const patient = NationalCode.parse('1384950613')
export const served = NationalCode.parse('3718293641')

const QUANTITY = 20

/** A whole installation that may be broken: the product in a process of its own, the services behind a gate, people at work. */
export class World {
  readonly db: Db
  readonly sandbox: Sandbox
  readonly gate: Gate
  readonly bff: BffProcess
  readonly databaseUrl: string
  readonly doctor: Client
  readonly pharmacists: readonly Client[]
  readonly #device: ReturnType<typeof createAuthenticator>
  readonly #visits = new Map<NationalCode, string>()

  private constructor(parts: Pick<World, 'db' | 'sandbox' | 'gate' | 'bff' | 'databaseUrl' | 'doctor' | 'pharmacists'>, device: ReturnType<typeof createAuthenticator>) {
    this.db = parts.db
    this.sandbox = parts.sandbox
    this.gate = parts.gate
    this.bff = parts.bff
    this.databaseUrl = parts.databaseUrl
    this.doctor = parts.doctor
    this.pharmacists = parts.pharmacists
    this.#device = device
  }

  static async open(databaseUrl: string): Promise<World> {
    const sandbox = await givenSandbox()
    const gate = await Gate.before(sandbox.url)
    const secret = randomBytes(32).toString('base64url')
    const settings = { DATABASE_URL: databaseUrl, SECRET_KEY: secret, SANDBOX_URL: sandbox.url }
    await promisify(execFile)(process.execPath, ['apps/bff/prisma/seed.ts'], { env: settings })
    const root = await (await fetch(`${sandbox.url}/_sandbox/health-ca/root.pem`)).text()
    const bff = await BffProcess.start({
      ...settings, SESSION_SECRET: secret, PUBLIC_URL, NATIONAL_GATEWAY_URL: gate.url, IHIO_URL: gate.url, LOG_LEVEL: 'silent', CDS_SERVICES: '',
      HEALTH_CA_ROOT: root, HEALTH_CA_OCSP_URL: `${sandbox.url}/ocsp`, HEALTH_CA_CRL_URL: `${sandbox.url}/crl/issuing.crl`, HEALTH_CA_ROOT_CRL_URL: `${sandbox.url}/crl/root.crl`,
    })
    const device = createAuthenticator(PUBLIC_URL)
    const enter = enteringBy(bff.url, sandbox)
    const doctor = await enter(physician, { siamId: clinic, role: 'prescriber' }, device)
    const pharmacists = [await enter(pharmacist, { siamId: pharmacy, role: 'dispenser' }), await enter(pharmacist, { siamId: pharmacy, role: 'dispenser' })]
    return new World({ db: openDb(databaseUrl), sandbox, gate, bff, databaseUrl, doctor, pharmacists }, device)
  }

  async close(): Promise<void> {
    await this.bff.stop()
    await this.db.$disconnect()
    await this.gate.close()
    await this.sandbox.close()
  }

  /** A prescription of one drug that waits to be registered. */
  async signed(identity: NationalCode = patient): Promise<Prescription> {
    const { doctor } = this
    const { hits } = await doctor.ask(terminology.searchCodes, { query: 'loratadine 10', kinds: 'drug' })
    const draft = await doctor.ask(prescriptions.openDraft, { encounterId: await this.#visitOf(identity), pays: 'insurer', declaredName: null })
    const item = {
      kind: 'drug' as const, key: randomUUID(), code: hits[0]?.code ?? '', dose: '1', doseUnit: 'قرص', frequency: 'QD', durationDays: QUANTITY, quantity: QUANTITY,
      instructions: [], asNeeded: false, note: '',
    }
    const content = { items: [item], diagnosisCode: null, noteToPatient: '' }
    const saved = await doctor.ask(prescriptions.saveDraft, { id: draft.id, revision: draft.revision, content })
    const checked = await doctor.ask(prescriptions.checkDraft, { id: saved.id, revision: saved.revision })
    const request = await doctor.ask(signing.requestSignature, { id: checked.id, revision: checked.revision, means: 'passkey' })
    const shown = this.#device.authenticate(request.passkeyOptions as unknown as PublicKeyCredentialRequestOptionsJSON)
    return doctor.ask(signing.signWithPasskey, { id: request.id, response: JSON.parse(JSON.stringify(shown)) as Record<string, string> })
  }

  register = ({ id, version }: Prescription, onceKey?: string): Promise<Prescription> => this.doctor.ask(prescriptions.registerPrescription, { id, version }, onceKey)

  /** All of a registered prescription's only line, priced and ready to be handed over by this pharmacist. */
  async prepared({ trackingCode }: Prescription, by: Client): Promise<Delivery> {
    const ref = { insurer: 'salamat' as const, identity: { kind: 'national-code' as const, value: served }, trackingCode: trackingCode ?? '' }
    const { items } = await by.ask(dispensing.findOrder, { ref })
    return by.ask(dispensing.prepareDelivery, { ref, lines: [{ itemRef: items[0]?.itemRef ?? '', quantity: QUANTITY }] })
  }

  confirm = ({ id }: Delivery, by: Client, onceKey?: string): Promise<Delivery> => by.ask(dispensing.confirmDelivery, { id }, onceKey)

  async #visitOf(identity: NationalCode): Promise<string> {
    const known = this.#visits.get(identity)
    if (known !== undefined) return known
    const { id } = await this.doctor.ask(patients.openEncounter, { identity: { kind: 'national-code', value: identity }, newbornBirthDate: null })
    this.#visits.set(identity, id)
    return id
  }
}

function enteringBy(url: string, sandbox: Sandbox) {
  return async (who: typeof physician, at: { siamId: string; role: Role }, device?: ReturnType<typeof createAuthenticator>): Promise<Client> => {
    const caller = new Caller(url)
    const { attemptId } = await caller.call(auth.identify, { nationalCode: who.nationalCode, councilNumber: who.councilNumber })
    const [message] = await sandbox.messagesTo(who.phone)
    await caller.call(auth.confirmCode, { attemptId, code: /\d{6}/.exec(message?.text ?? '')?.[0] ?? '' })
    if (device) {
      const { options } = await caller.call(auth.passkeyEnrolmentOptions, {})
      const made = device.register(options as unknown as PublicKeyCredentialCreationOptionsJSON)
      await caller.call(auth.enrolPasskey, { response: JSON.parse(JSON.stringify(made)) as Record<string, string> })
    }
    await caller.call(auth.chooseCentre, at)
    return new Client(caller)
  }
}
