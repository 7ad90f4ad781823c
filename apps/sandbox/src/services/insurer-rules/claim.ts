import type { DatabaseSync } from 'node:sqlite'
import { claimRefusal, inquiryStateCoding, messageCoding, pointCoding, ruleTypeCoding, serviceStateCoding } from '@noskhe/national-wire/insurer-rules'
import type { AnalysisPoint, InquiryResult, InsuranceCoverageVO, SendHealthInsuranceClaimRequest, ServiceState } from '@noskhe/national-wire/insurer-rules'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import type { Drug } from '../../catalogue/drug.ts'
import { identityOf } from '../../insured.ts'
import type { DemoPatient } from '../../scenarios.ts'
import { findAccount } from '../armed-forces/accounts.ts'
import type { Account } from '../armed-forces/accounts.ts'
import { hasFile, insuredOf, yearsOf } from '../armed-forces/insured.ts'
import { drugOf } from '../armed-forces/rows.ts'
import { rulesInForce } from './bank.ts'
import { sumOf } from './charges.ts'
import { cheaperThan } from './cheaper.ts'
import { confirmationIdentifier, findConfirmation, findWhole, isHeldBy, isLive, issueConfirmation } from './confirmations.ts'
import type { Confirmation, Holder } from './confirmations.ts'
import { dayOfDelivery, daysSinceSame, givenOfRow, isRegistered } from './history.ts'
import { judge } from './judge.ts'
import type { Finding } from './judge.ts'
import type { Rule } from './rule.ts'

type Service = SendHealthInsuranceClaimRequest['Services'][number]
type Judged = InsuranceCoverageVO['Services'][number]

/** What the claim as a whole is about. */
interface Claim {
  db: DatabaseSync
  now: Date
  point: AnalysisPoint
  admission: 'outpatient' | 'inpatient'
  composition: string
  holder: Holder
  patient: DemoPatient
  account: Account
  rules: Rule[]
}

export class ClaimRefused extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.name = 'ClaimRefused'
    this.code = code
  }
}

/** Judges a claim. @throws ClaimRefused where it cannot be judged at all. */
export function judgeClaim(db: DatabaseSync, now: Date, request: SendHealthInsuranceClaimRequest): InsuranceCoverageVO {
  const claim = readClaim(db, now, request)
  const codes = request.Services.map((it) => drugOf(db, it.Service)?.genericCode)
  const services = request.Services.map((it, place) =>
    it.ConfirmationID === null || claim.point === 'claim-review'
      ? judgeService(claim, it, codes.indexOf(codes[place]) !== place)
      : showConfirmation(claim, it, it.ConfirmationID.ID),
  )
  const approved = services.filter((it) => it.ConfirmationID !== null)
  const state = approved.length === services.length ? 'approved' : approved.length === 0 ? 'rejected' : 'approved-in-part'
  const whole = request.Services.every((it) => it.ConfirmationID !== null) && state === 'approved' ? confirmWhole(claim, services) : null
  return {
    InquiryState: inquiryStateCoding.toWire(state),
    TrackingID: whole && confirmationIdentifier(whole.id),
    TrackingExpiry: whole && whole.expiresAt,
    CoverageSummary: sumOf(services),
    Services: services,
  }
}

function readClaim(db: DatabaseSync, now: Date, { Person, MsgID, Insurer, AdmissionType, AnalysisPoint }: SendHealthInsuranceClaimRequest): Claim {
  if (Insurer.Coded_string !== insurerCoding['armed-forces'].code) {
    throw new ClaimRefused(claimRefusal.runsAtPayer, 'قواعد این بیمه‌گر در سامانهٔ خرید خود او اجرا می‌شود')
  }
  const point = pointCoding.fromWire(AnalysisPoint)
  if (point === null) throw new ClaimRefused(claimRefusal.service, 'نقطهٔ تحلیل شناخته نشد')
  const person = identityOf(Person.PersonID)
  const insured = insuredOf(Person.PersonID, now)
  if (person === null || insured === null) throw new ClaimRefused(claimRefusal.person, 'این شخص بیمه‌شدهٔ نیروهای مسلح نیست')
  const account = findAccount(MsgID.Committer.ID)
  const siamId = MsgID.HealthCareFacilityID.ID
  if (account === null || !account.siamIds.includes(siamId)) throw new ClaimRefused(claimRefusal.provider, 'این ارائه‌دهنده در این مرکز طرف قرارداد نیست')
  return {
    db, now, point, account,
    admission: AdmissionType.Coded_string === '2' ? 'inpatient' : 'outpatient',
    composition: MsgID.CompositionUID,
    holder: { person, siamId, committer: MsgID.Committer.ID },
    patient: insured.patient,
    rules: rulesInForce(db, 'armed-forces', jalaliDay(now)),
  }
}

function judgeService(claim: Claim, it: Service, isTwiceInClaim: boolean): Judged {
  const { db, now, patient } = claim
  const drug = drugOf(db, it.Service)
  if (drug === null) throw new ClaimRefused(claimRefusal.service, `کد ${it.Service.Coded_string} در فهرست نیروهای مسلح نیست`)
  const delivered = claim.point === 'claim-review' ? dayOfDelivery(db, it.ConfirmationID?.ID ?? '', it.ServiceCount) : null
  if (claim.point === 'claim-review' && delivered === null) {
    return unconfirmed(claim, it, drug, 'برای این قلم تحویل تأییدشده‌ای با این شناسه نیست.')
  }
  const verdict = judge(claim.rules, {
    point: claim.point, drug, count: it.ServiceCount, unitPrice: it.UnitPrice, admission: claim.admission, specialty: claim.account.specialty, isTwiceInClaim,
    patient: { years: yearsOf(patient, now), gender: patient.gender, hasFile: hasFile(db, patient, drug) },
    daysSinceSame: daysSinceSame(db, claim.holder.person, { genericCode: drug.genericCode, except: claim.composition, now }),
    cheaper: cheaperThan(db, drug),
    givenBefore: claim.point === 'before-service' ? givenOfRow(db, claim.composition, it.PKID) : 0,
    daysToClaim: delivered === null ? null : Math.floor((now.getTime() - delivered.getTime()) / 86_400_000),
  })
  const issued = verdict.state === 'rejected' ? null : confirmService(claim, it, { drug, charges: verdict.charges, findings: verdict.findings })
  return {
    ...verdict.charges,
    PKID: it.PKID, Service: it.Service, ServiceCount: it.ServiceCount,
    State: serviceStateCoding.toWire(verdict.state),
    MaxCovered: verdict.maxCovered,
    ReferencePrice: drug.basePrice,
    ConfirmationID: issued && confirmationIdentifier(issued.id),
    ConfirmationExpiry: issued && issued.expiresAt,
    InquiryResults: verdict.findings.map(onWire),
  }
}

/** A confirmation that was given before is good for the same service, person, provider and point until it expires. */
function showConfirmation(claim: Claim, it: Service, id: string): Judged {
  const drug = drugOf(claim.db, it.Service)
  if (drug === null) throw new ClaimRefused(claimRefusal.service, `کد ${it.Service.Coded_string} در فهرست نیروهای مسلح نیست`)
  const found = findConfirmation(claim.db, id)
  const isForeign = found === null || found.covers !== null || !isHeldBy(found, claim.holder) || found.composition !== claim.composition
  if (isForeign || !isFor(found, it, claim.point)) return unconfirmed(claim, it, drug, 'شناسهٔ تأیید از آنِ این قلم نیست.')
  if (!isLive(found, claim.now) && !isRegistered(claim.db, found.id)) return unconfirmed(claim, it, drug, 'مهلت شناسهٔ تأیید گذشته است؛ قلم را دوباره بررسی کنید.')
  return {
    ...chargesOfConfirmation(found),
    PKID: it.PKID, Service: it.Service, ServiceCount: it.ServiceCount,
    State: serviceStateCoding.toWire('covered' satisfies ServiceState),
    MaxCovered: null,
    ReferencePrice: drug.basePrice,
    ConfirmationID: confirmationIdentifier(id),
    ConfirmationExpiry: found.expires_at,
    InquiryResults: [],
  }
}

const isFor = (found: Confirmation, it: Service, point: AnalysisPoint): boolean =>
  found.point === point && found.pkid === it.PKID && found.product === it.Service.Coded_string && found.count === it.ServiceCount

const chargesOfConfirmation = (it: Confirmation) => ({
  TotalCharge: it.total, BasicInsuranceContribution: it.insurer_share, PatientContribution: it.patient_share,
})

function unconfirmed({ rules }: Claim, it: Service, drug: Drug, text: string): Judged {
  const rule = rules.find(({ kind }) => kind === 'confirmation')
  const total = (it.UnitPrice ?? drug.basePrice) * it.ServiceCount
  return {
    TotalCharge: total, BasicInsuranceContribution: 0, PatientContribution: total,
    PKID: it.PKID, Service: it.Service, ServiceCount: it.ServiceCount,
    State: serviceStateCoding.toWire('rejected'),
    MaxCovered: null,
    ReferencePrice: drug.basePrice,
    ConfirmationID: null,
    ConfirmationExpiry: null,
    InquiryResults: rule === undefined ? [] : [onWire({ rule, text, proposed: null })],
  }
}

interface Confirmed {
  drug: Drug
  charges: InsuranceCoverageVO['CoverageSummary']
  findings: Finding[]
}

const confirmService = ({ db, now, point, holder, composition }: Claim, it: Service, { drug, charges, findings }: Confirmed) =>
  issueConfirmation(db, now, {
    ...holder, point, composition, covers: null,
    service: { pkid: it.PKID, genericCode: drug.genericCode, product: it.Service.Coded_string, count: it.ServiceCount },
    charges: { total: charges.TotalCharge, insurer: charges.BasicInsuranceContribution, patient: charges.PatientContribution },
    rules: findings.map(({ rule }) => [rule.id, rule.version] as const),
  })

/** The same services again are answered with the same confirmation while it is live. */
function confirmWhole({ db, now, point, holder, composition }: Claim, services: readonly Judged[]) {
  const charges = sumOf(services)
  const covers = services.flatMap((it) => it.ConfirmationID?.ID ?? []).sort()
  return findWhole(db, now, { composition, covers }) ?? issueConfirmation(db, now, {
    ...holder, point, composition, service: null, rules: [],
    charges: { total: charges.TotalCharge, insurer: charges.BasicInsuranceContribution, patient: charges.PatientContribution },
    covers,
  })
}

const onWire = ({ rule, text, proposed }: Finding): InquiryResult => ({
  RuleID: rule.id,
  RuleVersion: rule.version,
  RuleType: ruleTypeCoding.toWire(rule.kind),
  MessageID: `${rule.id}.${rule.version}`,
  MessageType: messageCoding.toWire(rule.weight),
  Message: text,
  ProposedService: proposed && { Value: proposed.nameFa, Terminology_id: 'eRx', Coded_string: proposed.genericCode },
})
