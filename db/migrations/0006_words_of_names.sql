-- Every beginning of every word, up to eight letters (rules/parties.ts): a typed piece is then one key of the index, however many
-- people it means. Trigrams make a piece of a frequent name several long lists that all have to be read.
CREATE FUNCTION word_starts(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
  SELECT coalesce(array_agg(DISTINCT left(word, size)), '{}')
  FROM unnest(string_to_array(ltrim(folded), ' ')) word, generate_series(1, least(length(word), 8)) size
$$;
--> statement-breakpoint
CREATE INDEX "parties_by_word_starts" ON "parties" USING gin (word_starts("name_folded"));
