-- What must never be false, kept by the database itself. Functions run as the town's owner; the owner's own session
-- (migration, restore) is let through where it says so. Refusals carry SQLSTATE GS001 and the code of rules/refusal.ts.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'GS002',
    MESSAGE = format('rows of %I are never changed or deleted: a correction is a new row', TG_TABLE_NAME);
END $$;
--> statement-breakpoint
CREATE TRIGGER tills_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON tills FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER till_closings_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON till_closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER payments_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER payment_lines_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER payment_tenders_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_tenders FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER receipts_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER logbook_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON logbook FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION open_till() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN
    PERFORM 1 FROM staff WHERE id = NEW.staff_id AND db_role = session_user AND disabled_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a till is opened by its own cashier';
    END IF;
    NEW.opened_at := now();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tills_open BEFORE INSERT ON tills FOR EACH ROW EXECUTE FUNCTION open_till();
--> statement-breakpoint
CREATE FUNCTION list_open_till() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO open_tills (desk_id, staff_id, till_id) VALUES (NEW.desk_id, NEW.staff_id, NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tills_listed AFTER INSERT ON tills FOR EACH ROW EXECUTE FUNCTION list_open_till();
--> statement-breakpoint
CREATE FUNCTION close_till() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE expected bigint;
BEGIN
  -- An older snapshot would not show the payments that came since, and the count below would agree without them.
  IF session_user <> current_user AND current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a till is closed in a read committed transaction';
  END IF;
  PERFORM 1 FROM open_tills o JOIN staff s ON s.id = o.staff_id
    WHERE o.till_id = NEW.till_id AND (s.db_role = session_user OR session_user = current_user
      OR pg_has_role(session_user, current_database() || '_head', 'MEMBER')) FOR UPDATE OF o;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM till_closings WHERE till_id = NEW.till_id) THEN
      RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the till was closed in the same moment: look again';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
  SELECT t.opening_float_cents + coalesce(sum(pt.amount_cents) FILTER (WHERE pt.tender = 'cash'), 0) INTO expected
    FROM tills t LEFT JOIN payments p ON p.till_id = t.id LEFT JOIN payment_tenders pt ON pt.payment_id = p.id
    WHERE t.id = NEW.till_id GROUP BY t.id;
  IF expected <> NEW.expected_cents THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'a payment came in between: count again';
  END IF;
  IF session_user <> current_user THEN NEW.closed_at := now(); END IF;
  DELETE FROM open_tills WHERE till_id = NEW.till_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER till_closings_close BEFORE INSERT ON till_closings FOR EACH ROW EXECUTE FUNCTION close_till();
--> statement-breakpoint
CREATE FUNCTION enter_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.taken_at := now();
  PERFORM 1 FROM open_tills o JOIN staff s ON s.id = o.staff_id
    WHERE o.till_id = NEW.till_id AND s.db_role = session_user AND s.disabled_at IS NULL FOR KEY SHARE OF o;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_enter BEFORE INSERT ON payments FOR EACH ROW EXECUTE FUNCTION enter_payment();
--> statement-breakpoint
CREATE FUNCTION take_receipt_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  SELECT t.desk_id, extract(year FROM p.taken_at AT TIME ZONE 'Europe/Sofia') INTO NEW.desk_id, NEW.year
    FROM payments p JOIN tills t ON t.id = p.till_id
    WHERE p.id = NEW.payment_id AND p.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a receipt is given in the transaction of its payment';
  END IF;
  INSERT INTO number_series AS s (desk_id, year, last_number) VALUES (NEW.desk_id, NEW.year, 1)
    ON CONFLICT (desk_id, year) DO UPDATE SET last_number = s.last_number + 1
    RETURNING last_number INTO NEW.number;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER receipts_take_number BEFORE INSERT ON receipts FOR EACH ROW EXECUTE FUNCTION take_receipt_number();
--> statement-breakpoint
CREATE FUNCTION join_own_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  -- Beyond the total at once, not at the commit: SET CONSTRAINTS lets a writer have the sums checked before the last line.
  PERFORM 1 FROM payments p WHERE p.id IN (SELECT payment_id FROM added) AND (
    p.xmin <> pg_current_xact_id()::xid
    OR p.total_cents < greatest(
      (SELECT sum(amount_cents) FROM payment_lines WHERE payment_id = p.id),
      (SELECT sum(amount_cents) FROM payment_tenders WHERE payment_id = p.id)));
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002',
      MESSAGE = 'nothing is added to a payment after its transaction or beyond its total';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payment_lines_join_payment AFTER INSERT ON payment_lines REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION join_own_payment();
--> statement-breakpoint
CREATE TRIGGER payment_tenders_join_payment AFTER INSERT ON payment_tenders REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION join_own_payment();
--> statement-breakpoint
CREATE FUNCTION payment_adds_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.total_cents IS DISTINCT FROM (SELECT sum(amount_cents) FROM payment_lines WHERE payment_id = NEW.id)
    OR NEW.total_cents IS DISTINCT FROM (SELECT sum(amount_cents) FROM payment_tenders WHERE payment_id = NEW.id)
    OR NOT EXISTS (SELECT FROM receipts WHERE payment_id = NEW.id) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'sum of lines = total = sum of tenders, and a receipt for every payment';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER payments_add_up AFTER INSERT ON payments DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION payment_adds_up();
--> statement-breakpoint
CREATE FUNCTION stamp_logbook() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN
    NEW.at := now();
    NEW.who := session_user;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER logbook_stamped BEFORE INSERT ON logbook FOR EACH ROW EXECUTE FUNCTION stamp_logbook();
--> statement-breakpoint
CREATE FUNCTION wake_printing() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_notify('print_jobs', NEW.printer_id::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER print_jobs_wake AFTER INSERT OR UPDATE OF state ON print_jobs FOR EACH ROW
  WHEN (NEW.state = 'queued') EXECUTE FUNCTION wake_printing();
--> statement-breakpoint
CREATE FUNCTION add_staff(new_id uuid, new_login text, new_name text, new_post text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE role_name text := current_database() || '_staff_' || new_login;
BEGIN
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'passwords come as SCRAM-SHA-256 verifiers';
  END IF;
  INSERT INTO staff (id, login, name, post, db_role) VALUES (new_id, new_login, new_name, new_post, role_name);
  EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', role_name, verifier);
  EXECUTE format('GRANT %I TO %I', current_database() || '_' || new_post, role_name);
END $$;
--> statement-breakpoint
CREATE FUNCTION disable_staff(their_login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE role_name text;
BEGIN
  UPDATE staff SET disabled_at = coalesce(disabled_at, now()) WHERE login = their_login RETURNING db_role INTO role_name;
  IF role_name IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'staff.unknown', DETAIL = json_build_object('login', their_login);
  END IF;
  EXECUTE format('ALTER ROLE %I NOLOGIN', role_name);
  EXECUTE format('GRANT %I TO %I', role_name, current_user);
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = role_name AND datname = current_database();
  EXECUTE format('REVOKE %I FROM %I', role_name, current_user);
END $$;
--> statement-breakpoint
CREATE FUNCTION set_staff_password(their_login text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE role_name text;
BEGIN
  SELECT db_role INTO role_name FROM staff WHERE login = their_login;
  IF role_name IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'staff.unknown', DETAIL = json_build_object('login', their_login);
  END IF;
  IF session_user <> role_name AND session_user <> current_user
    AND NOT pg_has_role(session_user, current_database() || '_admin', 'MEMBER') THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'only an administrator sets the password of somebody else';
  END IF;
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'passwords come as SCRAM-SHA-256 verifiers';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', role_name, verifier);
END $$;
