-- CreateTable
CREATE TABLE "claim_standings" (
    "centre_id" TEXT NOT NULL,
    "claim_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "asked" BIGINT,
    "approved" BIGINT,
    "message" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_standings_pkey" PRIMARY KEY ("centre_id","claim_id")
);
