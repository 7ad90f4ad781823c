/** The Armed Forces' insurer as the sandbox plays it. Days are Jalali `YYYY-MM-DD`, moments ISO, money integer Rial. */
export const armedForcesSchema = `
  CREATE TABLE IF NOT EXISTS af_session (hash TEXT PRIMARY KEY, username TEXT NOT NULL, expires_at TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS af_file (person_value TEXT NOT NULL, atc TEXT NOT NULL, PRIMARY KEY (person_value, atc)) STRICT;
  CREATE TABLE IF NOT EXISTS af_prescription (
    message_uid TEXT PRIMARY KEY,
    tracking_code TEXT NOT NULL UNIQUE,
    person_kind TEXT NOT NULL,
    person_value TEXT NOT NULL,
    username TEXT NOT NULL,
    siam_id TEXT NOT NULL,
    fund TEXT NOT NULL,
    confirmation TEXT NOT NULL,
    written_at TEXT NOT NULL,
    withdrawn_at TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS af_prescription_of_person ON af_prescription (person_kind, person_value);
  CREATE TABLE IF NOT EXISTS af_row (
    prescription TEXT NOT NULL REFERENCES af_prescription,
    row_id TEXT NOT NULL,
    generic_code TEXT NOT NULL,
    confirmation TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    is_removed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (prescription, row_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS af_delivery (
    id TEXT PRIMARY KEY,
    prescription TEXT NOT NULL REFERENCES af_prescription,
    username TEXT NOT NULL,
    siam_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'confirmed', 'lapsed', 'deleted')),
    day TEXT NOT NULL,
    created_at TEXT NOT NULL,
    confirmed_at TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS af_delivered_line (
    delivery TEXT NOT NULL REFERENCES af_delivery,
    confirmation TEXT NOT NULL,
    row_id TEXT NOT NULL,
    product TEXT NOT NULL,
    count INTEGER NOT NULL,
    total INTEGER NOT NULL,
    insurer_share INTEGER NOT NULL,
    patient_share INTEGER NOT NULL,
    packs TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS af_delivered_line_of_delivery ON af_delivered_line (delivery);
  CREATE TABLE IF NOT EXISTS af_pack_inquiry (confirmation TEXT NOT NULL, uid TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (confirmation, uid)) STRICT;
`
