-- CreateTable
CREATE TABLE "patient_facts" (
    "centre_id" TEXT NOT NULL,
    "identity_kind" TEXT NOT NULL,
    "identity_value" TEXT NOT NULL,
    "newborn_birth_date" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "patient_facts_pkey" PRIMARY KEY ("centre_id","identity_kind","identity_value","newborn_birth_date")
);

-- CreateTable
CREATE TABLE "rule_gatherings" (
    "centre_id" TEXT NOT NULL,
    "prescription_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "services" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_gatherings_pkey" PRIMARY KEY ("centre_id","prescription_id")
);

-- CreateTable
CREATE TABLE "rule_overrides" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "prescriber_id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "identity_kind" TEXT NOT NULL,
    "identity_value" TEXT NOT NULL,
    "newborn_birth_date" TEXT NOT NULL,
    "finding_key" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "reason_display" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_overrides_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "rule_feedback" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "feedback" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "rule_feedback_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "rule_overrides_centre_id_identity_value_prescriber_id_given_idx" ON "rule_overrides"("centre_id", "identity_value", "prescriber_id", "given_at");

-- CreateIndex
CREATE INDEX "rule_feedback_ended_at_due_at_idx" ON "rule_feedback"("ended_at", "due_at");
