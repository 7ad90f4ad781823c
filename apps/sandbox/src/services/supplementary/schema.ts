/** The supplementary companies as the sandbox plays them. Days are Jalali `YYYY-MM-DD`, moments ISO, money integer Rial. */
export const supplementarySchema = `
  CREATE TABLE IF NOT EXISTS sup_policy (
    number TEXT PRIMARY KEY,
    company TEXT NOT NULL,
    company_title TEXT NOT NULL,
    person_kind TEXT NOT NULL,
    person_value TEXT NOT NULL,
    plan TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sup_policy_of_person ON sup_policy (person_kind, person_value);
  CREATE TABLE IF NOT EXISTS sup_term (
    policy TEXT NOT NULL REFERENCES sup_policy,
    kind TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    ceiling INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    letter_above INTEGER,
    examined_above INTEGER NOT NULL,
    PRIMARY KEY (policy, kind, valid_from)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sup_letter (
    message_uid TEXT NOT NULL,
    siam_id TEXT NOT NULL,
    request TEXT NOT NULL,
    number TEXT NOT NULL UNIQUE,
    policy TEXT NOT NULL REFERENCES sup_policy,
    kind TEXT NOT NULL,
    ceiling INTEGER NOT NULL,
    refusal TEXT,
    asked_at TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (siam_id, message_uid)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sup_claim (
    message_uid TEXT NOT NULL,
    siam_id TEXT NOT NULL,
    request TEXT NOT NULL,
    claim_uid TEXT NOT NULL UNIQUE,
    policy TEXT NOT NULL REFERENCES sup_policy,
    kind TEXT NOT NULL,
    letter TEXT,
    day TEXT NOT NULL,
    asked INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    reason TEXT,
    received_at TEXT NOT NULL,
    PRIMARY KEY (siam_id, message_uid)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sup_claim_of_policy ON sup_claim (policy, kind, day);
`
