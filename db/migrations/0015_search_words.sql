CREATE TABLE "document_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
-- A word and all that is left of it without one letter: two words with one of these in common differ by one typing error.
CREATE FUNCTION word_spellings(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
  SELECT array_agg(DISTINCT spelling) FROM (
    SELECT word AS spelling UNION ALL
    SELECT overlay(word PLACING '' FROM place FOR 1) FROM generate_series(1, length(word)) place WHERE length(word) > 3) spellings
$$;
--> statement-breakpoint
CREATE INDEX "document_words_by_spellings" ON "document_words" USING gin (word_spellings("word"));
--> statement-breakpoint
CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- In one order: of two who bring the same new words one waits for the other, never both.
  INSERT INTO document_words (word)
    SELECT DISTINCT typed FROM unnest(string_to_array(ltrim(NEW.words), ' ')) typed
    WHERE length(typed) > 2 AND typed !~ '[0-9]' AND NOT EXISTS (SELECT FROM document_words kept WHERE kept.word = typed)
    ORDER BY typed ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_words_kept AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION keep_words();
--> statement-breakpoint
-- Words that a typed one may have been; they tell of no document.
CREATE FUNCTION near_words(typed text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT word FROM document_words WHERE word_spellings(word) && word_spellings(typed)
  ORDER BY abs(length(word) - length(typed)), word LIMIT 20
$$;
--> statement-breakpoint
-- The documents that somebody searches, the newest first. Row policies keep the index of words from being used, so this asks as the
-- owner under the conditions of those policies, and gives ids alone: the rows are read as whoever asks.
-- `wanted` are pairs: the stem of a word and its beginning as typed. What is frequent is found among the newest; what is not
-- found often enough there is rare, and the index of words has it.
CREATE FUNCTION find_documents(wanted text[], of_parties uuid[], of_direction text, of_kind uuid, of_register uuid, of_department uuid,
  of_channel text, of_registrar uuid, from_day date, until_day date, most integer) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '32MB' AS $$
DECLARE
  newest CONSTANT integer := 20000;
  acts uuid[] := acting_as();
  places uuid[] := seen_departments();
  everything boolean := sees_all_cases();
  indexed text := '';
  conditions text := '';
  span text := '';
  pair integer;
  found uuid[];
BEGIN
  FOR pair IN 1 .. coalesce(array_length(wanted, 1), 0) BY 2 LOOP
    indexed := indexed || format(' AND word_starts(d.words) && %L::text[]', ARRAY[left(wanted[pair], 8), left(wanted[pair + 1], 8)]);
    conditions := conditions || format(' AND (d.words LIKE %L OR d.words LIKE %L)',
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
    conditions := conditions || format(' AND d.id IN (SELECT document_id FROM document_parties WHERE party_id = ANY (%L))', of_parties);
  END IF;
  conditions := conditions || format(
    ' AND (d.registered_by = ANY (%1$L)
      OR CASE WHEN EXISTS (SELECT FROM restricted_cases r WHERE r.case_id = d.case_id)
        THEN EXISTS (SELECT FROM case_access a WHERE a.case_id = d.case_id AND a.staff_id = ANY (%1$L))
        ELSE %3$L OR EXISTS (SELECT FROM case_access a WHERE a.case_id = d.case_id AND (a.staff_id = ANY (%1$L) OR a.department_id = ANY (%2$L))) END
      OR EXISTS (SELECT FROM filings f WHERE f.document_id = d.id AND f.case_id <> d.case_id AND sees_case(f.case_id)))',
    acts, places, everything);

  IF of_parties IS NULL AND indexed <> '' THEN
    EXECUTE format('SELECT array_agg(id ORDER BY place) FROM (SELECT d.id, row_number() OVER () AS place FROM
      (SELECT * FROM documents d WHERE true %s ORDER BY day DESC, sequence DESC LIMIT %s) d WHERE true %s LIMIT %s) f',
      span, newest, conditions, most) INTO found;
    IF array_length(found, 1) >= most THEN RETURN QUERY SELECT unnest(found); RETURN; END IF;
  END IF;
  conditions := span || conditions;
  IF indexed = '' AND of_parties IS NULL THEN
    RETURN QUERY EXECUTE format('SELECT d.id FROM documents d WHERE true %s ORDER BY d.day DESC, d.sequence DESC LIMIT %s', conditions, most);
  ELSIF NOT everything AND of_parties IS NULL
    AND (SELECT count(*) FROM (SELECT FROM case_access WHERE staff_id = ANY (acts) OR department_id = ANY (places) LIMIT 20001) few) < 20001 THEN
    RETURN QUERY EXECUTE format('WITH open_to_them AS MATERIALIZED (SELECT case_id FROM case_access WHERE staff_id = ANY (%1$L) OR department_id = ANY (%2$L)),
        theirs AS (SELECT id FROM documents WHERE registered_by = ANY (%1$L)
          UNION SELECT o.id FROM documents o JOIN open_to_them t ON t.case_id = o.case_id
          UNION SELECT f.document_id FROM filings f JOIN open_to_them t ON t.case_id = f.case_id WHERE f.document_id IS NOT NULL),
        hits AS MATERIALIZED (SELECT d.id, d.day, d.sequence FROM documents d JOIN theirs USING (id) WHERE true %3$s)
      SELECT id FROM hits ORDER BY day DESC, sequence DESC LIMIT %4$s', acts, places, conditions, most);
  ELSE
    RETURN QUERY EXECUTE format('WITH hits AS MATERIALIZED (SELECT d.id, d.day, d.sequence FROM documents d WHERE true %s %s)
      SELECT id FROM hits ORDER BY day DESC, sequence DESC LIMIT %s', indexed, conditions, most);
  END IF;
END $$;
