import { randomBytes, randomUUID } from 'node:crypto'
import * as centres from '@noskhe/shared/centres/contract'
import * as charts from '@noskhe/shared/charts/contract'
import { contracts } from '@noskhe/shared/contracts'
import type { Endpoint } from '@noskhe/shared/endpoint'
import * as patients from '@noskhe/shared/patients/contract'
import * as prescriptions from '@noskhe/shared/prescriptions/contract'
import type { SigningMeans } from '@noskhe/shared/signing/signature'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '../db/id.ts'
import type { Caller } from '../testing/caller.ts'
import { type Product, clinic, givenProduct, manager, office, pharmacist, pharmacy, physician, secondPhysician } from '../testing/product.ts'

// Every endpoint that is given the id of a thing × everybody whose thing it is not. What exists and is another's must look
// exactly like what does not exist.

type Thing = 'prescription' | 'encounter' | 'patient' | 'problem' | 'passkey-question' | 'phone-question' | 'delivery' | 'delivery-elsewhere' | 'session' | 'deposit' | 'claim' | 'set'
type Stranger = 'a colleague at the same centre' | 'herself at another centre' | 'a pharmacist of another centre' | 'a manager at another centre' | 'a colleague'

interface Case {
  /** Which input is the id, and of what. */
  field: string
  thing: Thing
  /** Whatever else makes the input right, so that only the id can be what is refused. */
  rest: object
  strangers: readonly Stranger[]
}

const doctors = ['a colleague at the same centre', 'herself at another centre'] as const
const ofPrescription = (rest: object = {}): Case => ({ field: 'id', thing: 'prescription', rest, strangers: doctors })
// A delivery belongs to the pharmacy: whoever is on duty there goes on with it.
const ofDelivery = (rest: object = {}): Case => ({ field: 'id', thing: 'delivery-elsewhere', rest, strangers: ['a pharmacist of another centre'] })
const noDraft = { items: [], diagnosisCode: null, noteToPatient: '' }

const cases: Record<string, Case> = {
  'auth.endOtherSession': { field: 'id', thing: 'session', rest: {}, strangers: ['a colleague'] },
  'patients.findEncounter': { field: 'id', thing: 'encounter', rest: {}, strangers: doctors },
  'patients.declareCoverage': { field: 'id', thing: 'encounter', rest: { insurer: 'salamat' }, strangers: doctors },
  'patients.saveContact': { field: 'id', thing: 'encounter', rest: { phone: null }, strangers: doctors },
  'patients.endEncounter': { field: 'id', thing: 'encounter', rest: {}, strangers: doctors },
  // A colleague at the centre may take on whomever the centre knows; what is in her chart is another matter.
  'patients.openEncounterOfPatient': { field: 'id', thing: 'patient', rest: {}, strangers: ['herself at another centre'] },
  'charts.findChart': { field: 'id', thing: 'patient', rest: {}, strangers: doctors },
  'charts.findChartOfVisit': { field: 'id', thing: 'encounter', rest: {}, strangers: doctors },
  'charts.listLooks': { field: 'id', thing: 'patient', rest: {}, strangers: doctors },
  'charts.addProblem': { field: 'id', thing: 'patient', rest: { code: 'I10' }, strangers: doctors },
  'charts.resolveProblem': { field: 'id', thing: 'problem', rest: {}, strangers: doctors },
  'patients.giveUpEncounter': { field: 'id', thing: 'encounter', rest: { reason: 'visit-given-up' }, strangers: doctors },
  'prescriptions.openDraft': { field: 'encounterId', thing: 'encounter', rest: { pays: 'insurer', declaredName: null }, strangers: doctors },
  'prescriptions.saveDraft': ofPrescription({ revision: 0, content: noDraft }),
  'prescriptions.checkDraft': ofPrescription({ revision: 0 }),
  'prescriptions.discardDraft': ofPrescription({ revision: 0 }),
  'prescriptions.findPrescription': ofPrescription(),
  'prescriptions.registerPrescription': ofPrescription({ version: 0 }),
  'prescriptions.findDispensing': ofPrescription(),
  'prescriptions.editPrescription': ofPrescription({ version: 0 }),
  'referrals.findActOffers': { field: 'id', thing: 'encounter', rest: {}, strangers: doctors },
  'referrals.openAct': { field: 'encounterId', thing: 'encounter', rest: { kind: 'visit' }, strangers: doctors },
  'referrals.readReferral': { field: 'id', thing: 'encounter', rest: { trackingCode: '2718281' }, strangers: doctors },
  'referrals.openReferral': { field: 'id', thing: 'encounter', rest: { trackingCode: '2718281' }, strangers: doctors },
  'referrals.saveAct': ofPrescription({ revision: 0, act: { kind: 'visit' }, diagnosisCode: null }),
  'referrals.findAnswers': ofPrescription(),
  'prescriptions.cancelPrescription': ofPrescription({ version: 0, cancellation: { reason: 'duplicate', note: '' } }),
  'favourites.recall': ofPrescription(),
  'favourites.changeSet': { field: 'id', thing: 'set', rest: { revision: 0, name: 'سرماخوردگی', isRemoved: false }, strangers: doctors },
  'rules.gatherFindings': ofPrescription({ revision: 0 }),
  'rules.overrideFinding': ofPrescription({ finding: 'any', reason: 'monitored', note: '' }),
  'rules.acceptSuggestion': ofPrescription({ finding: 'any', suggestion: 'any' }),
  'rules.findPatientFacts': ofPrescription(),
  'rules.keepPatientFacts': ofPrescription({ revision: 0, facts: { allergies: [], isPregnant: null, weightKg: null } }),
  'signing.requestSignature': ofPrescription({ revision: 0, means: 'passkey' }),
  'signing.listSignatures': ofPrescription(),
  'signing.signWithPasskey': { field: 'id', thing: 'passkey-question', rest: { response: {} }, strangers: doctors },
  'signing.findSignatureOutcome': { field: 'id', thing: 'phone-question', rest: {}, strangers: doctors },
  'evidence.exportEvidence': ofPrescription({ version: 1 }),
  'dispensing.scanPack': ofDelivery({ lineId: null, label: '10000000000000000001' }),
  'dispensing.confirmDelivery': ofDelivery(),
  'dispensing.gatherDeliveryFindings': ofDelivery(),
  'dispensing.overrideDeliveryFinding': ofDelivery({ finding: 'any', reason: 'monitored', note: '' }),
  'dispensing.abandonDelivery': ofDelivery(),
  'dispensing.findDelivery': ofDelivery(),
  'record.readRecord': { field: 'encounterId', thing: 'encounter', rest: { purpose: 'TREAT' }, strangers: doctors },
  'record.sendDepositAgain': { field: 'id', thing: 'deposit', rest: {}, strangers: ['a manager at another centre'] },
  'claims.askClaim': { field: 'id', thing: 'claim', rest: {}, strangers: ['a pharmacist of another centre', 'a manager at another centre'] },
}

/** Ids that name no thing of ours: the code's own attempt, and where a list goes on (it is scoped by itself). */
const noThings = ['auth.identify', 'auth.confirmCode', 'auth.chooseCentre', 'dispensing.listDeliveries', 'claims.listClaims']

let product: Product
let owners: Record<Thing, Caller>
let strangers: Record<Stranger, Caller>
let things: Record<Thing, string>

beforeAll(async () => {
  product = await givenProduct()
  await product.signIn(physician)
  const doctor = await product.signIn(physician, { siamId: clinic, role: 'prescriber' })
  const atOffice = await product.signIn(physician, { siamId: office, role: 'prescriber' })
  const colleague = await product.signIn(secondPhysician, { siamId: clinic, role: 'prescriber' })
  const dispenser = await product.signIn(pharmacist, { siamId: pharmacy, role: 'dispenser' })
  strangers = {
    'a colleague at the same centre': colleague,
    'herself at another centre': atOffice,
    'a pharmacist of another centre': dispenser,
    'a manager at another centre': await product.signIn(manager, { siamId: pharmacy, role: 'admin' }),
    'a colleague': colleague,
  }
  const clinicManager = await product.signIn(manager, { siamId: clinic, role: 'admin' })
  owners = {
    prescription: doctor, encounter: doctor, patient: doctor, problem: doctor, 'passkey-question': doctor, 'phone-question': doctor, session: doctor, set: doctor,
    delivery: dispenser, 'delivery-elsewhere': dispenser, deposit: clinicManager, claim: clinicManager,
  }
  things = await givenThings(doctor)
})
afterAll(() => product.close())

async function givenThings(doctor: Caller): Promise<typeof things> {
  const identity = { kind: 'national-code' as const, value: '1384950613' }
  const encounter = await doctor.call(patients.openEncounter, { identity, newbornBirthDate: null })
  const open = () => doctor.call(prescriptions.openDraft, { encounterId: encounter.id, pays: 'private', declaredName: null })
  // The code lists are being copied while the product starts.
  const prescription = await vi.waitFor(open, { timeout: 20_000, interval: 200 })
  const { id: personId } = await product.db.person.findUniqueOrThrow({ where: { nationalCode: physician.nationalCode } })
  const { patientId } = await doctor.call(charts.findChartOfVisit, { id: encounter.id })
  const { problems } = await doctor.call(charts.addProblem, { id: patientId, code: 'I10' })
  const question = (means: SigningMeans) => givenQuestion(personId, prescription.id, means)
  const herIdleOne = JSON.stringify({ signedIn: { person: { personId }, at: null } })
  const [session] = await product.db.$queryRaw<{ id: string }[]>`
    SELECT sess -> 'signedIn' ->> 'id' AS id FROM sessions WHERE sess @> ${herIdleOne}::jsonb`
  return {
    encounter: encounter.id,
    prescription: prescription.id,
    patient: patientId,
    problem: problems[0]?.id ?? '',
    'passkey-question': await question('passkey'),
    'phone-question': await question('mobile'),
    session: session?.id ?? '',
    set: await givenSet(personId),
    delivery: await givenDelivery(pharmacy),
    'delivery-elsewhere': await givenDelivery('SIAM-2200999'),
    deposit: await givenDeposit(clinic),
    claim: await givenClaim(clinic),
  }
}

async function givenQuestion(prescriberId: string, prescriptionId: string, means: SigningMeans): Promise<string> {
  const { id } = await product.db.signatureRequest.create({
    data: {
      centreId: clinic, id: newId(), prescriptionId, prescriberId, revision: 0, means, canonical: '{}', digest: 'digest', nonce: randomBytes(32),
      handle: means === 'mobile' ? randomUUID() : null, expiresAt: new Date(Date.now() + 120_000),
    },
  })
  return id
}

async function givenSet(prescriberId: string): Promise<string> {
  const { id } = await product.db.itemSet.create({
    data: { centreId: clinic, id: newId(), prescriberId, author: 'نرگس کاویانی', scope: 'own', name: 'سرماخوردگی', items: [], madeAt: new Date() },
  })
  return id
}

async function givenDelivery(centreId: string): Promise<string> {
  const { id } = await product.db.delivery.create({
    data: {
      centreId, id: newId(), dispenserId: newId(), state: 'prepared', insurer: 'salamat', identityKind: 'national-code', identityValue: '1384950613',
      trackingCode: '12345', patientName: 'زهرا احمدی‌فر', lines: [], total: 0, insurerShare: 0, patientShare: 0, startedAt: new Date(),
    },
  })
  return id
}

/** One that has not been told yet, so that its owner is refused for that, and no company is asked. */
async function givenClaim(centreId: string): Promise<string> {
  const deliveryId = await givenDelivery(centreId)
  await product.db.delivery.update({
    where: { centreId_id: { centreId, id: deliveryId } },
    data: { deliveredAt: new Date(), supplementary: { state: 'known', company: 'بیمهٔ دی', companyCode: 'DAY', policy: 'P-1', share: 0, lines: [] } },
  })
  const { id } = await product.db.outboxMessage.create({
    data: {
      centreId, id: newId(), kind: 'supplementary.claim', stream: `supplementary/${deliveryId}`, place: 1, subjectId: deliveryId, state: 'parked',
      failure: 'impossible', enqueuedAt: new Date(), dueAt: new Date(),
    },
  })
  return id
}

async function givenDeposit(centreId: string): Promise<string> {
  const { id } = await product.db.outboxMessage.create({
    data: {
      centreId, id: newId(), kind: 'sepas.bill', stream: 'salamat/12345', place: 1, subjectId: newId(), state: 'parked', failure: 'impossible',
      enqueuedAt: new Date(), dueAt: new Date(),
    },
  })
  return id
}

const isIdField = (name: string) => name === 'id' || name === 'before' || name.endsWith('Id')
const takesIds = Object.entries(contracts).filter(([name, { input }]) => Object.keys(input.shape).some(isIdField) && !noThings.includes(name))

test('each endpoint that takes the id of a thing is held to it here', () => {
  // `listPrescriptions` goes on from an instant, not from a thing.
  expect(takesIds.map(([name]) => name).filter((name) => name !== 'prescriptions.listPrescriptions').toSorted()).toEqual(Object.keys(cases).toSorted())
})

const inputOf = ({ field, rest }: Case, id: string) => ({ ...rest, [field]: id })
const notFoundOf = ({ fails }: Endpoint) => fails.find((code) => code.endsWith('not-found'))

describe.each(Object.entries(cases))('%s', (name, it) => {
  const endpoint = contracts[name] as Endpoint

  test.each(it.strangers)('of another is not there for %s', async (stranger) => {
    const answer = await strangers[stranger].send(endpoint, inputOf(it, things[it.thing]))
    expect(answer).toMatchObject({ status: 404, code: notFoundOf(endpoint) })
    const unknown = await strangers[stranger].send(endpoint, inputOf(it, randomUUID()))
    expect(answer.body).toEqual(unknown.body)
  })

  test('of her own is there', async () => {
    const own = it.thing === 'delivery-elsewhere' ? 'delivery' : it.thing
    const answer = await owners[own].send(endpoint, inputOf(it, things[own]))
    expect(answer.code ?? '').not.toMatch(/not-found|invalid|unexpected/)
  })
})

test('whoever asks for the centre is told of the one she works at', async () => {
  const centreOf = async (caller: Caller) => (await caller.call(centres.findCentre, {})).siamId
  expect(await centreOf(owners.prescription)).toBe(clinic)
  expect(await centreOf(strangers['herself at another centre'])).toBe(office)
  expect(await centreOf(owners.delivery)).toBe(pharmacy)
})

test('lists hold what is her own, and nothing of a colleague or of another centre', async () => {
  const listed = async (caller: Caller) => (await caller.call(prescriptions.listPrescriptions, {})).prescriptions.map(({ id }) => id)
  expect(await listed(owners.prescription)).toContain(things.prescription)
  for (const stranger of doctors) expect(await listed(strangers[stranger])).toEqual([])
  const { deliveries } = (await owners.delivery.send(contracts['dispensing.listDeliveries'] as Endpoint, {})).body as { deliveries: { id: string }[] }
  expect(deliveries.map(({ id }) => id)).toEqual([things.delivery])
})
