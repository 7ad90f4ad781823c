-- CreateTable
CREATE TABLE "centre_seals" (
    "centre_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "secret" BYTEA,
    "chain" TEXT[],
    "serial" TEXT,
    "valid_until" TIMESTAMPTZ(3),
    "next_secret" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "centre_seals_pkey" PRIMARY KEY ("centre_id")
);

-- CreateTable
CREATE TABLE "document_seals" (
    "centre_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "canonical" TEXT,
    "evidence" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_seals_pkey" PRIMARY KEY ("centre_id","kind","subject_id","version")
);

-- CreateIndex
CREATE INDEX "centre_seals_due_at_idx" ON "centre_seals"("due_at");

-- CreateIndex
CREATE INDEX "document_seals_state_due_at_idx" ON "document_seals"("state", "due_at");
