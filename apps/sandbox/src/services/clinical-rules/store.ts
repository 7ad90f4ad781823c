import type { DatabaseSync } from 'node:sqlite'
import type { Card, Feedback } from '@noskhe/national-wire/cds-hooks'

/** Cards that were given, and what was told of them afterwards. Neither names a patient. */
export const clinicalRulesSchema = `
  CREATE TABLE IF NOT EXISTS clinical_cards (uuid TEXT PRIMARY KEY, rule TEXT NOT NULL, given_at TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS clinical_feedback (
    card TEXT NOT NULL REFERENCES clinical_cards (uuid), outcome TEXT NOT NULL, reason TEXT, at TEXT NOT NULL, PRIMARY KEY (card, outcome, at)
  ) STRICT;
`

export function keepCard(db: DatabaseSync, { uuid = '', source }: Card, at: Date): void {
  db.prepare('INSERT OR IGNORE INTO clinical_cards VALUES (?, ?, ?)').run(uuid, source.topic?.code ?? '', at.toISOString())
}

export const isKnownCard = (db: DatabaseSync, uuid: string): boolean =>
  db.prepare('SELECT 1 FROM clinical_cards WHERE uuid = ?').get(uuid) !== undefined

/** The same feedback told again is the same feedback. */
export function keepFeedback(db: DatabaseSync, { card, outcome, overrideReason, outcomeTimestamp }: Feedback): void {
  db.prepare('INSERT OR IGNORE INTO clinical_feedback VALUES (?, ?, ?, ?)').run(card, outcome, overrideReason?.reason?.code ?? null, outcomeTimestamp)
}
