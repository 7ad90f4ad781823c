import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from '../set-up/run.mjs'
import { Stop } from '../say.mjs'

/**
 * @typedef {object} Settings
 * @property {number} port where people find the product
 * @property {number} sandboxPort
 * @property {string} publicUrl
 * @property {string} sandboxUrl
 * @property {string} dataDir
 * @property {string | undefined} databaseUrl undefined: we bring our own PostgreSQL
 * @property {boolean} usesSandbox false where the environment names the real national services
 */

/** Reads `.env` and the environment, which wins. @returns {Settings} */
export function readSettings() {
  const file = join(ROOT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const port = readPort('PORT', 3000)
  const sandboxPort = readPort('SANDBOX_PORT', 4000)
  const sandboxUrl = `http://localhost:${sandboxPort}`
  return {
    port,
    sandboxPort,
    sandboxUrl,
    publicUrl: read('PUBLIC_URL') ?? `http://localhost:${port}`,
    dataDir: prepareDataDir(resolve(ROOT, read('DATA_DIR') ?? '.data')),
    databaseUrl: read('DATABASE_URL'),
    usesSandbox: [undefined, sandboxUrl].includes(read('NATIONAL_GATEWAY_URL')),
  }
}

/**
 * The sandbox plays strangers, so it learns none of our secrets; of its rule service's clients it knows this installation, by the
 * keys that it publishes.
 * @param {Settings} settings
 */
export function sandboxEnv({ port, publicUrl, sandboxPort, dataDir }) {
  const { DATABASE_URL, SECRET_KEY, SESSION_SECRET, CDS_CLIENT_KEY, ...rest } = process.env
  const file = read('SANDBOX_DATA') ?? join(dataDir, 'sandbox/national.db')
  const clients = read('SANDBOX_CDS_CLIENTS') ?? `${publicUrl}=http://localhost:${port}/.well-known/jwks.json`
  return { ...rest, SANDBOX_PORT: String(sandboxPort), SANDBOX_DATA: resolve(ROOT, file), SANDBOX_CDS_CLIENTS: clients }
}

/** @param {Settings} settings @param {string} databaseUrl @returns {NodeJS.ProcessEnv} */
export function bffEnv({ port, publicUrl, sandboxUrl, dataDir, usesSandbox }, databaseUrl) {
  return {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    ...(usesSandbox && {
      NATIONAL_GATEWAY_URL: sandboxUrl,
      IHIO_URL: read('IHIO_URL') ?? sandboxUrl,
      TAMIN_URL: read('TAMIN_URL') ?? sandboxUrl,
      ARMED_FORCES_GATEWAY_URL: read('ARMED_FORCES_GATEWAY_URL') ?? `${sandboxUrl}/armed-forces`,
      HEALTH_CA_ROOT: read('HEALTH_CA_ROOT') ?? rootFile(dataDir),
      HEALTH_CA_OCSP_URL: read('HEALTH_CA_OCSP_URL') ?? `${sandboxUrl}/ocsp`,
      HEALTH_CA_CRL_URL: read('HEALTH_CA_CRL_URL') ?? `${sandboxUrl}/crl/issuing.crl`,
      HEALTH_CA_ROOT_CRL_URL: read('HEALTH_CA_ROOT_CRL_URL') ?? `${sandboxUrl}/crl/root.crl`,
      CDS_SERVICES: read('CDS_SERVICES') ?? `${sandboxUrl}/clinical-rules`,
      CDS_CLIENT_KEY: read('CDS_CLIENT_KEY') ?? keptClientKey(join(dataDir, 'cds-client-key.pem')),
    }),
    SECRET_KEY: read('SECRET_KEY') ?? keptSecret(join(dataDir, 'secret-key')),
    SESSION_SECRET: read('SESSION_SECRET') ?? keptSecret(join(dataDir, 'session-secret')),
  }
}

/**
 * Installs the sandbox's root as the one this installation trusts. A real one comes on paper and is named in HEALTH_CA_ROOT: the
 * product itself never fetches what it is to trust.
 * @param {Settings} settings
 */
export async function installSandboxRoot({ sandboxUrl, dataDir }) {
  const reply = await fetch(`${sandboxUrl}/_sandbox/health-ca/root.pem`)
  if (!reply.ok) throw new Stop(`ریشهٔ مرکز گواهی آزمایشی خوانده نشد (${reply.status}).`)
  writeFileSync(rootFile(dataDir), await reply.text())
}

/** @param {string} dataDir */
const rootFile = (dataDir) => join(dataDir, 'health-ca-root.pem')

/** `NAME=` in a copied .env.example means the same as no line at all. @param {string} name */
function read(name) {
  return process.env[name] || undefined
}

/** @param {string} name @param {number} fallback */
function readPort(name, fallback) {
  const port = Number(read(name) ?? fallback)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Stop(`مقدار متغیر ${name} باید شمارهٔ درگاه (عددی از ۱ تا ۶۵۵۳۵) باشد.`)
}

/** @param {string} dataDir */
function prepareDataDir(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
    return dataDir
  } catch {
    throw new Stop(`در پوشهٔ داده نمی‌توان نوشت: ${dataDir}\nاجازهٔ نوشتن بدهید یا پوشهٔ دیگری را در متغیر DATA_DIR بنویسید.`)
  }
}

/** The key by which rule services know this installation (P-384), made once: who knows it knows its public half. @param {string} file */
function keptClientKey(file) {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  return file
}

/** 32 random bytes, made once: what they encrypted must stay readable after the next start. @param {string} file */
function keptSecret(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
