-- Merging is done by one at a time for a record: two who merge each other's at once do not lead them in a circle.
CREATE OR REPLACE FUNCTION lead_to_other() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM parties WHERE id IN (NEW.party_id, NEW.into_id) ORDER BY id FOR NO KEY UPDATE;
  IF NEW.into_id IS NULL THEN
    DELETE FROM merged_parties WHERE party_id = NEW.party_id;
    IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'only a merged record is separated'; END IF;
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM merged_parties WHERE party_id IN (NEW.party_id, NEW.into_id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a merged record leads to one that stays';
  END IF;
  UPDATE merged_parties SET into_id = NEW.into_id WHERE into_id = NEW.party_id;
  INSERT INTO merged_parties (party_id, into_id) VALUES (NEW.party_id, NEW.into_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What was first written to a record after a moment, also where whoever asks may not see it: only what it is and when.
CREATE FUNCTION written_since(of uuid, since timestamptz) RETURNS TABLE (what text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT what, at FROM (
    SELECT 'document' AS what, min(d.registered_at) AS at FROM document_parties p JOIN documents d ON d.id = p.document_id
      WHERE p.party_id = of AND d.registered_at > since
    UNION ALL SELECT 'bill', min(issued_at) FROM bills WHERE payer_id = of AND issued_at > since
    UNION ALL SELECT 'payment', min(taken_at) FROM payments WHERE payer_id = of AND taken_at > since
    UNION ALL SELECT 'merge', min(merged_at) FROM party_merges WHERE into_id = of AND merged_at > since
    UNION ALL SELECT 'change', changed_at FROM parties WHERE id = of AND changed_at > since
  ) things WHERE at IS NOT NULL ORDER BY at LIMIT 1
$$;
