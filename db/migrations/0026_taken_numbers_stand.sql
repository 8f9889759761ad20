-- A number of the cash desk that was taken is of a paper when the transaction ends, as the numbers of documents are.
CREATE FUNCTION refuse_gap_of_desk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  stands boolean;
  kept CONSTANT text := CASE NEW.series WHEN 'receipt' THEN 'receipts' WHEN 'reversal' THEN 'reversals' WHEN 'z' THEN 'till_closings'
    WHEN 'deposit' THEN 'bank_deposits' ELSE 'cash_vouchers' END;
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE desk_id = $1 AND year = $2 AND number = $3%s)', kept,
    CASE WHEN kept = 'cash_vouchers' THEN ' AND ''cash_'' || direction = $4' ELSE '' END)
    INTO stands USING NEW.desk_id, NEW.year, NEW.last_number, NEW.series;
  IF NOT stands THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a number that was taken is of a paper';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER number_series_have_no_gap AFTER INSERT OR UPDATE ON number_series DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.last_number > 0) EXECUTE FUNCTION refuse_gap_of_desk();
