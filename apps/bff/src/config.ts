import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ClientKey, readClientKey } from './client-key.ts'

const Secret = z.base64url().refine((text) => Buffer.from(text, 'base64url').length >= 32, { error: 'at least 32 bytes, base64url' })

/** Addresses with commas between them; none at all asks nobody. */
const Addresses = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()).filter((address) => address !== ''))
  .pipe(z.array(z.url({ protocol: /^https?$/ })))

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.string().min(1),
  NATIONAL_GATEWAY_URL: z.url().default('http://localhost:4000'),
  GATEWAY_USERNAME: z.string().default('noskhe'),
  GATEWAY_PASSWORD: z.string().default('noskhe-demo'),
  GATEWAY_CLIENT_ID: z.string().default('noskhe-client'),
  GATEWAY_CLIENT_SECRET: z.string().default('noskhe-client-demo'),
  GATEWAY_PID: z.string().default('noskhe-package'),
  NATIONAL_DEADLINE_SECONDS: z.coerce.number().positive().max(60).default(8),
  ELIGIBILITY_URL: z.url().optional(),
  SIAM_URL: z.url().optional(),
  COUNCIL_REGISTRY_URL: z.url().optional(),
  SMS_URL: z.url().optional(),
  MOBILE_SIGNATURE_URL: z.url().optional(),
  TTAC_URL: z.url().optional(),
  LOCATE_URL: z.url().optional(),
  MKSA_URL: z.url().optional(),
  INSURER_RULES_URL: z.url().optional(),
  SEPAS_URL: z.url().optional(),
  IHIO_URL: z.url().default('http://localhost:4000'),
  IHIO_TERMINAL_ID: z.coerce.number().int().default(60114),
  IHIO_USERNAME: z.string().default('noskhe'),
  IHIO_PASSWORD: z.string().default('Ihio-demo-1405'),
  TAMIN_URL: z.url().default('http://localhost:4000'),
  TAMIN_ACCOUNT_URL: z.url().optional(),
  TAMIN_CLIENT_ID: z.string().min(1).default('noskhe'),
  CDS_CLIENT_KEY: z.string().min(1).optional(),
  CDS_SERVICES: Addresses.default(['http://localhost:4000/clinical-rules']),
  ARMED_FORCES_GATEWAY_URL: z.url().default('http://localhost:4000/armed-forces'),
  ARMED_FORCES_USERNAME: z.string().default('noskhe'),
  ARMED_FORCES_PASSWORD: z.string().default('noskhe-armed-forces-demo'),
  ARMED_FORCES_CLIENT_ID: z.string().default('noskhe-armed-forces'),
  ARMED_FORCES_CLIENT_SECRET: z.string().default('noskhe-armed-forces-client-demo'),
  ARMED_FORCES_PID: z.string().default('noskhe-armed-forces-package'),
  HEALTH_CA_URL: z.url().optional(),
  HEALTH_CA_ROOT: z.string().min(1).optional(),
  HEALTH_CA_OCSP_URL: z.url().default('http://localhost:4000/ocsp'),
  HEALTH_CA_CRL_URL: z.url().default('http://localhost:4000/crl/issuing.crl'),
  HEALTH_CA_ROOT_CRL_URL: z.url().default('http://localhost:4000/crl/root.crl'),
  SECRET_KEY: Secret,
  SESSION_SECRET: Secret,
  WEB_DIST: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  SESSION_IDLE_MINUTES: z.coerce.number().positive().default(20),
  SESSION_HOURS: z.coerce.number().positive().default(10),
})

/** Everything that differs from one installation to another. Nothing here says whether a service is real or the sandbox. */
export interface Config {
  port: number
  /** The address people type; passkeys and the Origin check are bound to it. */
  publicUrl: string
  databaseUrl: string
  /** `serviceUrls`: services that stand elsewhere than behind the gateway's address. */
  gateway: {
    baseUrl: string; username: string; password: string; clientId: string; clientSecret: string; pid: string; serviceUrls: Partial<Record<string, string>>
  }
  ihio: { baseUrl: string; terminalId: number; username: string; password: string }
  tamin: { baseUrl: string; accountUrl: string; clientId: string }
  /** A gateway of their own (8-8 note). */
  armedForces: { baseUrl: string; username: string; password: string; clientId: string; clientSecret: string; pid: string }
  /** How long one call to a national service may take, with all its tries. */
  deadlineMs: number
  /** Base addresses of the CDS services (8-7), in the order in which they are asked; `client`: by what they know that it is us. */
  clinicalRules: { baseUrls: readonly string[]; client: ClientKey | null }
  /** `roots`: PEM of what certificates are trusted by; null where none is configured, and then none is. */
  healthCa: { roots: string | null; ocspUrl: string; crlUrl: string; rootCrlUrl: string }
  /** 32 bytes that encrypt what we keep for others (accounts at insurers). */
  secretKey: Buffer
  sessionSecret: string
  /** Folder of the built web application; null where something else serves it. */
  webDist: string | null
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  session: { idleMinutes: number; hours: number }
}

/** Reads the environment; throws a sentence that names the variable and never its value. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`تنظیمات ناقص یا نادرست است — ${faults.join('؛ ')}`)
  }
  const it = parsed.data
  const publicUrl = (it.PUBLIC_URL ?? `http://localhost:${it.PORT}`).replace(/\/$/, '')
  return {
    port: it.PORT,
    publicUrl,
    databaseUrl: it.DATABASE_URL,
    gateway: {
      baseUrl: it.NATIONAL_GATEWAY_URL,
      username: it.GATEWAY_USERNAME,
      password: it.GATEWAY_PASSWORD,
      clientId: it.GATEWAY_CLIENT_ID,
      clientSecret: it.GATEWAY_CLIENT_SECRET,
      pid: it.GATEWAY_PID,
      serviceUrls: serviceUrlsOf(it),
    },
    ihio: { baseUrl: it.IHIO_URL, terminalId: it.IHIO_TERMINAL_ID, username: it.IHIO_USERNAME, password: it.IHIO_PASSWORD },
    tamin: { baseUrl: it.TAMIN_URL, accountUrl: it.TAMIN_ACCOUNT_URL ?? it.TAMIN_URL, clientId: it.TAMIN_CLIENT_ID },
    armedForces: {
      baseUrl: it.ARMED_FORCES_GATEWAY_URL,
      username: it.ARMED_FORCES_USERNAME,
      password: it.ARMED_FORCES_PASSWORD,
      clientId: it.ARMED_FORCES_CLIENT_ID,
      clientSecret: it.ARMED_FORCES_CLIENT_SECRET,
      pid: it.ARMED_FORCES_PID,
    },
    deadlineMs: it.NATIONAL_DEADLINE_SECONDS * 1_000,
    clinicalRules: { baseUrls: it.CDS_SERVICES, client: it.CDS_CLIENT_KEY === undefined ? null : clientKeyOf(it.CDS_CLIENT_KEY, publicUrl) },
    healthCa: {
      roots: it.HEALTH_CA_ROOT === undefined ? null : pemOf(it.HEALTH_CA_ROOT),
      ocspUrl: it.HEALTH_CA_OCSP_URL,
      crlUrl: it.HEALTH_CA_CRL_URL,
      rootCrlUrl: it.HEALTH_CA_ROOT_CRL_URL,
    },
    secretKey: Buffer.from(it.SECRET_KEY, 'base64url').subarray(0, 32),
    sessionSecret: it.SESSION_SECRET,
    webDist: it.WEB_DIST ?? null,
    logLevel: it.LOG_LEVEL,
    session: { idleMinutes: it.SESSION_IDLE_MINUTES, hours: it.SESSION_HOURS },
  }
}

/** By the keys of the call log. */
function serviceUrlsOf(it: z.infer<typeof Environment>): Partial<Record<string, string>> {
  const urls = {
    eligibility: it.ELIGIBILITY_URL, siam: it.SIAM_URL, 'council-registry': it.COUNCIL_REGISTRY_URL, sms: it.SMS_URL,
    'mobile-signature': it.MOBILE_SIGNATURE_URL, 'health-ca': it.HEALTH_CA_URL, ttac: it.TTAC_URL, locate: it.LOCATE_URL, mksa: it.MKSA_URL, 'insurer-rules': it.INSURER_RULES_URL, sepas: it.SEPAS_URL,
  }
  return Object.fromEntries(Object.entries(urls).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** PEM, or the file it is in. The sentence names the variable, never the key. */
function clientKeyOf(setting: string, issuer: string): ClientKey {
  try {
    return readClientKey(setting.startsWith('-----BEGIN') ? setting : readFileSync(setting, 'utf8'), issuer)
  } catch {
    throw new Error('تنظیمات نادرست است — CDS_CLIENT_KEY: no private key of P-384 or RSA, PEM or a file of it')
  }
}

/** A trust anchor is configured and never fetched: what came over the wire would vouch for itself. PEM, or the file it is in. */
function pemOf(setting: string): string {
  if (setting.startsWith('-----BEGIN CERTIFICATE-----')) return setting
  try {
    return readFileSync(setting, 'utf8')
  } catch (cause) {
    throw new Error('تنظیمات نادرست است — HEALTH_CA_ROOT: the file cannot be read', { cause })
  }
}
