-- AlterTable
ALTER TABLE "encounters" ADD COLUMN     "choice" JSONB,
ADD COLUMN     "contact_phone" TEXT,
ADD COLUMN     "hid_value" TEXT;

-- CreateTable
CREATE TABLE "hids" (
    "centre_id" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "insurer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "task" TEXT,
    "task_since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "hids_pkey" PRIMARY KEY ("centre_id","value")
);

-- CreateTable
CREATE TABLE "hid_pools" (
    "centre_id" TEXT NOT NULL,
    "insurer" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hid_pools_pkey" PRIMARY KEY ("centre_id","insurer")
);

-- CreateIndex
CREATE INDEX "hids_centre_id_insurer_state_valid_until_idx" ON "hids"("centre_id", "insurer", "state", "valid_until");

-- CreateIndex
CREATE INDEX "hids_due_at_idx" ON "hids"("due_at");

-- CreateIndex
CREATE INDEX "encounters_centre_id_hid_value_idx" ON "encounters"("centre_id", "hid_value");

-- The HIDs of the visits that are there already
UPDATE "encounters" SET "hid_value" = "hid"->>'value' WHERE "hid" IS NOT NULL AND "hid" <> 'null'::jsonb;

INSERT INTO "hids" ("centre_id", "value", "issuer", "insurer", "state", "issued_at")
SELECT DISTINCT ON ("centre_id", "hid_value") "centre_id", "hid_value", "hid"->>'issuer', "hid"->>'insurer', 'issued', "opened_at"
FROM "encounters" WHERE "hid_value" IS NOT NULL ORDER BY "centre_id", "hid_value", "opened_at";
