import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import * as auth from '@noskhe/shared/auth/contract'
import type { Role } from '@noskhe/shared/endpoint'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { readConfig } from '../config.ts'
import { openDb } from '../db/client.ts'
import { openLog } from '../log.ts'
import { givenSandbox } from '../national/testing/sandbox.ts'
import { startBff } from '../start.ts'
import type { Authenticator } from './authenticator.ts'
import { Caller } from './caller.ts'
import { testDatabase } from './database.ts'

export const PUBLIC_URL = 'http://localhost:3000'

/** The sandbox's people, by what they tell at the door. */
export const physician = { nationalCode: '0041827368', councilNumber: '145263', phone: '09121450271' }
export const secondPhysician = { nationalCode: '1273849566', councilNumber: '152908', phone: '09123380944' }
export const pharmacist = { nationalCode: '0082641358', councilNumber: '23871', phone: '09127703615' }
export const manager = { nationalCode: '0061739286', councilNumber: null, phone: '09128845120' }
type Somebody = { nationalCode: string; councilNumber: string | null; phone: string }

export const clinic = 'SIAM-1100271'
export const office = 'SIAM-1100386'
export const pharmacy = 'SIAM-2200143'

/** The whole product over HTTP, as `npm start` boots it, on a database of its own and beside a sandbox of its own. */
export async function givenProduct(environment: Record<string, string> = {}) {
  const sandbox = await givenSandbox()
  const database = await testDatabase()
  const secret = randomBytes(32).toString('base64url')
  const settings = { DATABASE_URL: database.url, SECRET_KEY: secret, SANDBOX_URL: sandbox.url }
  await promisify(execFile)(process.execPath, ['apps/bff/prisma/seed.ts'], { env: settings })
  const logged: string[] = []
  const log = openLog('trace', { write: (line) => void logged.push(line) })
  const root = await (await fetch(`${sandbox.url}/_sandbox/health-ca/root.pem`)).text()
  const healthCa = {
    HEALTH_CA_ROOT: root, HEALTH_CA_OCSP_URL: `${sandbox.url}/ocsp`, HEALTH_CA_CRL_URL: `${sandbox.url}/crl/issuing.crl`, HEALTH_CA_ROOT_CRL_URL: `${sandbox.url}/crl/root.crl`,
  }
  const config = readConfig({
    ...settings, SESSION_SECRET: secret, PORT: '0', PUBLIC_URL, NATIONAL_GATEWAY_URL: sandbox.url, IHIO_URL: sandbox.url, TAMIN_URL: sandbox.url, ...healthCa,
    CDS_SERVICES: `${sandbox.url}/clinical-rules`, ...environment,
  })
  const bff = await startBff(config, log)
  const db = openDb(database.url)

  /** Someone who confirmed her code; at a centre where one is named, with a passkey where she has a device. */
  async function signIn(who: Somebody, at?: { siamId: string; role: Role }, device?: Authenticator): Promise<Caller> {
    const caller = new Caller(bff.url)
    const { nationalCode, councilNumber, phone } = who
    const { attemptId } = await caller.call(auth.identify, { nationalCode, ...(councilNumber === null ? { mobile: phone } : { councilNumber }) })
    const [message] = await sandbox.messagesTo(phone)
    await caller.call(auth.confirmCode, { attemptId, code: /\d{6}/.exec(message?.text ?? '')?.[0] ?? '' })
    if (device) {
      const { options } = await caller.call(auth.passkeyEnrolmentOptions, {})
      const made = device.register(options as unknown as PublicKeyCredentialCreationOptionsJSON)
      await caller.call(auth.enrolPasskey, { response: JSON.parse(JSON.stringify(made)) as Record<string, string> })
    }
    if (at) await caller.call(auth.chooseCentre, at)
    return caller
  }

  return {
    url: bff.url,
    sandbox,
    db,
    /** Every line of the log so far, down to the finest level. */
    logged,
    signIn,
    close: async () => {
      await bff.close()
      await db.$disconnect()
      await sandbox.close()
      await database.drop()
    },
  }
}

export type Product = Awaited<ReturnType<typeof givenProduct>>
