-- The walls of the whole cash desk, in the manner of 0001. Refusals carry SQLSTATE GS001 and a code of rules/refusal.ts.

CREATE TRIGGER reversals_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON reversals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER confirmations_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON confirmations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER cash_movements_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON cash_movements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER cash_vouchers_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON cash_vouchers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER bills_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON bills FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER bill_withdrawals_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON bill_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER bank_deposits_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_deposits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER deposited_tills_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON deposited_tills FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER terminal_reports_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON terminal_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER settings_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON settings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The town whose roles serve this database: the one for training is served by those of its town.
CREATE FUNCTION town_database() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT regexp_replace(current_database(), '_training$', '')
$$;
--> statement-breakpoint
CREATE FUNCTION is_of_post(post text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT pg_has_role(session_user, town_database() || '_' || post, 'MEMBER')
$$;
--> statement-breakpoint
CREATE FUNCTION staff_at_work() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM staff WHERE db_role = session_user AND disabled_at IS NULL
$$;
--> statement-breakpoint
CREATE FUNCTION year_of(at timestamptz) RETURNS smallint LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT extract(year FROM at AT TIME ZONE 'Europe/Sofia')::smallint
$$;
--> statement-breakpoint
CREATE FUNCTION take_number(desk uuid, in_year smallint, of_series text) RETURNS integer
LANGUAGE sql SET search_path = public, pg_temp AS $$
  INSERT INTO number_series AS s (desk_id, year, series, last_number) VALUES (desk, in_year, of_series, 1)
    ON CONFLICT (desk_id, year, series) DO UPDATE SET last_number = s.last_number + 1
    RETURNING last_number
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION take_receipt_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  SELECT t.desk_id, year_of(p.taken_at) INTO NEW.desk_id, NEW.year
    FROM payments p JOIN tills t ON t.id = p.till_id
    WHERE p.id = NEW.payment_id AND p.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a receipt is given in the transaction of its payment';
  END IF;
  NEW.number := take_number(NEW.desk_id, NEW.year, 'receipt');
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What lies in a drawer: float, cash of payments less what went back, pay-ins less pay-outs.
CREATE FUNCTION till_cash(till uuid) RETURNS bigint LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT t.opening_float_cents
    + coalesce((SELECT sum(pt.amount_cents) FROM payments p JOIN payment_tenders pt ON pt.payment_id = p.id
        WHERE p.till_id = t.id AND pt.tender = 'cash'), 0)
    - coalesce((SELECT sum(pt.amount_cents) FROM reversals r JOIN payment_tenders pt ON pt.payment_id = r.payment_id
        WHERE r.till_id = t.id AND pt.tender = 'cash'), 0)
    + coalesce((SELECT sum(CASE m.kind WHEN 'pay_in' THEN m.amount_cents ELSE -m.amount_cents END) FROM cash_movements m
        WHERE m.till_id = t.id), 0)
    FROM tills t WHERE t.id = till
$$;
--> statement-breakpoint
-- Locks the till against its closing and against other movements of its cash; payments go on beside it.
CREATE FUNCTION hold_own_till(till uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'cash is moved in a read committed transaction';
  END IF;
  PERFORM 1 FROM open_tills WHERE till_id = till AND staff_id = staff_at_work() FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_beyond_till(till uuid, amount bigint) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE held bigint := till_cash(till);
BEGIN
  IF amount > held THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.too_little_cash',
      DETAIL = json_build_object('held', held, 'needed', amount);
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION close_till() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN
    DELETE FROM open_tills WHERE till_id = NEW.till_id;
    RETURN NEW;
  END IF;
  -- An older snapshot would not show the payments that came since, and the count below would agree without them.
  IF session_user <> current_user AND current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a till is closed in a read committed transaction';
  END IF;
  PERFORM 1 FROM open_tills WHERE till_id = NEW.till_id
    AND (staff_id = staff_at_work() OR session_user = current_user OR is_of_post('head')) FOR UPDATE;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM till_closings WHERE till_id = NEW.till_id) THEN
      RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the till was closed in the same moment: look again';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
  IF till_cash(NEW.till_id) <> NEW.expected_cents THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'a payment came in between: count again';
  END IF;
  NEW.closed_at := now();
  SELECT desk_id, year_of(NEW.closed_at) INTO NEW.desk_id, NEW.year FROM tills WHERE id = NEW.till_id;
  NEW.number := take_number(NEW.desk_id, NEW.year, 'z');
  DELETE FROM open_tills WHERE till_id = NEW.till_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION confirm() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.staff_id := staff_at_work();
  NEW.given_at := now();
  IF NEW.staff_id IS NULL OR NOT (is_of_post('head') OR (NEW.act = 'reversals.make' AND is_of_post('cashier'))) THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'this post may not confirm that';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER confirmations_confirm BEFORE INSERT ON confirmations FOR EACH ROW EXECUTE FUNCTION confirm();
--> statement-breakpoint
-- Whether somebody else said yes to exactly this, a short time ago.
CREATE FUNCTION is_confirmed(confirmation uuid, of_act text, subject uuid, of_what text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM confirmations WHERE id = confirmation AND act = of_act AND subject_id = subject
    AND what = of_what AND staff_id <> staff_at_work() AND given_at > now() - interval '15 minutes')
$$;
--> statement-breakpoint
CREATE FUNCTION reverse_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  PERFORM hold_own_till(NEW.till_id);
  IF NOT is_confirmed(NEW.confirmation_id, 'reversals.make', NEW.payment_id, '') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'confirmation.missing';
  END IF;
  PERFORM refuse_beyond_till(NEW.till_id, coalesce((SELECT sum(amount_cents) FROM payment_tenders
    WHERE payment_id = NEW.payment_id AND tender = 'cash'), 0)::bigint);
  NEW.reversed_at := now();
  SELECT desk_id, year_of(NEW.reversed_at) INTO NEW.desk_id, NEW.year FROM tills WHERE id = NEW.till_id;
  NEW.number := take_number(NEW.desk_id, NEW.year, 'reversal');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reversals_reverse BEFORE INSERT ON reversals FOR EACH ROW EXECUTE FUNCTION reverse_payment();
--> statement-breakpoint
CREATE FUNCTION open_bills_again() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  INSERT INTO open_bills (bill_id) SELECT bill_id FROM payment_lines
    WHERE payment_id = NEW.payment_id AND bill_id IS NOT NULL ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER reversals_open_bills AFTER INSERT ON reversals FOR EACH ROW EXECUTE FUNCTION open_bills_again();
--> statement-breakpoint
CREATE FUNCTION move_cash() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM hold_own_till(NEW.till_id);
  NEW.moved_at := now();
  IF NEW.kind = 'pay_out' THEN PERFORM refuse_beyond_till(NEW.till_id, NEW.amount_cents); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cash_movements_move BEFORE INSERT ON cash_movements FOR EACH ROW EXECUTE FUNCTION move_cash();
--> statement-breakpoint
CREATE FUNCTION issue_voucher() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM open_tills WHERE till_id = NEW.till_id
    AND (staff_id = staff_at_work() OR is_of_post('head')) FOR KEY SHARE;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM till_closings WHERE till_id = NEW.till_id) THEN
      RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the till was closed in the same moment: look again';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
  IF NEW.subject = 'movement' THEN
    PERFORM 1 FROM cash_movements WHERE id = NEW.subject_id AND till_id = NEW.till_id
      AND amount_cents = NEW.amount_cents AND kind = 'pay_' || NEW.direction;
  ELSE
    PERFORM 1 WHERE NEW.subject_id = NEW.till_id;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a voucher tells of its movement or till';
  END IF;
  NEW.issued_at := now();
  SELECT desk_id, year_of(NEW.issued_at) INTO NEW.desk_id, NEW.year FROM tills WHERE id = NEW.till_id;
  NEW.number := take_number(NEW.desk_id, NEW.year, 'cash_' || NEW.direction);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cash_vouchers_issue BEFORE INSERT ON cash_vouchers FOR EACH ROW EXECUTE FUNCTION issue_voucher();
--> statement-breakpoint
-- The vouchers of these subjects, cash in less cash out.
CREATE FUNCTION vouchered(till uuid, subjects text[]) RETURNS bigint LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(CASE direction WHEN 'in' THEN amount_cents ELSE -amount_cents END), 0)::bigint
    FROM cash_vouchers WHERE till_id = till AND subject = ANY (subjects)
$$;
--> statement-breakpoint
-- The cash book begins where the one before ended: the float is what was left at the desk and a voucher for the rest.
CREATE FUNCTION opening_is_in_the_books() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF vouchered(NEW.id, '{float}') <> NEW.opening_float_cents - coalesce((SELECT left_cents FROM till_closings
      WHERE desk_id = NEW.desk_id ORDER BY closed_at DESC, number DESC LIMIT 1), 0) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a float beyond what was left at the desk has its voucher';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER tills_are_in_the_books AFTER INSERT ON tills DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION opening_is_in_the_books();
--> statement-breakpoint
CREATE FUNCTION closing_is_in_the_books() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF vouchered(NEW.till_id, '{movement,takings,difference,handed_over}') <>
      NEW.left_cents - (SELECT opening_float_cents FROM tills WHERE id = NEW.till_id)
    OR vouchered(NEW.till_id, '{difference}') <> NEW.difference_cents
    OR vouchered(NEW.till_id, '{handed_over}') <> NEW.left_cents - NEW.counted_cents THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'takings, difference and what is handed over have their vouchers';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER till_closings_are_in_the_books AFTER INSERT ON till_closings DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION closing_is_in_the_books();
--> statement-breakpoint
CREATE FUNCTION movement_is_in_the_books() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind <> 'no_sale' AND session_user <> current_user
    AND NOT EXISTS (SELECT FROM cash_vouchers WHERE subject_id = NEW.id AND subject = 'movement') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'cash is moved with a voucher';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cash_movements_are_in_the_books AFTER INSERT ON cash_movements DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION movement_is_in_the_books();
--> statement-breakpoint
CREATE FUNCTION issue_bill() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN
    NEW.issued_by := staff_at_work();
    NEW.issued_at := now();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER bills_issue BEFORE INSERT ON bills FOR EACH ROW EXECUTE FUNCTION issue_bill();
--> statement-breakpoint
CREATE FUNCTION open_bill() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO open_bills (bill_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER bills_open AFTER INSERT ON bills FOR EACH ROW EXECUTE FUNCTION open_bill();
--> statement-breakpoint
-- Says who was quicker: the bill is paid, or taken back.
CREATE FUNCTION refuse_settled_bill(bill uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told json;
BEGIN
  SELECT json_build_object('number', b.number, 'receipt', d.number || '-' || r.year || '-' || lpad(r.number::text, 6, '0'),
      'cashier', s.name, 'at', to_char(p.taken_at AT TIME ZONE 'Europe/Sofia', 'DD.MM.YYYY HH24:MI')) INTO told
    FROM payment_lines l JOIN bills b ON b.id = l.bill_id JOIN payments p ON p.id = l.payment_id
      JOIN receipts r ON r.payment_id = p.id JOIN tills t ON t.id = p.till_id
      JOIN desks d ON d.id = r.desk_id JOIN staff s ON s.id = t.staff_id
    WHERE l.bill_id = bill AND p.xmin <> pg_current_xact_id()::xid ORDER BY p.taken_at DESC LIMIT 1;
  IF told IS NOT NULL AND NOT EXISTS (SELECT FROM bill_withdrawals WHERE bill_id = bill) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'bill.paid', DETAIL = told;
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'bill.withdrawn',
    DETAIL = json_build_object('number', (SELECT number FROM bills WHERE id = bill));
END $$;
--> statement-breakpoint
CREATE FUNCTION withdraw_bill() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.withdrawn_at := now();
  DELETE FROM open_bills WHERE bill_id = NEW.bill_id;
  IF NOT FOUND THEN PERFORM refuse_settled_bill(NEW.bill_id); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER bill_withdrawals_withdraw BEFORE INSERT ON bill_withdrawals FOR EACH ROW EXECUTE FUNCTION withdraw_bill();
--> statement-breakpoint
CREATE FUNCTION settle_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE wrong record;
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  FOR wrong IN SELECT a.bill_id FROM added a WHERE a.bill_id IS NOT NULL ORDER BY a.bill_id LOOP
    DELETE FROM open_bills WHERE bill_id = wrong.bill_id;
    IF NOT FOUND THEN PERFORM refuse_settled_bill(wrong.bill_id); END IF;
  END LOOP;
  SELECT l.* INTO wrong FROM added l JOIN bills b ON b.id = l.bill_id
    WHERE l.amount_cents <> b.amount_cents OR l.quantity <> 1 OR l.service_id IS DISTINCT FROM b.service_id
      OR l.department_id <> b.department_id OR l.override_reason IS NOT NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a bill is paid as it was issued';
  END IF;
  -- The published fee of the day binds, unless the catalogue leaves the amount open or a second person agreed to another.
  SELECT s.code, f.fee_cents, l.override_reason INTO wrong FROM added l JOIN services s ON s.id = l.service_id
    LEFT JOIN LATERAL (SELECT fee_cents FROM service_fees WHERE service_id = s.id AND speed = l.speed
      AND valid_from <= (now() AT TIME ZONE 'Europe/Sofia')::date ORDER BY valid_from DESC LIMIT 1) f ON true
    WHERE l.bill_id IS NULL AND s.pricing <> 'open' AND CASE WHEN l.override_reason IS NULL
      THEN l.price_cents IS DISTINCT FROM f.fee_cents
      ELSE l.override_of_cents IS DISTINCT FROM f.fee_cents OR NOT is_confirmed(l.confirmation_id, 'payments.override',
        l.payment_id, l.service_id || ':' || l.speed || ':' || l.price_cents) END LIMIT 1;
  IF FOUND AND wrong.override_reason IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'service.price_changed',
      DETAIL = json_build_object('code', wrong.code, 'now', coalesce(wrong.fee_cents, 0));
  ELSIF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'confirmation.missing';
  END IF;
  SELECT s.code INTO wrong FROM added l JOIN services s ON s.id = l.service_id JOIN payments p ON p.id = l.payment_id
    WHERE s.needs_payer AND p.payer_id IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'payment.payer_needed', DETAIL = json_build_object('code', wrong.code);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payment_lines_settle AFTER INSERT ON payment_lines REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION settle_lines();
--> statement-breakpoint
CREATE FUNCTION make_deposit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  NEW.staff_id := staff_at_work();
  NEW.made_at := now();
  NEW.year := year_of(NEW.made_at);
  NEW.number := take_number(NEW.desk_id, NEW.year, 'deposit');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER bank_deposits_make BEFORE INSERT ON bank_deposits FOR EACH ROW EXECUTE FUNCTION make_deposit();
--> statement-breakpoint
CREATE FUNCTION join_own_deposit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM bank_deposits d
      WHERE d.id = NEW.deposit_id AND d.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'nothing is added to a deposit after its transaction';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER deposited_tills_join BEFORE INSERT ON deposited_tills FOR EACH ROW EXECUTE FUNCTION join_own_deposit();
--> statement-breakpoint
CREATE FUNCTION deposit_adds_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.amount_cents IS DISTINCT FROM (SELECT sum(c.counted_cents - c.left_cents) FROM deposited_tills d
      JOIN till_closings c ON c.till_id = d.till_id WHERE d.deposit_id = NEW.id) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a deposit is the sum of what its tills handed over';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER bank_deposits_add_up AFTER INSERT ON bank_deposits DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION deposit_adds_up();
--> statement-breakpoint
CREATE FUNCTION report_terminal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN
    NEW.staff_id := staff_at_work();
    NEW.reported_at := now();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER terminal_reports_report BEFORE INSERT ON terminal_reports FOR EACH ROW EXECUTE FUNCTION report_terminal();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION set_staff_password(their_login text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE role_name text;
BEGIN
  SELECT db_role INTO role_name FROM staff WHERE login = their_login;
  IF role_name IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'staff.unknown', DETAIL = json_build_object('login', their_login);
  END IF;
  IF session_user <> role_name AND session_user <> current_user AND NOT is_of_post('admin') THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'only an administrator sets the password of somebody else';
  END IF;
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'passwords come as SCRAM-SHA-256 verifiers';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', role_name, verifier);
END $$;
