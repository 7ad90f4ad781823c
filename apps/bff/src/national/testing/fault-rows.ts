import { randomUUID } from 'node:crypto'
import type { HeldHid } from '../eligibility/port.ts'
import type { National } from '../port.ts'
import {
  admitted, browser, claim, clinic, deposit, insuredTwice, item, letterUnder, lookIntoRecord, parties, patients, pharmacy, physician, question,
  referralDeposit, secondPhysician,
} from './fault-examples.ts'
import type { RegisteringInsurer } from './fault-examples.ts'
import type { FaultRow, Given } from './fault-row.ts'
import { centreSeal } from './centre-seal.ts'
import { deliveryRows, payerOf } from './fault-deliveries.ts'

type AsRow = Omit<FaultRow, 'isWrite' | 'prepare'>

const ask = (row: AsRow, call: (given: Given) => Promise<unknown>): FaultRow => ({ ...row, isWrite: false, prepare: async (given) => () => call(given) })
const tell = (row: AsRow, call: (given: Given) => Promise<unknown>): FaultRow => ({ ...row, isWrite: true, prepare: async (given) => () => call(given) })
/** The same where something must have gone before. */
const tellAfter = (row: AsRow, prepare: FaultRow['prepare']): FaultRow => ({ ...row, isWrite: true, prepare })

const visit = { ...patients.salamat, siamId: clinic, councilNumber: physician.councilNumber }

export const faultRows: readonly FaultRow[] = [
  ask({ port: 'siam', call: 'centre', service: 'ditas' }, ({ national }) => national.siam.centre(clinic)),
  ask({ port: 'siam', call: 'centre', service: 'siam' }, ({ national }) => national.siam.centre(clinic)),
  ask({ port: 'councilRegistry', call: 'practitioner', service: 'council-registry' }, ({ national }) =>
    national.councilRegistry.practitioner(physician.councilNumber)),
  tell({ port: 'sms', call: 'send', service: 'sms' }, ({ national, cell }) => national.sms.send({ to: '09120000000', text: 'آزمون', key: `faults-${cell}` })),
  ask({ port: 'locate', call: 'byHid', service: 'locate' }, ({ national }) => national.locate.byHid('0000000000')),
  ask({ port: 'mksa', call: 'releases', service: 'mksa' }, ({ national }) => national.mksa.releases()),

  ask({ port: 'eligibility', call: 'check', service: 'eligibility' }, ({ national }) =>
    national.eligibility.check({ ...visit, clientIp: browser.clientIp })),
  tell({ port: 'eligibility', call: 'reserveHids', service: 'eligibility' }, ({ national }) =>
    national.eligibility.reserveHids({ siamId: pharmacy, insurer: 'tamin', count: 1 })),
  tellAfter({ port: 'eligibility', call: 'updateHid', service: 'eligibility' }, async ({ national }) => {
    const hid = await reservedHid(national)
    return () => national.eligibility.updateHid(hid, { ...visit, ...admitted, insurer: 'salamat' })
  }),
  tellAfter({ port: 'eligibility', call: 'eliminateHid', service: 'eligibility' }, async ({ national }) => {
    const hid = await reservedHid(national)
    return () => national.eligibility.eliminateHid(hid, { siamId: clinic, reason: 'visit-given-up' })
  }),

  tell({ port: 'mobileSignature', call: 'request', service: 'mobile-signature' }, ({ national }) => national.mobileSignature.request(signing())),
  ask({ port: 'healthCa', call: 'certificateOf', service: 'health-ca' }, ({ national }) => national.healthCa.certificateOf(physician.nationalCode)),
  tellAfter({ port: 'healthCa', call: 'renew', service: 'health-ca' }, async ({ national }) => {
    await national.healthCa.certificateOf(secondPhysician.nationalCode)
    return () => national.healthCa.renew(secondPhysician)
  }),
  ...(['ocsp', 'crl', ['ocsp', 'crl']] as const).map((service) =>
    ask({ port: 'healthCa', call: 'revocation', service }, ({ national, chain }) => national.healthCa.revocation(chain, new Date()))),

  ask({ port: 'ttac', call: 'verifyPack', service: 'ttac' }, ({ national, packs }) => national.ttac.verifyPack(at(packs, 0))),
  tell({ port: 'ttac', call: 'hold', service: 'ttac' }, ({ national, packs }) => national.ttac.hold({ uid: at(packs, 1), siamId: pharmacy })),
  tell({ port: 'ttac', call: 'sell', service: 'ttac' }, ({ national, packs }) =>
    national.ttac.sell({ uid: at(packs, 2), siamId: pharmacy, saleRef: 'faults' })),
  tell({ port: 'ttac', call: 'giveBack', service: 'ttac' }, ({ national, packs }) =>
    national.ttac.giveBack({ uid: at(packs, 1), siamId: pharmacy, saleRef: null })),

  tellAfter({ port: 'sepas', call: 'depositDispensing', service: 'sepas' }, async ({ national, drugs }) => {
    const seal = await centreSeal(national.healthCa, pharmacy)
    return () => national.sepas.depositDispensing(deposit(at(drugs, 0)), seal)
  }),
  tellAfter({ port: 'sepas', call: 'depositReferral', service: 'sepas' }, async ({ national }) => {
    const seal = await centreSeal(national.healthCa, clinic)
    return () => national.sepas.depositReferral(referralDeposit(), seal)
  }),
  ask({ port: 'sepas', call: 'history', service: 'sepas' }, ({ national }) => national.sepas.history(lookIntoRecord)),

  {
    port: 'clinicalRules', call: 'ask', service: 'clinical-rules', isWrite: false,
    // A service that has never been reached has no title to be named by.
    prepare: async ({ national }) => {
      await national.clinicalRules.ask(question)
      return () => national.clinicalRules.ask(question)
    },
  },
  tellAfter({ port: 'clinicalRules', call: 'tell', service: 'clinical-rules' }, async ({ national }) => {
    const [opinion] = await national.clinicalRules.ask(question)
    const card = opinion?.state === 'answered' ? opinion.cards.find((it) => it.id !== null) : undefined
    if (opinion === undefined || typeof card?.id !== 'string') throw new Error('No card to answer')
    const outcome = { kind: 'overridden', reason: card.overrideReasons[0] ?? { code: 'faults', system: null }, note: '' } as const
    const feedback = { card: card.id, at: new Date().toISOString(), outcome }
    return () => national.clinicalRules.tell(opinion.service, feedback)
  }),
  ask({ port: 'insurerRules', call: 'judge', service: 'insurer-rules' }, ({ national, drugs }) => national.insurerRules.judge(claim(at(drugs, 0)))),

  ask({ port: 'supplementary', call: 'coverage', service: 'supplementary' }, ({ national }) => national.supplementary.coverage(insuredTwice)),
  tellAfter({ port: 'supplementary', call: 'requestLetter', service: 'supplementary' }, async ({ national }) => {
    const [policy] = await national.supplementary.coverage(insuredTwice)
    if (policy === undefined) throw new Error('She has no policy')
    return () => national.supplementary.requestLetter(letterUnder(policy))
  }),

  ...coverages('salamat', 'ihio'),
  tellAfter({ port: 'payers.salamat', call: 'register', service: 'ihio', path: 'prescription/save' }, (given) => registration('salamat', given)),
  ...coverages('tamin', 'tamin', 'tamin-account'),
  tellAfter({ port: 'payers.tamin', call: 'register', service: 'tamin', path: 'SendEpresc' }, (given) => registration('tamin', given)),
  ...coverages('armed-forces', 'armed-forces'),
  tellAfter({ port: 'payers.armed-forces', call: 'register', service: 'armed-forces', path: 'SaveMedicationPrescription' }, (given) =>
    registration('armed-forces', given)),
  // Their rules stand apart and are asked before anything is sent.
  tellAfter({ port: 'payers.armed-forces', call: 'register', service: 'insurer-rules' }, (given) => registration('armed-forces', given)),
  tellAfter({ port: 'payers.private', call: 'register', service: 'sepas', path: 'SaveMedicationPrescription' }, (given) => registration('private', given)),
  ...(['salamat', 'tamin', 'armed-forces', 'private'] as const).flatMap(deliveryRows),
]

function coverages(insurer: RegisteringInsurer, ...services: string[]): FaultRow[] {
  const who = { party: parties[insurer], patient: patients[insurer] }
  const path = insurer === 'armed-forces' ? { path: 'FindInsured' } : {}
  return services.map((service) =>
    ask({ port: `payers.${insurer}`, call: 'coverage', service, ...path }, ({ national }) => payerOf(national, insurer).coverage(who)))
}

/** A prescription of one line up to the point where it is told; its count tells it from the others of the day. */
async function registration(insurer: RegisteringInsurer, { national, drugs, cell }: Given) {
  const payer = payerOf(national, insurer)
  const who = { party: parties[insurer], patient: patients[insurer] }
  const opened = await payer.openVisit(who)
  if (opened.outcome !== 'opened') throw new Error(`No visit: ${opened.advice}`)
  const { visitRef } = opened
  for (const drug of drugs) {
    const verdict = await payer.checkOrder({ ...who, visitRef, item: item(drug, 1 + (cell % 20)), alongside: [] })
    if (verdict.outcome === 'refused' || verdict.checkRef === null) continue
    const checkRefs = [verdict.checkRef]
    return () => payer.register({ ...who, visitRef, checkRefs })
  }
  throw new Error(`${insurer} takes none of ${drugs.join(', ')}`)
}

async function reservedHid({ eligibility }: National): Promise<HeldHid> {
  const reserved = await eligibility.reserveHids({ siamId: clinic, insurer: 'salamat', count: 1 })
  const [hid] = reserved.outcome === 'reserved' ? reserved.hids : []
  if (hid === undefined) throw new Error('No HID could be reserved')
  return hid
}

const signing = () => ({ nationalCode: physician.nationalCode, digest: 'A'.repeat(43), document: `urn:uuid:${randomUUID()}`, summary: 'آزمون' })

function at(list: readonly string[], place: number): string {
  const found = list[place]
  if (found === undefined) throw new Error(`The sandbox has only ${list.length} of them`)
  return found
}
