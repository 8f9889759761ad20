CREATE TABLE "undeposited_tills" (
	"till_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "undeposited_tills" ADD CONSTRAINT "undeposited_tills_till_id_till_closings_till_id_fk" FOREIGN KEY ("till_id") REFERENCES "public"."till_closings"("till_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The money of closed tills that waits for the bank is a short list beside a history that only grows.
-- Closings without vouchers are older than the book: their money went its way long ago.
INSERT INTO undeposited_tills SELECT till_id FROM till_closings c WHERE counted_cents > left_cents
  AND EXISTS (SELECT FROM cash_vouchers v WHERE v.till_id = c.till_id AND v.subject = 'handed_over')
  AND NOT EXISTS (SELECT FROM deposited_tills d WHERE d.till_id = c.till_id);
--> statement-breakpoint
-- For admin and auditor, who know a personal number only as papers carry it.
CREATE INDEX "parties_by_masked_identifier" ON "parties" USING btree ("identifier_masked") WHERE identifier_masked is not null;
--> statement-breakpoint
CREATE FUNCTION await_deposit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO undeposited_tills (till_id) VALUES (NEW.till_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER till_closings_await_deposit AFTER INSERT ON till_closings FOR EACH ROW
  WHEN (NEW.counted_cents > NEW.left_cents) EXECUTE FUNCTION await_deposit();
--> statement-breakpoint
-- Own tills, or any by a head; never beyond what the deposit says: SET CONSTRAINTS lets a writer have the sum checked before the last till.
CREATE FUNCTION carry_till() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM undeposited_tills WHERE till_id = NEW.till_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a till that handed nothing over is not deposited';
  END IF;
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM tills WHERE id = NEW.till_id AND (staff_id = staff_at_work() OR is_of_post('head'))) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a cashier takes the money of the own tills to the bank';
  END IF;
  PERFORM 1 FROM bank_deposits b WHERE b.id = NEW.deposit_id AND b.amount_cents < (
    SELECT sum(c.counted_cents - c.left_cents) FROM deposited_tills d JOIN till_closings c ON c.till_id = d.till_id
      WHERE d.deposit_id = b.id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a deposit is the sum of what its tills handed over';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER deposited_tills_carry AFTER INSERT ON deposited_tills FOR EACH ROW EXECUTE FUNCTION carry_till();
--> statement-breakpoint
CREATE FUNCTION sum_of_money(money jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(sum(key::bigint * value::bigint), 0)::bigint FROM jsonb_each_text(money)
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_miscounted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND sum_of_money(NEW.counted_money) <> (to_jsonb(NEW) ->> TG_ARGV[0])::bigint THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'the notes and coins make another sum';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER bank_deposits_are_counted AFTER INSERT ON bank_deposits FOR EACH ROW EXECUTE FUNCTION refuse_miscounted('amount_cents');
--> statement-breakpoint
CREATE TRIGGER till_closings_are_counted AFTER INSERT ON till_closings FOR EACH ROW
  WHEN (NEW.counted_money IS NOT NULL) EXECUTE FUNCTION refuse_miscounted('counted_cents');
--> statement-breakpoint
-- A float is vouchered with the opening, and takings, difference and what is handed over with the closing: never before or after.
CREATE FUNCTION voucher_is_of_its_moment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF NEW.subject = 'float' THEN
    PERFORM 1 FROM tills t WHERE t.id = NEW.till_id AND t.xmin = pg_current_xact_id()::xid
      AND vouchered(t.id, '{float}') = t.opening_float_cents - coalesce((SELECT left_cents FROM till_closings
        WHERE desk_id = t.desk_id ORDER BY closed_at DESC, number DESC LIMIT 1), 0);
  ELSE
    PERFORM 1 FROM till_closings WHERE till_id = NEW.till_id AND xmin = pg_current_xact_id()::xid;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a voucher of a till is issued when it is opened or closed';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cash_vouchers_are_of_their_moment AFTER INSERT ON cash_vouchers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.subject <> 'movement') EXECUTE FUNCTION voucher_is_of_its_moment();
--> statement-breakpoint
-- What the receipts say of a card terminal on a day of the town.
CREATE FUNCTION terminal_took(of_terminal text, on_day date) RETURNS bigint LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT sum(t.amount_cents) FROM payments p CROSS JOIN LATERAL (SELECT terminal, amount_cents
        FROM payment_tenders WHERE payment_id = p.id AND tender = 'card' OFFSET 0) t
      WHERE t.terminal = of_terminal AND p.taken_at >= on_day::timestamp AT TIME ZONE 'Europe/Sofia'
        AND p.taken_at < (on_day + 1)::timestamp AT TIME ZONE 'Europe/Sofia'), 0)
    - coalesce((SELECT sum(t.amount_cents) FROM reversals r CROSS JOIN LATERAL (SELECT terminal, amount_cents
        FROM payment_tenders WHERE payment_id = r.payment_id AND tender = 'card' OFFSET 0) t
      WHERE t.terminal = of_terminal AND r.reversed_at >= on_day::timestamp AT TIME ZONE 'Europe/Sofia'
        AND r.reversed_at < (on_day + 1)::timestamp AT TIME ZONE 'Europe/Sofia'), 0)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION report_terminal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.staff_id := staff_at_work();
  NEW.reported_at := now();
  IF NEW.expected_cents <> terminal_took(NEW.terminal, NEW.day) THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the terminal was used in between: look again';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION refund_has_reference() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND coalesce(length(trim(NEW.refund_reference)), 0) < 2
    AND EXISTS (SELECT FROM payment_tenders WHERE payment_id = NEW.payment_id AND tender <> 'cash') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'reversal.needs_reference';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reversals_refund BEFORE INSERT ON reversals FOR EACH ROW EXECUTE FUNCTION refund_has_reference();
--> statement-breakpoint
-- Reports by department and payment code are made of what the lines say.
CREATE FUNCTION lines_are_of_the_catalogue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  PERFORM 1 FROM added l JOIN services s ON s.id = l.service_id WHERE l.bill_id IS NULL
    AND (l.department_id <> s.department_id OR l.payment_code IS DISTINCT FROM s.payment_code);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the catalogue was changed in the same moment: look again';
  END IF;
  PERFORM 1 FROM added l JOIN bills b ON b.id = l.bill_id WHERE l.payment_code IS DISTINCT FROM b.payment_code;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a bill is paid as it was issued';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payment_lines_are_of_the_catalogue AFTER INSERT ON payment_lines REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION lines_are_of_the_catalogue();
--> statement-breakpoint
-- The original of a document is owed in the transaction that makes the document, and only such a paper opens the drawer;
-- every later one says that it is a duplicate.
CREATE FUNCTION paper_is_of_its_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  opens boolean := NEW.paper -> 'blocks' @> '[{"drawer": true}]';
  now_made boolean;
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  IF NEW.copy > 0 THEN
    IF opens OR (NEW.paper -> 'duplicate' ->> 'copy') IS DISTINCT FROM NEW.copy::text OR NOT EXISTS (
      SELECT FROM print_jobs WHERE subject_id = NEW.subject_id AND kind = NEW.kind AND copy = 0) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a duplicate says which one it is, and of what';
    END IF;
    RETURN NEW;
  END IF;
  now_made := CASE NEW.kind
    WHEN 'receipt' THEN EXISTS (SELECT FROM payments WHERE id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'reversal' THEN EXISTS (SELECT FROM reversals WHERE payment_id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'till-closing' THEN EXISTS (SELECT FROM till_closings WHERE till_id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'deposit' THEN EXISTS (SELECT FROM bank_deposits WHERE id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'no-sale' THEN EXISTS (SELECT FROM cash_movements WHERE id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'cash-in-voucher' THEN (SELECT xmin = pg_current_xact_id()::xid OR NOT opens FROM cash_vouchers
      WHERE id = NEW.subject_id AND direction = 'in')
    WHEN 'cash-out-voucher' THEN (SELECT xmin = pg_current_xact_id()::xid OR NOT opens FROM cash_vouchers
      WHERE id = NEW.subject_id AND direction = 'out')
    ELSE NOT opens END;
  IF now_made IS NOT TRUE OR NEW.paper ->> 'kind' IS DISTINCT FROM NEW.kind OR NEW.state <> 'queued' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a paper is owed when what it tells of is done';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER print_jobs_are_of_documents BEFORE INSERT ON print_jobs FOR EACH ROW EXECUTE FUNCTION paper_is_of_its_document();
