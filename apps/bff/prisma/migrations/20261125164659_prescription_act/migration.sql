-- AlterTable
ALTER TABLE "prescriptions" ADD COLUMN     "act" JSONB;
