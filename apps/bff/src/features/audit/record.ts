import type { Actor, ActorAtCentre } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import type { AuditEntry } from '@noskhe/evidence/audit-event'
import { append } from './store.ts'

/** Everything that is audited. Those that end in `looked-up` are looks; the others are acts. */
export type Action =
  | 'session.opened'
  | 'session.centre-chosen'
  | 'session.centre-closed'
  | 'centre.licence-changed'
  | 'session.ended'
  | 'session.other-ended'
  | 'passkey.enrolled'
  | 'certificate.enrolled'
  | 'certificate.renewed'
  | 'certificate.revoked'
  | 'patient.looked-up'
  | 'patients.looked-up'
  | 'chart.looked-up'
  | 'looks.looked-up'
  | 'problem.noted'
  | 'problem.resolved'
  | 'visit.ended'
  | 'patient.contact-changed'
  | 'hid.reserved'
  | 'hid.bound'
  | 'hid.confirmed'
  | 'hid.rejected'
  | 'hid.given-up'
  | 'hid.eliminated'
  | 'hid.not-eliminated'
  | 'patient.facts-kept'
  | 'patient.facts-looked-up'
  | 'prescription.begun'
  | 'prescription.edit-begun'
  | 'prescription.cancellation-begun'
  | 'prescription.change-left'
  | 'prescription.amended'
  | 'prescription.cancelled'
  | 'prescription.discarded'
  | 'prescription.evidence-exported'
  | 'prescription.signature-requested'
  | 'prescription.signed'
  | 'prescription.registration-sent'
  | 'prescription.registered'
  | 'prescription.refused'
  | 'prescription.registration-unknown'
  | 'prescription.registration-missed'
  | 'favourites.kept'
  | 'set.made'
  | 'set.renamed'
  | 'set.removed'
  | 'set.put-back'
  | 'code.reported-missing'
  | 'rule.overridden'
  | 'rule.override-withdrawn'
  | 'rule.suggestion-accepted'
  | 'referral.looked-up'
  | 'order.looked-up'
  | 'delivery.prepared'
  | 'delivery.pack-verified'
  | 'delivery.sent'
  | 'delivery.delivered'
  | 'delivery.refused'
  | 'delivery.unknown'
  | 'delivery.returned'
  | 'delivery.abandoned'
  | 'claim.standing-asked'
  | 'bill.looked-up'
  | 'record.looked-up'
  | 'seal.certified'
  | 'seal.revoked'
  | 'document.sealed'
  | 'outbox.delivered'
  | 'outbox.parked'
  | 'outbox.sent-again'

/** Events of a person who has not chosen a centre are chained under her own id. */
const chainOf = (actor: Actor): string => actor.at?.centreId ?? `person:${actor.personId}`

/**
 * Writes what was done, in the caller's transaction: the change and its trace stand or fall together. `detail` holds ids,
 * codes and counts, never names or notes.
 */
export const record = (
  tx: Tx,
  { actor, now }: { actor: Actor | ActorAtCentre; now: () => Date },
  action: Action,
  subject: string | null,
  detail: AuditEntry['detail'] = {},
): Promise<void> => append(tx, { centreId: chainOf(actor), at: now(), personId: actor.personId, action, subject, detail })

/** The same for what the product does by itself (reconciling), on behalf of nobody. */
export const recordForCentre = (
  tx: Tx,
  { centreId, now }: { centreId: string; now: () => Date },
  action: Action,
  subject: string | null,
  detail: AuditEntry['detail'] = {},
): Promise<void> => append(tx, { centreId, at: now(), personId: null, action, subject, detail })
