-- Owed again, an original would come out twice without saying that it is a duplicate, and open the drawer.
CREATE FUNCTION printed_stays_printed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'what came out is printed again as a duplicate';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER print_jobs_stay_printed BEFORE UPDATE OF state ON print_jobs FOR EACH ROW
  WHEN (OLD.state = 'printed' AND NEW.state <> 'printed') EXECUTE FUNCTION printed_stays_printed();
