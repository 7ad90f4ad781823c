-- AlterTable
ALTER TABLE "prescriptions" ADD COLUMN     "parts" JSONB;

-- Items have a kind since there are others than drugs. What was signed is not touched: it says no kind, and is read so.
CREATE FUNCTION pg_temp.as_drugs(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_set(content, '{items}', coalesce((SELECT jsonb_agg('{"kind":"drug"}'::jsonb || item ORDER BY place)
    FROM jsonb_array_elements(content -> 'items') WITH ORDINALITY AS it(item, place)), '[]'::jsonb))
$$;
UPDATE "prescriptions" SET "content" = pg_temp.as_drugs("content");
UPDATE "prescriptions" SET "amending" = jsonb_set("amending", '{content}', pg_temp.as_drugs("amending" -> 'content')) WHERE "amending" IS NOT NULL;
