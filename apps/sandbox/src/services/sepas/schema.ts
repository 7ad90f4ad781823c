/** Private prescriptions as SEPAS keeps them: each accepted message once, rows as they now stand, dispensings as events. */
export const sepasSchema = `
  CREATE TABLE IF NOT EXISTS sepas_messages (
    message_uid TEXT PRIMARY KEY, composition_uid TEXT NOT NULL, tracking_code TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sepas_prescriptions (
    message_uid TEXT PRIMARY KEY REFERENCES sepas_messages,
    tracking_code TEXT NOT NULL UNIQUE,
    person_kind TEXT NOT NULL,
    person_value TEXT NOT NULL,
    siam_id TEXT NOT NULL,
    council_number TEXT NOT NULL,
    written_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sepas_prescriptions_of_person ON sepas_prescriptions (person_kind, person_value);
  CREATE TABLE IF NOT EXISTS sepas_rows (
    prescription TEXT NOT NULL REFERENCES sepas_prescriptions, row_id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (prescription, row_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sepas_dispensings (
    message_uid TEXT PRIMARY KEY REFERENCES sepas_messages,
    prescription TEXT NOT NULL REFERENCES sepas_prescriptions,
    siam_id TEXT NOT NULL,
    at TEXT NOT NULL,
    deleted_at TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS sepas_dispensed_rows (
    dispensing TEXT NOT NULL REFERENCES sepas_dispensings,
    row_id TEXT NOT NULL,
    product TEXT NOT NULL,
    count INTEGER NOT NULL,
    pack_uids TEXT NOT NULL
  ) STRICT;
`
