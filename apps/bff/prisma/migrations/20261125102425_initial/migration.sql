-- CreateTable
CREATE TABLE "persons" (
    "id" UUID NOT NULL,
    "national_code" TEXT NOT NULL,
    "council_number" TEXT,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "gender" TEXT NOT NULL,
    "specialty" TEXT,
    "mobile" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "persons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "council_number" TEXT,
    "code_hash" TEXT NOT NULL,
    "tries_left" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "sid" TEXT NOT NULL,
    "sess" JSONB NOT NULL,
    "expire" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "payer_accounts" (
    "centre_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "insurer" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,

    CONSTRAINT "payer_accounts_pkey" PRIMARY KEY ("centre_id","person_id","insurer")
);

-- CreateTable
CREATE TABLE "encounters" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "prescriber_id" UUID NOT NULL,
    "identity_kind" TEXT NOT NULL,
    "identity_value" TEXT NOT NULL,
    "newborn_birth_date" TEXT,
    "state" TEXT NOT NULL,
    "person" JSONB,
    "coverages" JSONB NOT NULL,
    "used" TEXT,
    "hid" JSONB,
    "message" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "encounters_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "prescriptions" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "prescriber_id" UUID NOT NULL,
    "encounter_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "insurer" TEXT NOT NULL,
    "header" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "terminology_release" TEXT NOT NULL,
    "visit_ref" TEXT,
    "tracking_code" TEXT,
    "refusal" TEXT,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "registered_at" TIMESTAMPTZ(3),

    CONSTRAINT "prescriptions_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "item_checks" (
    "centre_id" TEXT NOT NULL,
    "prescription_id" UUID NOT NULL,
    "item_key" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "check_ref" TEXT,
    "check" JSONB NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_checks_pkey" PRIMARY KEY ("centre_id","prescription_id","item_key")
);

-- CreateTable
CREATE TABLE "prescription_versions" (
    "centre_id" TEXT NOT NULL,
    "prescription_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "canonical" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "previous" TEXT,
    "means" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "prescription_versions_pkey" PRIMARY KEY ("centre_id","prescription_id","version")
);

-- CreateTable
CREATE TABLE "signature_requests" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "prescriber_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "means" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "handle" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "signature_requests_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "registration_attempts" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "clean_misses" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_attempts_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "dispenser_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "insurer" TEXT NOT NULL,
    "identity_kind" TEXT NOT NULL,
    "identity_value" TEXT NOT NULL,
    "tracking_code" TEXT NOT NULL,
    "patient_name" TEXT NOT NULL,
    "hid" TEXT,
    "lines" JSONB NOT NULL,
    "total" BIGINT NOT NULL,
    "insurer_share" BIGINT NOT NULL,
    "patient_share" BIGINT NOT NULL,
    "delivery_ref" TEXT,
    "refusal" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "delivery_checks" (
    "centre_id" TEXT NOT NULL,
    "delivery_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "check_ref" TEXT NOT NULL,

    CONSTRAINT "delivery_checks_pkey" PRIMARY KEY ("centre_id","delivery_id","line_id")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "centre_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("centre_id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "centre_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "detail" JSONB NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("centre_id","seq")
);

-- CreateTable
CREATE TABLE "answered_calls" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answered_calls_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "terminology_releases" (
    "release" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terminology_releases_pkey" PRIMARY KEY ("release")
);

-- CreateTable
CREATE TABLE "terminology_codes" (
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "release" TEXT NOT NULL,
    "retired_in" TEXT,

    CONSTRAINT "terminology_codes_pkey" PRIMARY KEY ("kind","code")
);

-- CreateIndex
CREATE UNIQUE INDEX "persons_national_code_key" ON "persons"("national_code");

-- CreateIndex
CREATE UNIQUE INDEX "persons_council_number_key" ON "persons"("council_number");

-- CreateIndex
CREATE INDEX "passkeys_person_id_idx" ON "passkeys"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_attempts_person_id_expires_at_idx" ON "sign_in_attempts"("person_id", "expires_at");

-- CreateIndex
CREATE INDEX "sessions_expire_idx" ON "sessions"("expire");

-- CreateIndex
CREATE INDEX "sessions_sess_idx" ON "sessions" USING GIN ("sess" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "encounters_centre_id_identity_value_opened_at_idx" ON "encounters"("centre_id", "identity_value", "opened_at");

-- CreateIndex
CREATE INDEX "prescriptions_centre_id_prescriber_id_written_at_idx" ON "prescriptions"("centre_id", "prescriber_id", "written_at");

-- CreateIndex
CREATE INDEX "prescriptions_centre_id_encounter_id_idx" ON "prescriptions"("centre_id", "encounter_id");

-- CreateIndex
CREATE INDEX "registration_attempts_centre_id_prescription_id_idx" ON "registration_attempts"("centre_id", "prescription_id");

-- CreateIndex
CREATE INDEX "registration_attempts_state_started_at_idx" ON "registration_attempts"("state", "started_at");

-- CreateIndex
CREATE INDEX "deliveries_centre_id_started_at_idx" ON "deliveries"("centre_id", "started_at");

-- CreateIndex
CREATE INDEX "deliveries_state_sent_at_idx" ON "deliveries"("state", "sent_at");

-- CreateIndex
CREATE INDEX "answered_calls_started_at_idx" ON "answered_calls"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "terminology_releases_ordinal_key" ON "terminology_releases"("ordinal");

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_attempts" ADD CONSTRAINT "sign_in_attempts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
