-- CreateTable
CREATE TABLE "service_hours" (
    "service" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "answered" INTEGER NOT NULL,
    "timed_out" INTEGER NOT NULL,
    "broken" INTEGER NOT NULL,
    "busy" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "unreadable" INTEGER NOT NULL,
    "held_back" INTEGER NOT NULL,
    "latencies" INTEGER[],

    CONSTRAINT "service_hours_pkey" PRIMARY KEY ("service","hour")
);

-- CreateIndex
CREATE INDEX "service_hours_hour_idx" ON "service_hours"("hour");
