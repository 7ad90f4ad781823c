-- AlterTable
ALTER TABLE "prescriptions" ADD COLUMN     "rule_confirmation" JSONB;
