-- AlterTable
ALTER TABLE "prescriptions" ADD COLUMN     "amending" JSONB;
