import { faultKinds } from '@noskhe/sandbox/fault'
import type { FaultKind } from '@noskhe/sandbox/fault'
import { words as rulesWords } from '../../../../web/src/features/rules/words.ts'
import { problemMessage, sayProblem } from '../../../../web/src/i18n/problem-message.ts'
import { readConfig } from '../../config.ts'
import { failureOf } from '../../http/problem.ts'
import { connectNational } from '../connect.ts'
import { NationalUnavailable, isSilence } from '../gateway/failures.ts'
import type { Revocation } from '../health-ca/port.ts'
import type { RuleAnswer } from '../insurer-rules/port.ts'
import { unjudged } from '../payer/armed-forces/refusals.ts'
import type { National } from '../port.ts'
import { physician } from './fault-examples.ts'
import type { FaultRow, Given } from './fault-row.ts'

/** Of a call that is never answered in time: it is waited for to its end. */
const WAITED_SECONDS = 3
/** Of every other: much longer than any work, on whatever machine. */
const GENEROUS_SECONDS = 30
/** Beyond every deadline, so that a busy service is not waited for, nor a late one heard. */
const LONG_MS = GENEROUS_SECONDS * 2_000

export const kinds = Object.keys(faultKinds) as FaultKind[]

export interface Cell {
  row: FaultRow
  kind: FaultKind
  /** What the port made of it, with `sent` for what was told. */
  outcome: string
  /** What the screen says; empty where there is an answer to show. */
  sentence: string
}

/** Gives connections like the product's, each with nothing remembered of the calls before it. */
export async function connectorTo(url: string): Promise<(deadlineSeconds?: number) => National> {
  const secret = 'A'.repeat(43)
  const config = readConfig({
    DATABASE_URL: 'postgresql://unused', SECRET_KEY: secret, SESSION_SECRET: secret,
    NATIONAL_GATEWAY_URL: url, IHIO_URL: url, TAMIN_URL: url, ARMED_FORCES_GATEWAY_URL: `${url}/armed-forces`, CDS_SERVICES: `${url}/clinical-rules`,
    HEALTH_CA_ROOT: await (await control(url, 'GET', 'health-ca/root.pem')).text(),
    HEALTH_CA_OCSP_URL: `${url}/ocsp`, HEALTH_CA_CRL_URL: `${url}/crl/issuing.crl`, HEALTH_CA_ROOT_CRL_URL: `${url}/crl/root.crl`,
  })
  return (deadlineSeconds = GENEROUS_SECONDS) => connectNational({ ...config, deadlineMs: deadlineSeconds * 1_000 })
}

/** The ports a row is needed for: everything that is asked of somebody else. */
export function portsOf(national: National): string[] {
  const plain = Object.entries(national).filter(([key, it]) => key !== 'payers' && typeof it === 'object')
  return [...plain.map(([key]) => key), ...Object.keys(national.payers).map((insurer) => `payers.${insurer}`)]
}

/**
 * Every row against every fault. First each answers while all is well, one after the other; then services fail side by side,
 * one service in one way at a time; last the gateway's door, which stands before the others.
 */
export async function runMatrix(url: string, rows: readonly FaultRow[]): Promise<Cell[]> {
  const connect = await connectorTo(url)
  const shared = await givenBy(url, connect())
  const strikes = rows.flatMap((row) => kinds.map((kind) => ({ row, kind }))).map((it, cell): Strike => ({ ...it, given: { ...shared, cell } }))
  const oneByOne = async (group: readonly Strike[] = []) => {
    const cells: Cell[] = []
    for (const it of group) cells.push(await strikeWith(url, it, connect(isAwaited(it) ? WAITED_SECONDS : GENEROUS_SECONDS)))
    return cells
  }
  const { well, door, others = [] } = Object.groupBy(strikes, ({ row, kind }) => (kind === 'delay' ? 'well' : row.service === 'ditas' ? 'door' : 'others'))
  const answered = await oneByOne(well)
  const failed = await Promise.all([...Map.groupBy(others, groupOf).values()].map(oneByOne))
  return [...answered, ...failed.flat(), ...(await oneByOne(door))]
}

const isAwaited = ({ kind }: Strike): boolean => kind === 'late' || kind === 'hang'

interface Strike {
  row: FaultRow
  kind: FaultKind
  given: Omit<Given, 'national'>
}

/** Services that cannot be asked while the other fails stand under one name. */
const asked: Record<string, string> = { 'tamin-account': 'tamin', 'insurer-rules': 'armed-forces', crl: 'ocsp', ttac: 'sepas', 'health-ca': 'sepas' }
const groupOf = ({ row }: Strike): string => {
  const [first = ''] = servicesOf(row)
  return asked[first] ?? first
}

export const servicesOf = ({ service }: FaultRow): readonly string[] => (typeof service === 'string' ? [service] : service)

async function strikeWith(url: string, { row, kind, given }: Strike, national: National): Promise<Cell> {
  const call = await row.prepare({ ...given, national })
  const fault = { kind, ms: kind === 'delay' ? 20 : LONG_MS, ...(row.path !== undefined && { path: row.path }) }
  for (const service of servicesOf(row)) await control(url, 'PUT', `faults/${service}`, fault)
  try {
    return { row, kind, ...(await settle(row, call)) }
  } finally {
    for (const service of servicesOf(row)) await control(url, 'DELETE', `faults/${service}`)
  }
}

async function settle(row: FaultRow, call: () => Promise<unknown>): Promise<Said> {
  try {
    return ofAnswer(await call())
  } catch (error) {
    if (!isSilence(error)) throw error
    const why = error instanceof NationalUnavailable ? error.why : 'unreadable'
    return { outcome: row.isWrite ? `${why}, sent: ${error.sent}` : why, sentence: sayProblem(failureOf(error)) }
  }
}

type Said = Pick<Cell, 'outcome' | 'sentence'>

function ofAnswer(answer: unknown): Said {
  // Rule services answer each for itself, and silence is one of the answers.
  const silent = (Array.isArray(answer) ? answer : []).find((it: { state?: unknown }) => it.state === 'silent') as { title: string } | undefined
  if (silent !== undefined) return { outcome: 'silent', sentence: rulesWords.silent(silent.title) }
  if (isRevocation(answer)) return ofRevocation(answer)
  if (typeof answer === 'string') return { outcome: answer, sentence: '' }
  const { outcome, state, reason, advice } = Object(answer) as Partial<Record<string, unknown>>
  if (outcome === 'not-judged') return { outcome: `not-judged: ${(answer as NotJudged).why}`, sentence: unjudged(answer as NotJudged).advice }
  if (outcome === 'refused') return { outcome: `refused: ${String(reason)}`, sentence: typeof advice === 'string' ? advice : '' }
  const word = outcome ?? state
  return { outcome: typeof word === 'string' ? word : 'answered', sentence: '' }
}

type NotJudged = Extract<RuleAnswer, { outcome: 'not-judged' }>

const isRevocation = (answer: unknown): answer is Revocation => answer instanceof Object && ('proofs' in answer || 'because' in answer)

/** With whose word it rests on: another authority's may stand in for the one that is silent. */
function ofRevocation(it: Revocation): Said {
  if (it.state === 'unknown') return { outcome: 'unknown', sentence: problemMessage['signature.certificate-unknown'] }
  return { outcome: [it.state, ...it.proofs.map(({ of, by }) => `${of} by ${by}`)].join(', '), sentence: '' }
}

async function control(url: string, method: 'GET' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Response> {
  const response = await fetch(`${url}/_sandbox/${path}`, {
    method, headers: { 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
  return response
}

/** Packs that TTAC itself is asked about; the counters sell others. */
const ASKED_OF_TTAC = 3

/** What the market has, and what the physician signs with. */
async function givenBy(url: string, national: National): Promise<Pick<Given, 'drugs' | 'packs' | 'market' | 'sold' | 'chain'>> {
  const { packs } = (await (await control(url, 'GET', 'people')).json()) as { packs: { uid: string; genericCode: string; state: string }[] }
  const chain = await national.healthCa.certificateOf(physician.nationalCode)
  if (chain === null) throw new Error('The physician has no certificate')
  const all = packs.filter((it) => it.state === 'genuine')
  const [genuine, others] = [all.slice(0, ASKED_OF_TTAC), all.slice(ASKED_OF_TTAC)]
  const market = new Map([...Map.groupBy(others, (it) => it.genericCode)].map(([drug, its]) => [drug, its.map((it) => it.uid)]))
  return { drugs: [...new Set(packs.map((it) => it.genericCode))], packs: genuine.map((it) => it.uid), market, sold: new Set(), chain }
}

/** Every service that the sandbox plays. */
export async function servicesAt(url: string): Promise<string[]> {
  const { services } = (await (await control(url, 'GET', 'faults')).json()) as { services: { name: string }[] }
  return services.map((it) => it.name)
}

/** By what software the sandbox was called, for every call of the run. */
export async function softwareIn(url: string, but: readonly string[]): Promise<Set<string | null>> {
  const { calls } = (await (await control(url, 'GET', 'journal?limit=5000')).json()) as { calls: { service: string; software: string | null }[] }
  return new Set(calls.filter((it) => !but.includes(it.service)).map((it) => it.software))
}
