-- CreateTable
CREATE TABLE "missing_codes" (
    "centre_id" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "reporter_id" UUID NOT NULL,
    "kinds" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "first_reported_at" TIMESTAMPTZ(3) NOT NULL,
    "last_reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "missing_codes_pkey" PRIMARY KEY ("centre_id","wording","reporter_id")
);
