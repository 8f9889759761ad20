ALTER TABLE "document_corrections" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD COLUMN "party_ids" uuid[];--> statement-breakpoint
CREATE INDEX "document_corrections_by_word_starts" ON "document_corrections" USING gin (word_starts("words")) WHERE words is not null;--> statement-breakpoint
CREATE INDEX "document_corrections_by_party" ON "document_corrections" USING gin ("party_ids") WHERE party_ids is not null;--> statement-breakpoint
CREATE INDEX "document_corrections_by_foreign_number" ON "document_corrections" USING btree ("after") WHERE field = 'foreign_number';--> statement-breakpoint
CREATE TRIGGER document_corrections_words_kept AFTER INSERT ON document_corrections FOR EACH ROW WHEN (NEW.words IS NOT NULL)
  EXECUTE FUNCTION keep_words();
--> statement-breakpoint
-- A document is found by the words that a correction gave it too: those of its own row never change.
CREATE OR REPLACE FUNCTION find_documents(wanted text[], of_parties uuid[], of_direction text, of_kind uuid, of_register uuid, of_department uuid, of_channel text, of_registrar uuid, from_day date, until_day date, most integer)
 RETURNS SETOF uuid LANGUAGE plpgsql
  STABLE SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '32MB' AS $$
DECLARE
  newest integer;
  acts uuid[] := acting_as();
  places uuid[] := seen_departments();
  everything boolean := sees_all_cases();
  indexed text := '';
  worded text := '';
  conditions text := '';
  span text := '';
  pair integer;
  found uuid[];
  corrected uuid[] := '{}';
BEGIN
  FOR pair IN 1 .. coalesce(array_length(wanted, 1), 0) BY 2 LOOP
    indexed := indexed || format(' AND word_starts(d.words) && %L::text[]', ARRAY[left(wanted[pair], 8), left(wanted[pair + 1], 8)]);
    worded := worded || format(' AND (d.words LIKE %L OR d.words LIKE %L)',
      '% ' || regexp_replace(wanted[pair], '([\\%_])', '\\\1', 'g') || '%',
      '% ' || regexp_replace(wanted[pair + 1], '([\\%_])', '\\\1', 'g') || '%');
  END LOOP;
  IF of_direction IS NOT NULL THEN conditions := conditions || format(' AND d.direction = %L', of_direction); END IF;
  IF of_kind IS NOT NULL THEN conditions := conditions || format(' AND d.kind_id = %L', of_kind); END IF;
  IF of_register IS NOT NULL THEN conditions := conditions || format(' AND d.register_id = %L', of_register); END IF;
  IF of_department IS NOT NULL THEN
    conditions := conditions || format(' AND (d.department_id = %1$L OR d.intake_id = %1$L)', of_department);
  END IF;
  IF of_channel IS NOT NULL THEN conditions := conditions || format(' AND d.channel = %L', of_channel); END IF;
  IF of_registrar IS NOT NULL THEN conditions := conditions || format(' AND d.registered_by = %L', of_registrar); END IF;
  IF from_day IS NOT NULL THEN span := span || format(' AND d.day >= %L', from_day); END IF;
  IF until_day IS NOT NULL THEN span := span || format(' AND d.day <= %L', until_day); END IF;
  IF of_parties IS NOT NULL THEN
    conditions := conditions || format(' AND d.id IN (SELECT document_id FROM document_parties WHERE party_id = ANY (%1$L)
      UNION ALL SELECT document_id FROM document_corrections WHERE party_ids IS NOT NULL AND party_ids && %1$L::uuid[])', of_parties);
  END IF;
  conditions := conditions || format(
    ' AND (d.registered_by = ANY (%1$L)
      OR CASE WHEN EXISTS (SELECT FROM restricted_cases r WHERE r.case_id = d.case_id)
        THEN EXISTS (SELECT FROM case_access a WHERE a.case_id = d.case_id AND a.staff_id = ANY (%1$L))
        ELSE %3$L OR EXISTS (SELECT FROM case_access a WHERE a.case_id = d.case_id AND (a.staff_id = ANY (%1$L) OR a.department_id = ANY (%2$L))) END
      OR EXISTS (SELECT FROM filings f WHERE f.document_id = d.id AND f.case_id <> d.case_id AND sees_case(f.case_id)))',
    acts, places, everything);

  -- Corrections are few: the documents that they gave these words are one list for every way of looking.
  IF indexed <> '' THEN
    EXECUTE format('SELECT coalesce(array_agg(DISTINCT d.document_id), ''{}'') FROM document_corrections d WHERE words IS NOT NULL %s %s',
      indexed, worded) INTO corrected;
  END IF;

  -- A look at the newest tells how frequent it is: what a few thousand rows have often enough is walked to, what is rarer is indexed.
  IF of_parties IS NULL AND indexed <> '' THEN
    FOREACH newest IN ARRAY ARRAY[2000, 10000] LOOP
      EXECUTE format('SELECT array_agg(id ORDER BY place) FROM (SELECT d.id, row_number() OVER () AS place FROM
        (SELECT * FROM documents d WHERE true %s ORDER BY day DESC, sequence DESC LIMIT %s) d WHERE (true %s OR d.id = ANY (%L)) %s LIMIT %s) f',
        span, newest, worded, corrected, conditions, most) INTO found;
      IF array_length(found, 1) >= most THEN RETURN QUERY SELECT unnest(found); RETURN; END IF;
      EXIT WHEN coalesce(array_length(found, 1), 0) * 4 < most;
    END LOOP;
  END IF;
  conditions := span || conditions;
  IF NOT everything AND of_parties IS NULL
    AND (SELECT count(*) FROM (SELECT FROM case_access WHERE staff_id = ANY (acts) OR department_id = ANY (places) LIMIT 20001) few) < 20001 THEN
    RETURN QUERY EXECUTE format('WITH open_to_them AS MATERIALIZED (SELECT case_id FROM case_access WHERE staff_id = ANY (%1$L) OR department_id = ANY (%2$L)),
        theirs AS (SELECT id FROM documents WHERE registered_by = ANY (%1$L)
          UNION SELECT o.id FROM documents o JOIN open_to_them t ON t.case_id = o.case_id
          UNION SELECT f.document_id FROM filings f JOIN open_to_them t ON t.case_id = f.case_id WHERE f.document_id IS NOT NULL),
        hits AS MATERIALIZED (SELECT d.id, d.day, d.sequence FROM documents d JOIN theirs USING (id) WHERE (true %3$s OR d.id = ANY (%4$L)) %5$s)
      SELECT id FROM hits ORDER BY day DESC, sequence DESC LIMIT %6$s', acts, places, worded, corrected, conditions, most);
  ELSIF indexed = '' AND of_parties IS NULL THEN
    RETURN QUERY EXECUTE format('SELECT d.id FROM documents d WHERE true %s ORDER BY d.day DESC, d.sequence DESC LIMIT %s', conditions, most);
  ELSE
    RETURN QUERY EXECUTE format('WITH hits AS MATERIALIZED (SELECT d.id, d.day, d.sequence FROM documents d WHERE true %1$s %2$s %4$s
        UNION SELECT d.id, d.day, d.sequence FROM documents d WHERE d.id = ANY (%3$L) %4$s)
      SELECT id FROM hits ORDER BY day DESC, sequence DESC LIMIT %5$s', indexed, worded, corrected, conditions, most);
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION find_numbers(typed text[], asked integer, from_year integer, most integer) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH them AS (
    SELECT d.id FROM unnest(typed) t, LATERAL (SELECT id FROM documents WHERE number ~>=~ t AND number ~<~ (t || U&'\+10FFFF')
      ORDER BY number USING ~<~ LIMIT most) d
    UNION SELECT id FROM documents WHERE uri = ANY (typed) OR foreign_number = ANY (typed)
    UNION SELECT document_id FROM document_corrections WHERE field = 'foreign_number' AND after = ANY (typed)
    UNION SELECT d.id FROM document_series s JOIN documents d ON d.register_id = s.register_id AND d.year = s.year AND d.sequence = asked
      WHERE s.year >= from_year)
  SELECT d.id FROM documents d JOIN them USING (id)
  WHERE sees_case(d.case_id) OR d.registered_by = ANY (acting_as())
    OR EXISTS (SELECT FROM filings f WHERE f.document_id = d.id AND f.case_id <> d.case_id AND sees_case(f.case_id))
  ORDER BY d.number = ANY (typed) DESC, d.uri = ANY (typed) DESC, d.day DESC, d.sequence DESC LIMIT most
$$;
