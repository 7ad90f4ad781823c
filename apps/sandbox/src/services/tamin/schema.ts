/** The Social Security as the sandbox plays it. Days are Jalali `YYYY-MM-DD`, moments ISO, money integer Rial. */
export const taminSchema = `
  CREATE TABLE IF NOT EXISTS tamin_account (
    username TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('doctor', 'midwife', 'foreign-doctor', 'pharmacy', 'paraclinic')),
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
  CREATE TABLE IF NOT EXISTS tamin_closed_account (username TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_service (
    ws_code TEXT PRIMARY KEY,
    srv_type TEXT NOT NULL,
    national_code TEXT NOT NULL,
    name TEXT NOT NULL,
    par_group TEXT,
    needs_tooth INTEGER,
    status TEXT NOT NULL,
    file_required INTEGER NOT NULL,
    max_prescription INTEGER,
    price INTEGER NOT NULL,
    share INTEGER NOT NULL,
    UNIQUE (national_code, srv_type)
  ) STRICT;
  CREATE VIEW IF NOT EXISTS tamin_item AS
    SELECT ws_code, '01' AS srv_type, generic_code, name, form, NULL AS par_group, NULL AS needs_tooth, status, hospital_only, file_required,
      max_prescription, barcode_required, price, share, subsidy FROM tamin_drug
    UNION ALL
    SELECT ws_code, srv_type, national_code, name, '', par_group, needs_tooth, status, 0, file_required, max_prescription, 0, price, share, 0
      FROM tamin_service;
  CREATE TABLE IF NOT EXISTS tamin_writing (
    prescription INTEGER PRIMARY KEY REFERENCES tamin_prescription,
    expire_date TEXT,
    complaint TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_line_detail (
    line INTEGER PRIMARY KEY REFERENCES tamin_line,
    srv_type TEXT NOT NULL,
    terminology TEXT,
    par_group TEXT,
    icd TEXT,
    tooth TEXT,
    illness TEXT,
    plan TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_referral (
    prescription INTEGER PRIMARY KEY REFERENCES tamin_prescription,
    spec_id TEXT NOT NULL,
    to_doc_id TEXT,
    reason TEXT NOT NULL,
    icd TEXT,
    is_urgent INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_feedback (
    prescription INTEGER PRIMARY KEY REFERENCES tamin_prescription,
    referral INTEGER NOT NULL REFERENCES tamin_referral,
    answers TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_illness (
    patient TEXT NOT NULL,
    illness_id TEXT NOT NULL,
    icd TEXT NOT NULL,
    marked_at TEXT NOT NULL,
    PRIMARY KEY (patient, illness_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tamin_family (patient TEXT PRIMARY KEY, username TEXT NOT NULL REFERENCES tamin_account) STRICT;
`
