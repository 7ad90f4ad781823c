-- CreateTable
CREATE TABLE "delivery_gatherings" (
    "centre_id" TEXT NOT NULL,
    "delivery_id" UUID NOT NULL,
    "findings" JSONB NOT NULL,
    "services" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_gatherings_pkey" PRIMARY KEY ("centre_id","delivery_id")
);

-- CreateTable
CREATE TABLE "delivery_overrides" (
    "centre_id" TEXT NOT NULL,
    "delivery_id" UUID NOT NULL,
    "finding_key" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "reason_display" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "given_by" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_overrides_pkey" PRIMARY KEY ("centre_id","delivery_id","finding_key")
);
