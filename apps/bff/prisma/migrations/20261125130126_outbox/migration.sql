-- CreateTable
CREATE TABLE "outbox_messages" (
    "centre_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "receipt" JSONB,
    "enqueued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_messages_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "outbox_messages_state_due_at_idx" ON "outbox_messages"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_messages_centre_id_stream_place_key" ON "outbox_messages"("centre_id", "stream", "place");
