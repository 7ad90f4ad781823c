import { packsSchema } from '../../packs.ts'
import { prescriptionIndexSchema } from '../../prescription-index.ts'
import { sms } from '../sms.ts'

/**
 * The insurer's own state, and what it shares with others: TTAC's packs, which it marks sold; the index of who keeps which
 * prescription, which it fills; and text messages, by which it sends one-time passwords.
 */
export const ihioSchema = `${packsSchema};${prescriptionIndexSchema};${sms.schema};
  CREATE TABLE IF NOT EXISTS ihio_token (token TEXT PRIMARY KEY, expires_at TEXT NOT NULL) STRICT;

  CREATE TABLE IF NOT EXISTS ihio_partner (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    /* who writes, and who hands over: pharmacies and, by their offers, laboratories and others */
    kind TEXT NOT NULL CHECK (kind IN ('prescriber', 'pharmacy')),
    siam TEXT NOT NULL,
    phone TEXT NOT NULL,
    has_contract INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_account (
    username TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    gender TEXT NOT NULL,
    national_code TEXT NOT NULL,
    mobile TEXT NOT NULL,
    council_number INTEGER NOT NULL,
    licence TEXT NOT NULL,
    visit_code TEXT,
    is_two_step INTEGER NOT NULL,
    daily_samads INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_account_partner (
    username TEXT NOT NULL REFERENCES ihio_account (username),
    partner_id INTEGER NOT NULL REFERENCES ihio_partner (id),
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (username, partner_id)
  ) STRICT;

  /* What a partner hands over, by serviceTypeId; without a row a pharmacy drugs (3), a doctor's centre physician services (5). */
  CREATE TABLE IF NOT EXISTS ihio_partner_offer (
    partner_id INTEGER NOT NULL REFERENCES ihio_partner (id),
    type_id INTEGER NOT NULL,
    PRIMARY KEY (partner_id, type_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_family_physician (
    national_number TEXT PRIMARY KEY,
    username TEXT NOT NULL REFERENCES ihio_account (username),
    assigned_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS ihio_session (
    id TEXT PRIMARY KEY,
    username TEXT NOT NULL REFERENCES ihio_account (username),
    otp INTEGER,
    otp_expires_at TEXT,
    expires_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_citizen_session (
    id TEXT PRIMARY KEY,
    username TEXT NOT NULL REFERENCES ihio_account (username),
    national_number TEXT NOT NULL,
    is_covered INTEGER NOT NULL,
    fund_code TEXT,
    fund TEXT,
    opened_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS ihio_samad (
    code TEXT PRIMARY KEY,
    national_number TEXT NOT NULL,
    fund_code TEXT NOT NULL,
    fund TEXT NOT NULL,
    username TEXT NOT NULL,
    partner_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  /* A SAMAD of a prescription that was written on paper: by whom, and its picture. */
  CREATE TABLE IF NOT EXISTS ihio_paper (
    samad TEXT PRIMARY KEY REFERENCES ihio_samad (code),
    writer TEXT NOT NULL REFERENCES ihio_account (username),
    writer_partner_id INTEGER NOT NULL REFERENCES ihio_partner (id),
    visit_day TEXT NOT NULL,
    image BLOB NOT NULL
  ) STRICT;
  /* A SAMAD that was opened on a referral: whose it was, and the line that the visit answers. */
  CREATE TABLE IF NOT EXISTS ihio_referral (
    samad TEXT PRIMARY KEY REFERENCES ihio_samad (code),
    origin TEXT NOT NULL REFERENCES ihio_samad (code),
    line TEXT NOT NULL REFERENCES ihio_order_check (code)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_order_check (
    code TEXT PRIMARY KEY,
    samad TEXT NOT NULL REFERENCES ihio_samad (code),
    item_code TEXT NOT NULL,
    generic_code TEXT NOT NULL,
    name TEXT NOT NULL,
    form TEXT,
    type_id INTEGER NOT NULL,
    count INTEGER NOT NULL,
    unit_price INTEGER NOT NULL,
    description TEXT NOT NULL,
    consumption TEXT NOT NULL,
    instruction TEXT NOT NULL,
    periods REAL NOT NULL,
    bulk_id INTEGER,
    active_from INTEGER,
    /* checked, ordered (a line of the prescription), or removed by an update */
    state TEXT NOT NULL DEFAULT 'checked' CHECK (state IN ('checked', 'ordered', 'removed'))
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_prescription (
    samad TEXT PRIMARY KEY REFERENCES ihio_samad (code),
    sequence INTEGER NOT NULL,
    tracking_code TEXT NOT NULL,
    national_number TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (national_number, tracking_code)
  ) STRICT;

  CREATE TABLE IF NOT EXISTS ihio_delivery_check (
    code TEXT PRIMARY KEY,
    samad TEXT NOT NULL REFERENCES ihio_samad (code),
    order_check TEXT REFERENCES ihio_order_check (code),
    username TEXT NOT NULL,
    item_code TEXT NOT NULL,
    generic_code TEXT NOT NULL,
    name TEXT NOT NULL,
    form TEXT,
    count INTEGER NOT NULL,
    base_price INTEGER NOT NULL,
    needs_pack INTEGER NOT NULL,
    total INTEGER NOT NULL,
    covered INTEGER NOT NULL,
    payable INTEGER NOT NULL,
    description TEXT NOT NULL,
    consumption TEXT NOT NULL,
    instruction TEXT NOT NULL,
    periods REAL NOT NULL,
    created_at TEXT NOT NULL,
    delivery TEXT REFERENCES ihio_delivery (code)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_inquiry (
    check_code TEXT NOT NULL REFERENCES ihio_delivery_check (code),
    uid TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (check_code, uid)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_delivery (
    code TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,
    samad TEXT NOT NULL REFERENCES ihio_samad (code),
    username TEXT NOT NULL,
    partner_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'confirmed', 'lapsed', 'deleted')),
    day TEXT NOT NULL,
    created_at TEXT NOT NULL,
    confirmed_at TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_delivery_pack (
    delivery TEXT NOT NULL REFERENCES ihio_delivery (code),
    check_code TEXT NOT NULL REFERENCES ihio_delivery_check (code),
    uid TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (delivery, check_code, uid)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_queue (
    samad TEXT NOT NULL REFERENCES ihio_samad (code),
    partner_id INTEGER NOT NULL,
    PRIMARY KEY (samad, partner_id)
  ) STRICT;

  CREATE TABLE IF NOT EXISTS ihio_bill (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    partner_id INTEGER NOT NULL,
    cycle TEXT NOT NULL,
    type TEXT NOT NULL,
    UNIQUE (partner_id, cycle, type)
  ) STRICT;

  /* Tariffs are dated rows: valid_from and valid_until are Jalali days, until is the last day or null. */
  CREATE TABLE IF NOT EXISTS ihio_visit_tariff (
    rvu_code TEXT NOT NULL,
    title TEXT NOT NULL,
    technical_rvu REAL NOT NULL,
    professional_rvu REAL NOT NULL,
    technical_k INTEGER NOT NULL,
    professional_k INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    PRIMARY KEY (rvu_code, valid_from)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ihio_share (
    fund_code TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('visit', 'drug', 'service')),
    insurer_percent INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    PRIMARY KEY (fund_code, kind, valid_from)
  ) STRICT;
  /* Patients whose file for costly drugs the insurer has approved. */
  CREATE TABLE IF NOT EXISTS ihio_document (
    national_number TEXT NOT NULL,
    item_code TEXT NOT NULL,
    PRIMARY KEY (national_number, item_code)
  ) STRICT;

  CREATE INDEX IF NOT EXISTS ihio_citizen_session_account ON ihio_citizen_session (username);
  CREATE INDEX IF NOT EXISTS ihio_prescription_sequence ON ihio_prescription (sequence);
  CREATE INDEX IF NOT EXISTS ihio_prescription_tracking ON ihio_prescription (tracking_code);
  CREATE INDEX IF NOT EXISTS ihio_delivery_sequence ON ihio_delivery (sequence);
  CREATE INDEX IF NOT EXISTS ihio_delivery_waiting ON ihio_delivery (created_at) WHERE state = 'unconfirmed';
  CREATE INDEX IF NOT EXISTS ihio_samad_person ON ihio_samad (national_number, day);
  CREATE INDEX IF NOT EXISTS ihio_samad_account ON ihio_samad (username, day);
  CREATE INDEX IF NOT EXISTS ihio_order_check_samad ON ihio_order_check (samad);
  CREATE INDEX IF NOT EXISTS ihio_delivery_check_line ON ihio_delivery_check (order_check);
  CREATE INDEX IF NOT EXISTS ihio_delivery_check_delivery ON ihio_delivery_check (delivery);
  CREATE INDEX IF NOT EXISTS ihio_delivery_samad ON ihio_delivery (samad);
  CREATE INDEX IF NOT EXISTS ihio_delivery_day ON ihio_delivery (partner_id, day);
  CREATE INDEX IF NOT EXISTS ihio_delivery_pack_uid ON ihio_delivery_pack (uid);
`
