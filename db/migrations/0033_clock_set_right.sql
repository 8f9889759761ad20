-- A place keeps the device's highest number and newest signed time: neither goes back, but for a time of which the hub's own clock was wrong.
CREATE OR REPLACE FUNCTION refuse_older_word() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.highest_seq < OLD.highest_seq
    OR (NEW.signed_ms < OLD.signed_ms AND OLD.signed_ms < extract(epoch FROM now() + interval '1 hour') * 1000) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'what a device said last is never taken back';
  END IF;
  RETURN NEW;
END $$;
