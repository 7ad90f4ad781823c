import { randomBytes, randomUUID } from 'node:crypto'
import { NationalCode } from '@noskhe/shared/identifiers'
import type { Encounter, InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { DrugDraft, ItemDraft } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { KeptPatientFacts, PatientFacts } from '@noskhe/shared/rules/patient-facts'
import type { SignatureRequest, SigningMeans } from '@noskhe/shared/signing/signature'
import { type PublicKeyCredentialRequestOptionsJSON, generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import type { ActorAtCentre, Context } from '../context.ts'
import { type Db, openDb } from '../db/client.ts'
import { newId } from '../db/id.ts'
import { openEncounter } from '../features/patients/open-encounter.ts'
import { endEncounter } from '../features/patients/visits/end-encounter.ts'
import { keepAccount } from '../features/payers/index.ts'
import { cancelPrescription } from '../features/prescriptions/cancel-prescription.ts'
import { checkDraft } from '../features/prescriptions/check-draft.ts'
import { discardDraft } from '../features/prescriptions/discard-draft.ts'
import { editPrescription } from '../features/prescriptions/edit-prescription.ts'
import { findPrescription } from '../features/prescriptions/find-prescription.ts'
import { giveUpEncounter } from '../features/prescriptions/give-up-visit.ts'
import { openDraft } from '../features/prescriptions/open-draft.ts'
import { registerPrescription } from '../features/prescriptions/register-prescription.ts'
import { saveDraft } from '../features/prescriptions/save-draft.ts'
import { keepPatientFacts } from '../features/rules/patient-facts.ts'
import { requestSignature } from '../features/signing/request-signature.ts'
import { signWithPasskey } from '../features/signing/sign-with-passkey.ts'
import type { Practitioner } from '../national/council-registry/port.ts'
import type { EligibilityAnswer } from '../national/eligibility/port.ts'
import type { National } from '../national/port.ts'
import type { Centre, CentreLicence } from '../national/siam/port.ts'
import { type Authenticator, type Conduct, createAuthenticator } from './authenticator.ts'
import { loadCatalogue, metformin } from './catalogue.ts'
import { testDatabase } from './database.ts'
import { Insurer } from './insurer.ts'
import { Phone } from './phone.ts'
import { RuleService } from './rule-service.ts'

export const patientCode = NationalCode.parse('1384950613')

/** One finished item, or whatever of it a test needs otherwise. */
export const item = (change: Partial<DrugDraft> = {}): DrugDraft => ({
  kind: 'drug',
  key: randomUUID(),
  code: metformin,
  dose: '1',
  doseUnit: 'قرص',
  frequency: 'BID',
  durationDays: 30,
  quantity: 60,
  instructions: ['PC'],
  asNeeded: false,
  note: '',
  ...change,
})

const covered: EligibilityAnswer = {
  person: 'alive',
  identity: { firstName: 'زهرا', lastName: 'احمدی‌فر', gender: 'female', birthDate: '1990-07-03' },
  coverages: [
    { insurer: 'salamat', title: 'بیمهٔ سلامت', box: { code: '26.1', title: 'کارکنان دولت' }, validUntil: '2027-09-21', isValid: true, supplementary: null },
  ],
  used: 'salamat',
  choice: null,
  hid: { value: '12345AA9AA', issuer: 'MOHME_IT', insurer: 'salamat', issuedAt: '2026-11-25T09:00:00.000Z' },
  message: null,
}

const inForce: CentreLicence = { state: 'active', reason: null, validUntil: '2029-09-21' }

export interface Doctor {
  context: Context
  device: Authenticator
}

/** The services a doctor's work asks, with what it asks of them. */
type Asked = { [Service in keyof National]?: Partial<National[Service]> }

/**
 * Doctors at their centres, with national services in memory whose answers a test may change, on a database of its own.
 * Time stands still until a test moves it.
 */
export class Practice {
  now = new Date('2026-11-25T09:00:00.000Z')
  salamat = new Insurer('salamat')
  /** Where private (آزاد) prescriptions are registered. */
  registry = new Insurer('private')
  /** What eligibility answers, or throws. */
  eligibility: EligibilityAnswer | Error = covered
  /** What SIAM answers of any centre, or throws. */
  centreLicence: CentreLicence | Error = inForce
  /** What SIAM tells of any centre otherwise; null where it knows none. */
  centre: Partial<Centre> | null = {}
  /** What the council answers otherwise than that all is well. */
  practitioner: Partial<Practitioner> = {}
  timesSiamWasAsked = 0
  rules = new RuleService()
  phone = this.#newPhone()
  readonly db: Db
  national: National
  readonly #drop: () => Promise<void>

  private constructor(db: Db, drop: () => Promise<void>) {
    this.db = db
    this.#drop = drop
    this.national = this.#services()
  }

  static async open(): Promise<Practice> {
    const database = await testDatabase()
    const db = openDb(database.url)
    const practice = new Practice(db, async () => {
      await db.$disconnect()
      await database.drop()
    })
    await loadCatalogue(db, () => practice.now)
    return practice
  }

  close = (): Promise<void> => this.#drop()

  /** Everybody answers again as at first and remembers nothing; doctors and prescriptions stay. */
  async startOver(): Promise<void> {
    this.salamat = new Insurer('salamat')
    this.registry = new Insurer('private')
    this.rules = new RuleService()
    this.phone = this.#newPhone()
    this.eligibility = covered
    this.centreLicence = inForce
    this.centre = {}
    this.practitioner = {}
    this.timesSiamWasAsked = 0
    this.national = this.#services()
    await this.db.registrationAttempt.deleteMany()
    await this.db.centre.deleteMany()
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000)
  }

  /** A physician with a passkey and an account at the insurer. */
  async doctor({ centreId = 'SIAM-1100271', insurer = 'salamat' }: { centreId?: string; insurer?: InsurerCode | null } = {}): Promise<Doctor> {
    const secret = randomBytes(32).toString('base64url')
    const config = readConfig({ DATABASE_URL: 'postgresql://unused', SECRET_KEY: secret, SESSION_SECRET: secret })
    const actor = physicianAt(centreId)
    await this.db.person.create({ data: { ...personOf(actor), checkedAt: this.now } })
    const device = await this.#enrol(actor, config.publicUrl)
    if (insurer !== null) {
      await keepAccount(this.db, config.secretKey, { centreId, personId: actor.personId, insurer, username: 'u', password: 'p' })
    }
    const context: Context = { config, db: this.db, national: this.national, now: () => this.now, log: pino({ level: 'silent' }), actor }
    return { context, device }
  }

  encounter = ({ context }: Doctor, value: NationalCode = patientCode): Promise<Encounter> =>
    openEncounter(context, { identity: { kind: 'national-code', value }, newbornBirthDate: null })

  /** A draft of a covered patient with these items, saved and not yet checked. */
  async draft(doctor: Doctor, items: ItemDraft[] = [item()], pays: 'insurer' | 'private' = 'insurer'): Promise<Prescription> {
    const { id: encounterId } = await this.encounter(doctor)
    const draft = await openDraft(doctor.context, { encounterId, pays, declaredName: null })
    return this.save(doctor, draft, items)
  }

  begin = (context: Context, encounterId: string, declaredName: { firstName: string; lastName: string } | null = null): Promise<Prescription> =>
    openDraft(context, { encounterId, pays: 'insurer', declaredName })

  beginPrivate = (context: Context, encounterId: string, declaredName: { firstName: string; lastName: string } | null = null): Promise<Prescription> =>
    openDraft(context, { encounterId, pays: 'private', declaredName })

  endVisit = ({ context }: Doctor, id: string): Promise<Encounter> => endEncounter(context, { id })

  /** What a doctor was told of the patient of a prescription, kept for the first time. */
  keepFacts = ({ context }: Doctor, { id }: Prescription, facts: PatientFacts): Promise<KeptPatientFacts> => keepPatientFacts(context, { id, revision: 0, facts })

  discard = (context: Context, { id, revision }: Pick<Prescription, 'id' | 'revision'>): Promise<Prescription> => discardDraft(context, { id, revision })

  giveUp = (context: Context, id: string, reason: 'visit-given-up' | 'wrong-person') => giveUpEncounter(context, { id, reason })

  edit = (context: Context, { id, version }: Pick<Prescription, 'id' | 'version'>): Promise<Prescription> => editPrescription(context, { id, version })

  cancel = (context: Context, { id, version }: Pick<Prescription, 'id' | 'version'>): Promise<Prescription> =>
    cancelPrescription(context, { id, version, cancellation: { reason: 'wrong-patient', note: '' } })

  register = (context: Context, { id, version }: Prescription): Promise<Prescription> => registerPrescription(context, { id, version })

  save = ({ context }: Doctor, { id, revision }: Prescription, items: ItemDraft[]): Promise<Prescription> =>
    saveDraft(context, { id, revision, content: { items, diagnosisCode: null, noteToPatient: '' } })

  check = ({ context }: Doctor, { id, revision }: Prescription): Promise<Prescription> => checkDraft(context, { id, revision })

  checked = async (doctor: Doctor, items?: ItemDraft[]): Promise<Prescription> => this.check(doctor, await this.draft(doctor, items))

  ask = ({ context }: Doctor, { id, revision }: Prescription, means: SigningMeans = 'passkey'): Promise<SignatureRequest> =>
    requestSignature(context, { id, revision, means })

  /** What the doctor's device answers to a request. */
  answer = ({ device }: Doctor, request: SignatureRequest, conduct?: Conduct) =>
    ({ ...device.authenticate(optionsOf(request), conduct) }) as unknown as Parameters<typeof signWithPasskey>[1]['response']

  async sign(doctor: Doctor, it: Prescription): Promise<Prescription> {
    return this.signRequest(doctor, await this.ask(doctor, it))
  }

  signRequest = (doctor: Doctor, request: SignatureRequest): Promise<Prescription> =>
    signWithPasskey(doctor.context, { id: request.id, response: this.answer(doctor, request) })

  signed = async (doctor: Doctor, items?: ItemDraft[]): Promise<Prescription> => this.sign(doctor, await this.checked(doctor, items))

  reload = ({ context }: Doctor, { id }: Prescription): Promise<Prescription> => findPrescription(context, { id })

  async auditOf(subject: string): Promise<string[]> {
    const events = await this.db.auditEvent.findMany({ where: { subject }, orderBy: { seq: 'asc' } })
    return events.map(({ action }) => action)
  }

  #services(): National {
    return {
      payers: { salamat: this.salamat.port, private: this.registry.port },
      eligibility: { check: async () => orThrow(this.eligibility) },
      siam: { centre: async (siamId) => this.#centre(siamId) },
      councilRegistry: { practitioner: async (councilNumber) => this.#practitioner(councilNumber) },
      mobileSignature: this.phone.port,
      clinicalRules: this.rules.port,
      healthCa: this.phone.authority,
      status: () => [],
    } satisfies Asked as unknown as National
  }

  /** She answers half a minute after she is asked, whenever that is. */
  #newPhone(): Phone {
    return new Phone((nationalCode) => this.#councilNumberOf(nationalCode), new Date(this.now.getTime() + 30_000))
  }

  async #councilNumberOf(nationalCode: string): Promise<string> {
    return (await this.db.person.findUniqueOrThrow({ where: { nationalCode } })).councilNumber ?? ''
  }

  #centre(siamId: string): Centre | null {
    this.timesSiamWasAsked += 1
    const licence = orThrow(this.centreLicence)
    if (this.centre === null) return null
    return {
      siamId, name: 'درمانگاه', kind: 'clinic', licence, mappedIds: [], address: '', phone: '', posTerminalId: '', partnerIds: {}, personnel: [], ...this.centre,
    }
  }

  async #practitioner(councilNumber: string): Promise<Practitioner> {
    const person = await this.db.person.findUniqueOrThrow({ where: { councilNumber } })
    const licence = { state: 'active' as const, reason: null, validUntil: '2029-02-18' }
    const { nationalCode, firstName, lastName, mobile } = person
    const specialty = person.specialty === null ? null : { codes: ['151310'], title: person.specialty }
    return { councilNumber, nationalCode, firstName, lastName, mobile, gender: 'female', specialty, licence, sentence: null, ...this.practitioner }
  }

  async #enrol(actor: ActorAtCentre, origin: string): Promise<Authenticator> {
    const device = createAuthenticator(origin)
    const rpID = new URL(origin).hostname
    const options = await generateRegistrationOptions({ rpName: 'نسخه', rpID, userName: actor.lastName })
    const { registrationInfo } = await verifyRegistrationResponse({
      response: device.register(options),
      expectedChallenge: options.challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
    })
    if (!registrationInfo) throw new Error('The software authenticator was not accepted')
    const { id, publicKey, counter } = registrationInfo.credential
    await this.db.passkey.create({ data: { id, personId: actor.personId, publicKey, counter, transports: ['internal'], device: 'آزمون', createdAt: this.now } })
    return device
  }
}

function orThrow<T>(answer: T | Error): T {
  if (answer instanceof Error) throw answer
  return answer
}

const optionsOf = ({ passkeyOptions }: SignatureRequest) => passkeyOptions as unknown as PublicKeyCredentialRequestOptionsJSON

let doctors = 0
function physicianAt(centreId: string): ActorAtCentre {
  doctors += 1
  return {
    personId: newId(),
    firstName: 'نرگس',
    lastName: 'کاویانی',
    nationalCode: `00${String(10_000_000 + doctors)}`,
    councilNumber: String(145_000 + doctors),
    specialty: 'متخصص بیماری‌های داخلی',
    at: { centreId, name: 'درمانگاه مهر ونک', kind: 'clinic', address: 'تهران، میدان ونک', phone: '02188776655', role: 'prescriber', providerUserId: `${centreId}-101-P` },
    ip: '10.0.0.7',
    agent: 'vitest',
  }
}

const personOf = ({ personId, firstName, lastName, nationalCode, councilNumber, specialty }: ActorAtCentre) => ({
  id: personId,
  firstName,
  lastName,
  nationalCode,
  councilNumber,
  specialty,
  gender: 'female',
  mobile: '09121450271',
})
