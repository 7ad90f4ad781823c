/**
 * Compositions of the health record as they were sent, each message once; one that was amended or taken back stays and names what
 * did that.
 */
export const recordSchema = `
  CREATE TABLE IF NOT EXISTS sepas_persons (person TEXT PRIMARY KEY, patient_uid TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS sepas_compositions (
    message_uid TEXT PRIMARY KEY,
    composition_uid TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES sepas_persons,
    kind TEXT NOT NULL,
    siam_id TEXT NOT NULL,
    committer TEXT NOT NULL,
    body TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    superseded_by TEXT,
    cancelled_by TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sepas_compositions_of_person ON sepas_compositions (person);
  CREATE TABLE IF NOT EXISTS sepas_looks (
    at TEXT NOT NULL, person TEXT NOT NULL, siam_id TEXT NOT NULL, reader TEXT NOT NULL, purpose TEXT NOT NULL
  ) STRICT;
`
