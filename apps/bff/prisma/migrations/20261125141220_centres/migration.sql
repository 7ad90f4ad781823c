-- AlterTable
ALTER TABLE "persons" ADD COLUMN     "specialty_codes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "centres" (
    "centre_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "licence_state" TEXT NOT NULL,
    "licence_reason" TEXT,
    "licence_until" TEXT NOT NULL,
    "mapped_ids" JSONB NOT NULL,
    "pos_terminal_id" TEXT NOT NULL,
    "partner_ids" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,
    "silent_since" TIMESTAMPTZ(3),

    CONSTRAINT "centres_pkey" PRIMARY KEY ("centre_id")
);
