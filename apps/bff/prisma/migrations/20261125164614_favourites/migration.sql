-- CreateTable
CREATE TABLE "favourite_lists" (
    "centre_id" TEXT NOT NULL,
    "prescriber_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "favourite_lists_pkey" PRIMARY KEY ("centre_id","prescriber_id")
);

-- CreateTable
CREATE TABLE "item_sets" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "prescriber_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "items" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "item_sets_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "item_sets_centre_id_scope_prescriber_id_idx" ON "item_sets"("centre_id", "scope", "prescriber_id");
