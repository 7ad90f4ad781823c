import { setTimeout as sleep } from 'node:timers/promises'
import { verifyPasskey } from '@noskhe/evidence/verify-passkey'
import * as dispensing from '@noskhe/shared/dispensing/contract'
import { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { registerPrescription } from '@noskhe/shared/prescriptions/contract'
import { readSignedForm } from '@noskhe/shared/signing/signed-form'
import { verifyChains } from '../../features/audit/index.ts'
import { signatureOf } from '../../features/evidence/file-parts.ts'
import type { Told } from './client.ts'
import { type World, patient, served } from './world.ts'

/** An invariant (I1 … I10) that does not hold, and of what. */
export interface Violation {
  invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I10'
  what: string
}

const SETTLED_WITHIN_MS = 240_000
const OUTBOX_EMPTY_WITHIN_MS = 60_000
const ASK_EVERY_MS = 500

/** Waits until nothing is under way any more. I6: the outbox empties itself within a minute of healing. */
export async function settle({ db }: World): Promise<Violation[]> {
  const underWay = async () =>
    (await db.registrationAttempt.count({ where: { state: { in: ['sent', 'unknown'] } } })) + (await db.delivery.count({ where: { state: { in: ['sent', 'unknown'] } } }))
  await until(async () => (await underWay()) === 0, SETTLED_WITHIN_MS)
  const waiting = () => db.outboxMessage.count({ where: { state: { not: 'delivered' } } })
  const isEmpty = await until(async () => (await waiting()) === 0, OUTBOX_EMPTY_WITHIN_MS)
  return isEmpty ? [] : [{ invariant: 'I6', what: `${String(await waiting())} messages` }]
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(ASK_EVERY_MS)) if (await holds()) return true
  return holds()
}

/** Judges what the clients were told, what we keep and what the insurer has against each other. */
export async function check(world: World): Promise<Violation[]> {
  const history = [world.doctor, ...world.pharmacists].flatMap((it) => it.history)
  return [
    ...acknowledgedWithoutCode(history),
    ...(await lost(world, history)),
    ...(await unlikeTheInsurer(world)),
    ...(await tooMuchGiven(world)),
    ...(await unverifiable(world)),
    ...(await otherwiseOnReplay(world, history)),
    ...(await brokenChains(world)),
  ]
}

/** Prescriptions as clients were told of them by an answer of 200 to a registration. */
const acknowledged = (history: readonly Told[]): Prescription[] =>
  history.filter(({ endpoint, status }) => endpoint === registerPrescription.path && status === 200).map(({ body }) => Prescription.parse(JSON.parse(body)))

/** I10: what is said to be registered has a tracking code. */
const acknowledgedWithoutCode = (history: readonly Told[]): Violation[] =>
  acknowledged(history).flatMap(({ id, status, trackingCode }) => (status === 'registered' && !trackingCode ? [{ invariant: 'I10', what: id }] : []))

/** I1: whatever was acknowledged is there, under the code that was told. */
async function lost({ db }: World, history: readonly Told[]): Promise<Violation[]> {
  const told = acknowledged(history).filter(({ status }) => status === 'registered')
  const kept = new Map((await db.prescription.findMany({ select: { id: true, status: true, trackingCode: true } })).map((it) => [it.id, it]))
  return told.flatMap(({ id, trackingCode }) => {
    const it = kept.get(id)
    return it?.status === 'registered' && it.trackingCode === trackingCode ? [] : [{ invariant: 'I1' as const, what: id }]
  })
}

/**
 * I1, I2, I8: of the patient to whom nothing was given, the insurer has exactly the prescriptions that we hold for registered, each
 * once: none lost, none told twice, none that was not signed.
 */
async function unlikeTheInsurer({ db, pharmacists: [by] }: World): Promise<Violation[]> {
  if (!by) throw new Error('Nobody is at the counter')
  const { orders } = await by.ask(dispensing.searchOrders, { text: patient, identity: null })
  const theirs = orders.filter(({ ref }) => ref.insurer === 'salamat').map(({ ref }) => ref.trackingCode)
  const registered = await db.prescription.findMany({ where: { status: 'registered', insurer: 'salamat' }, select: { id: true, trackingCode: true, header: true } })
  const ours = registered.filter(({ header }) => JSON.stringify(header).includes(patient))
  const signed = new Set((await db.prescriptionVersion.findMany({ where: { voidedAt: null }, select: { prescriptionId: true } })).map((it) => it.prescriptionId))
  return [
    ...ours.filter(({ trackingCode }) => !theirs.includes(trackingCode ?? '')).map(({ id }) => ({ invariant: 'I1' as const, what: id })),
    ...theirs.filter((code) => !ours.some(({ trackingCode }) => trackingCode === code)).map((what) => ({ invariant: 'I2' as const, what })),
    ...ours.filter(({ id }) => !signed.has(id)).map(({ id }) => ({ invariant: 'I8' as const, what: id })),
  ]
}

/** I3: of each prescription no more was given than was prescribed, by our own book. */
async function tooMuchGiven({ db }: World): Promise<Violation[]> {
  const delivered = await db.delivery.findMany({ where: { state: 'delivered', identityValue: served }, select: { trackingCode: true } })
  const codes = delivered.map(({ trackingCode }) => trackingCode)
  // Each delivery of these is of the whole line.
  return [...new Set(codes.filter((code, place) => codes.indexOf(code) !== place))].map((what) => ({ invariant: 'I3', what }))
}

/** I4: each registered prescription verifies by its stored bytes alone. */
async function unverifiable({ db }: World): Promise<Violation[]> {
  const registered = await db.prescription.findMany({ where: { status: 'registered' }, select: { id: true, version: true } })
  const violations: Violation[] = []
  for (const { id, version } of registered) {
    const kept = await db.prescriptionVersion.findFirst({ where: { prescriptionId: id, version } })
    const signature = kept && signatureOf(kept.evidence)
    const findings = kept && signature?.kind === 'passkey' ? await verifyPasskey(signature, kept.canonical, readSignedForm(kept.canonical)) : []
    if (!findings.some((it) => it.check === 'signature' && it.state === 'holds')) violations.push({ invariant: 'I4', what: id })
  }
  return violations
}

/** I5: asked again under the same key, the product answers as it did, byte for byte. */
async function otherwiseOnReplay({ doctor }: World, history: readonly Told[]): Promise<Violation[]> {
  const violations: Violation[] = []
  const firsts = new Map<string, Told>()
  for (const it of history) {
    if (it.endpoint !== registerPrescription.path || it.status !== 200) continue
    const first = firsts.get(it.onceKey)
    if (first && first.body !== it.body) violations.push({ invariant: 'I5', what: it.onceKey })
    firsts.set(it.onceKey, first ?? it)
  }
  for (const { onceKey, input, body } of firsts.values()) {
    const again = await doctor.ask(registerPrescription, input as { id: string; version: number }, onceKey)
    const now = doctor.history.at(-1)?.body
    if (now !== body) violations.push({ invariant: 'I5', what: again.id })
  }
  return violations
}

/** I7: the audit chain is unbroken, and tells of each registration once. */
async function brokenChains({ db }: World): Promise<Violation[]> {
  const violations: Violation[] = []
  for await (const { centreId, broken } of verifyChains(db)) if (broken) violations.push({ invariant: 'I7', what: `${centreId} ${broken.fault}` })
  const registered = await db.prescription.findMany({ where: { status: 'registered' }, select: { id: true } })
  for (const { id } of registered) {
    const told = await db.auditEvent.count({ where: { subject: id, action: 'prescription.registered' } })
    if (told !== 1) violations.push({ invariant: 'I7', what: `${id}: ${String(told)} × registered` })
  }
  return violations
}
