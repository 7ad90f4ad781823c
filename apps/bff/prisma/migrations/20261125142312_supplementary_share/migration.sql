-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "supplementary" JSONB;
