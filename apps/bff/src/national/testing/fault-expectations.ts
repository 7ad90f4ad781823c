import type { FaultKind } from '@noskhe/sandbox/fault'
import { servicesOf } from './fault-matrix.ts'
import type { FaultRow } from './fault-rows.ts'

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
  'sms.send ← sms': { answer: 'accepted', unknown: 'refused, sent: no' },
  'locate.byHid ← locate': { answer: 'answered', unknown: 'refused' },
  'mksa.releases ← mksa': { answer: 'answered', unknown: 'unreadable' },
  'eligibility.check ← eligibility': { answer: 'answered', unknown: 'refused' },
  'eligibility.reserveHids ← eligibility': { answer: 'reserved', unknown: 'refused, sent: no' },
  'eligibility.updateHid ← eligibility': { answer: 'updated', unknown: 'refused, sent: no' },
  'eligibility.eliminateHid ← eligibility': { answer: 'eliminated', unknown: 'refused, sent: no' },
  'mobileSignature.request ← mobile-signature': { answer: 'requested', unknown: 'refused, sent: no' },
  'healthCa.certificateOf ← health-ca': { answer: 'answered', unknown: 'refused' },
  'healthCa.renew ← health-ca': { answer: 'issued', unknown: 'refused, sent: no' },
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
  'sepas.history ← sepas': { answer: 'found', unknown: 'refused' },
  // Each service answers for itself, and nothing is thrown.
  'clinicalRules.ask ← clinical-rules': { answer: 'answered', unknown: 'silent', silences: always('silent') },
  'insurerRules.judge ← insurer-rules': { answer: 'judged', unknown: 'not-judged: unlisted' },
  'supplementary.coverage ← supplementary': { answer: 'answered', unknown: 'refused' },
  'supplementary.requestLetter ← supplementary': { answer: 'issued', unknown: 'refused, sent: no' },
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

/** The one row in which another's signed word stands in for the silent service's. */
export const hasStandIn = (row: FaultRow): boolean => nameOf(row) === 'healthCa.revocation ← ocsp'
