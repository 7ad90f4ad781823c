-- AlterTable
ALTER TABLE "encounters" ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "ended_by" TEXT,
ADD COLUMN     "patient_id" UUID;

-- CreateTable
CREATE TABLE "patients" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "identity_kind" TEXT NOT NULL,
    "identity_value" TEXT NOT NULL,
    "newborn_birth_date" TEXT NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "is_declared" BOOLEAN NOT NULL,
    "gender" TEXT,
    "birth_date" TEXT,
    "contact_phone" TEXT,
    "last_visit_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "patients_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "patient_words" (
    "centre_id" TEXT NOT NULL,
    "patient_id" UUID NOT NULL,
    "spelling" TEXT NOT NULL,
    "sound" TEXT NOT NULL,

    CONSTRAINT "patient_words_pkey" PRIMARY KEY ("centre_id","patient_id","spelling")
);

-- CreateTable
CREATE TABLE "patient_problems" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "noted_by" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_by" UUID,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "patient_problems_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "patients_centre_id_birth_date_idx" ON "patients"("centre_id", "birth_date");

-- CreateIndex
CREATE INDEX "patients_centre_id_contact_phone_idx" ON "patients"("centre_id", "contact_phone");

-- CreateIndex
CREATE UNIQUE INDEX "patients_centre_id_identity_kind_identity_value_newborn_bir_key" ON "patients"("centre_id", "identity_kind", "identity_value", "newborn_birth_date");

-- CreateIndex
CREATE INDEX "patient_words_centre_id_sound_idx" ON "patient_words"("centre_id", "sound" text_pattern_ops);

-- CreateIndex
CREATE INDEX "patient_problems_centre_id_patient_id_noted_at_idx" ON "patient_problems"("centre_id", "patient_id", "noted_at");

-- CreateIndex
CREATE INDEX "audit_events_centre_id_subject_idx" ON "audit_events"("centre_id", "subject");

-- CreateIndex
CREATE INDEX "audit_events_centre_id_at_idx" ON "audit_events"("centre_id", "at");

-- CreateIndex
CREATE INDEX "encounters_centre_id_patient_id_opened_at_idx" ON "encounters"("centre_id", "patient_id", "opened_at");

-- CreateIndex
CREATE INDEX "encounters_ended_at_opened_at_idx" ON "encounters"("ended_at", "opened_at");
