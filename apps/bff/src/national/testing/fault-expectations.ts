import type { FaultKind } from '@noskhe/sandbox/fault'
import { servicesOf } from './fault-matrix.ts'
import type { FaultRow } from './fault-row.ts'

/** What goes wrong without saying anything: all but `delay`, which only is slow, and `unknown`, which is well-formed. */
type Silent = Exclude<FaultKind, 'delay' | 'unknown'>
type BySilence = Readonly<Record<Silent, string>>

const always = (outcome: string): BySilence => ({
  late: outcome, hang: outcome, refuse: outcome, lose: outcome, half: outcome, error: outcome, busy: outcome, garbage: outcome,
})

/** What every question comes to. */
const question: BySilence = {
  late: 'timed-out', hang: 'timed-out', refuse: 'broken', lose: 'broken', half: 'broken', error: 'broken', busy: 'busy', garbage: 'unreadable',
}

const sent = (may: (kind: string) => 'no' | 'maybe'): BySilence =>
  Object.fromEntries(Object.entries(question).map(([kind, why]) => [kind, `${why}, sent: ${may(kind)}`])) as Record<Silent, string>

/** What everything told comes to. Only a busy service has surely done nothing: all else must be asked about, not told again. */
const told = sent((kind) => (kind === 'busy' ? 'no' : 'maybe'))

/** Of a question that goes before what is told: nothing of that has been sent. */
const toldAfterIt = sent(() => 'no')

interface Expected {
  /** What an answer is called. */
  answer: string
  /** What a result is that no contract lists. */
  unknown: string
  /** Where it is another than for every question, or for everything told. */
  silences?: BySilence
}

const byList = 'good, holder by crl, authority by crl'

/** By port, call and the service that fails. */
const expected: Readonly<Record<string, Expected>> = {
  'siam.centre ← ditas': { answer: 'answered', unknown: 'unreadable' },
  'siam.centre ← siam': { answer: 'answered', unknown: 'unreadable' },
  'councilRegistry.practitioner ← council-registry': { answer: 'answered', unknown: 'unreadable' },
  'sms.send ← sms': { answer: 'accepted', unknown: 'refused, sent: maybe' },
  'locate.byHid ← locate': { answer: 'answered', unknown: 'refused' },
  'mksa.releases ← mksa': { answer: 'answered', unknown: 'unreadable' },
  'eligibility.check ← eligibility': { answer: 'answered', unknown: 'refused' },
  'eligibility.reserveHids ← eligibility': { answer: 'reserved', unknown: 'refused, sent: maybe' },
  'eligibility.updateHid ← eligibility': { answer: 'updated', unknown: 'refused, sent: maybe' },
  'eligibility.eliminateHid ← eligibility': { answer: 'eliminated', unknown: 'refused, sent: maybe' },
  'mobileSignature.request ← mobile-signature': { answer: 'requested', unknown: 'refused, sent: maybe' },
  'healthCa.certificateOf ← health-ca': { answer: 'answered', unknown: 'refused' },
  'healthCa.renew ← health-ca': { answer: 'issued', unknown: 'refused, sent: maybe' },
  // The list says it in its place, signed by the same authority.
  'healthCa.revocation ← ocsp': { answer: 'good, holder by ocsp, authority by crl', unknown: byList, silences: always(byList) },
  // Nothing else speaks of the authority, and a holder is no better than who vouches for her.
  'healthCa.revocation ← crl': { answer: 'good, holder by ocsp, authority by crl', unknown: 'unknown', silences: always('unknown') },
  'healthCa.revocation ← ocsp, crl': { answer: 'good, holder by ocsp, authority by crl', unknown: 'unknown', silences: always('unknown') },
  'ttac.verifyPack ← ttac': { answer: 'genuine', unknown: 'unreadable' },
  'ttac.hold ← ttac': { answer: 'held', unknown: 'unreadable, sent: maybe' },
  'ttac.sell ← ttac': { answer: 'sold', unknown: 'unreadable, sent: maybe' },
  'ttac.giveBack ← ttac': { answer: 'answered', unknown: 'unreadable, sent: maybe' },
  'sepas.depositDispensing ← sepas': { answer: 'kept', unknown: 'unreadable, sent: maybe' },
  'sepas.depositReferral ← sepas': { answer: 'kept', unknown: 'unreadable, sent: maybe' },
  'sepas.history ← sepas': { answer: 'found', unknown: 'refused' },
  // Each service answers for itself, and nothing is thrown.
  'clinicalRules.ask ← clinical-rules': { answer: 'answered', unknown: 'silent', silences: always('silent') },
  // The specification gives feedback no answer to read (CDS Hooks 2.0): what came with a good status has arrived.
  'clinicalRules.tell ← clinical-rules': { answer: 'told', unknown: 'told', silences: { ...told, garbage: 'told' } },
  'insurerRules.judge ← insurer-rules': { answer: 'judged', unknown: 'not-judged: unlisted' },
  'supplementary.coverage ← supplementary': { answer: 'answered', unknown: 'refused' },
  'supplementary.requestLetter ← supplementary': { answer: 'issued', unknown: 'refused, sent: maybe' },
  'payers.salamat.coverage ← ihio': { answer: 'covered', unknown: 'refused: unlisted' },
  // What an insurer's unlisted number becomes of a registration: `register-prescription.ts` asks what it has.
  'payers.salamat.register ← ihio': { answer: 'registered', unknown: 'refused: unlisted' },
  'payers.tamin.coverage ← tamin': { answer: 'covered', unknown: 'refused: unlisted' },
  'payers.tamin.coverage ← tamin-account': { answer: 'covered', unknown: 'unreadable' },
  'payers.tamin.register ← tamin': { answer: 'registered', unknown: 'refused: unlisted' },
  'payers.armed-forces.coverage ← armed-forces': { answer: 'covered', unknown: 'refused: unlisted' },
  'payers.armed-forces.register ← armed-forces': { answer: 'registered', unknown: 'refused: unlisted' },
  'payers.armed-forces.register ← insurer-rules': { answer: 'registered', unknown: 'refused: unlisted', silences: toldAfterIt },
  'payers.private.register ← sepas': { answer: 'registered', unknown: 'unreadable, sent: maybe' },
  // What a counter's unlisted number becomes of a delivery: `hand-over.ts` asks what the payer has.
  'payers.salamat.checkDelivery ← ihio': { answer: 'covered', unknown: 'refused: unlisted' },
  'payers.salamat.inquirePack ← ihio': { answer: 'accepted', unknown: 'refused: unlisted' },
  'payers.salamat.releasePack ← ihio': { answer: 'released', unknown: 'refused: unlisted' },
  'payers.salamat.deliver ← ihio': { answer: 'delivered-unconfirmed', unknown: 'refused: unlisted' },
  'payers.salamat.confirmDelivery ← ihio': { answer: 'confirmed', unknown: 'refused: unlisted' },
  'payers.salamat.deleteDelivery ← ihio': { answer: 'deleted', unknown: 'refused: unlisted' },
  'payers.tamin.checkDelivery ← tamin': { answer: 'covered', unknown: 'refused: unlisted' },
  'payers.tamin.inquirePack ← tamin': { answer: 'accepted', unknown: 'refused: unlisted' },
  'payers.tamin.releasePack ← tamin': { answer: 'released', unknown: 'refused: unlisted' },
  'payers.tamin.deliver ← tamin': { answer: 'delivered-unconfirmed', unknown: 'refused: unlisted' },
  'payers.tamin.confirmDelivery ← tamin': { answer: 'confirmed', unknown: 'refused: unlisted' },
  'payers.tamin.deleteDelivery ← tamin': { answer: 'deleted', unknown: 'refused: unlisted' },
  'payers.armed-forces.checkDelivery ← insurer-rules': { answer: 'covered', unknown: 'refused: unlisted' },
  'payers.armed-forces.inquirePack ← armed-forces': { answer: 'accepted', unknown: 'refused: unlisted' },
  'payers.armed-forces.releasePack ← armed-forces': { answer: 'released', unknown: 'refused: unlisted' },
  'payers.armed-forces.deliver ← armed-forces': { answer: 'delivered-unconfirmed', unknown: 'refused: unlisted' },
  'payers.armed-forces.confirmDelivery ← armed-forces': { answer: 'confirmed', unknown: 'refused: unlisted' },
  'payers.armed-forces.deleteDelivery ← armed-forces': { answer: 'deleted', unknown: 'refused: unlisted' },
  'payers.private.inquirePack ← ttac': { answer: 'accepted', unknown: 'unreadable, sent: maybe' },
  'payers.private.releasePack ← ttac': { answer: 'released', unknown: 'unreadable, sent: maybe' },
  'payers.private.confirmDelivery ← sepas': { answer: 'confirmed', unknown: 'unreadable, sent: maybe' },
  'payers.private.deleteDelivery ← sepas': { answer: 'deleted', unknown: 'refused, sent: maybe' },
}

export const nameOf = (row: FaultRow): string => `${row.port}.${row.call} ← ${servicesOf(row).join(', ')}`

/** What a cell must come to; undefined where nobody has said it, which no outcome equals. */
export function expectedOf(row: FaultRow, kind: FaultKind): string | undefined {
  const own = expected[nameOf(row)]
  if (own === undefined || kind === 'delay') return own?.answer
  return kind === 'unknown' ? own.unknown : (own.silences ?? (row.isWrite ? told : question))[kind]
}

/** The first words of what means that something was done or is so, in whatever row. */
const affirmations = new Set(Object.values(expected).map(({ answer }) => answer.split(',')[0]))

export const isYes = (outcome: string): boolean => affirmations.has(outcome.split(',')[0])

/** Where another's signed word stands in for the silent service's, or its status says all that there is to say. */
export const hasStandIn = (row: FaultRow, kind: FaultKind): boolean =>
  nameOf(row) === 'healthCa.revocation ← ocsp' || (nameOf(row) === 'clinicalRules.tell ← clinical-rules' && (kind === 'garbage' || kind === 'unknown'))
