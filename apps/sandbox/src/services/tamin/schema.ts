/** The Social Security as the sandbox plays it. Days are Jalali `YYYY-MM-DD`, moments ISO, money integer Rial. */
export const taminSchema = `
  CREATE TABLE IF NOT EXISTS tamin_account (
    username TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('doctor', 'midwife', 'foreign-doctor', 'pharmacy')),
    full_name TEXT NOT NULL,
    specialty TEXT NOT NULL,
    national_code TEXT NOT NULL,
    council_number TEXT NOT NULL,
    mobile TEXT NOT NULL,
    siam_ids TEXT NOT NULL,
    centre TEXT NOT NULL,
    has_contract INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_grant (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('code', 'access', 'refresh')),
    username TEXT NOT NULL REFERENCES tamin_account,
    client_id TEXT NOT NULL,
    redirect_uri TEXT,
    challenge TEXT,
    expires_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_drug (
    ws_code TEXT PRIMARY KEY,
    generic_code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    form TEXT NOT NULL,
    status TEXT NOT NULL,
    hospital_only INTEGER NOT NULL,
    file_required INTEGER NOT NULL,
    max_prescription INTEGER,
    barcode_required INTEGER NOT NULL,
    price INTEGER NOT NULL,
    share INTEGER NOT NULL,
    subsidy INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_file (patient TEXT NOT NULL, ws_code TEXT NOT NULL, PRIMARY KEY (patient, ws_code)) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_prescription (
    id INTEGER PRIMARY KEY,
    tracking_code TEXT NOT NULL UNIQUE,
    patient TEXT NOT NULL,
    username TEXT NOT NULL REFERENCES tamin_account,
    client_id TEXT NOT NULL,
    type TEXT NOT NULL,
    presc_date TEXT NOT NULL,
    comments TEXT NOT NULL,
    fund TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    created_at TEXT NOT NULL,
    edited_at TEXT,
    deleted_at TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS tamin_prescription_of_patient ON tamin_prescription (patient, presc_date);
  CREATE TABLE IF NOT EXISTS tamin_line (
    id INTEGER PRIMARY KEY,
    prescription INTEGER NOT NULL REFERENCES tamin_prescription,
    ws_code TEXT NOT NULL,
    qty INTEGER NOT NULL,
    amount_id TEXT NOT NULL,
    instruction_id TEXT NOT NULL,
    dose TEXT NOT NULL,
    repeat INTEGER,
    date_do TEXT,
    is_replaced INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS tamin_line_of_prescription ON tamin_line (prescription);
  CREATE TABLE IF NOT EXISTS tamin_delivery (
    id TEXT PRIMARY KEY,
    prescription INTEGER NOT NULL REFERENCES tamin_prescription,
    username TEXT NOT NULL REFERENCES tamin_account,
    siam_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'confirmed', 'lapsed', 'deleted')),
    day TEXT NOT NULL,
    created_at TEXT NOT NULL,
    confirmed_at TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_check (
    id TEXT PRIMARY KEY,
    line INTEGER NOT NULL REFERENCES tamin_line,
    username TEXT NOT NULL REFERENCES tamin_account,
    qty INTEGER NOT NULL,
    generic_code TEXT NOT NULL,
    needs_barcode INTEGER NOT NULL,
    total INTEGER NOT NULL,
    organisation INTEGER NOT NULL,
    subsidy INTEGER NOT NULL,
    patient INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    delivery TEXT REFERENCES tamin_delivery
  ) STRICT;
  CREATE INDEX IF NOT EXISTS tamin_check_of_line ON tamin_check (line);
  CREATE TABLE IF NOT EXISTS tamin_inquiry (check_id TEXT NOT NULL, uid TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (check_id, uid)) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_delivered_pack (delivery TEXT NOT NULL, check_id TEXT NOT NULL, uid TEXT NOT NULL, count INTEGER NOT NULL) STRICT;
`
