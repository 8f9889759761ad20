-- The walls of printers and fiscal devices, in the manner of 0001.

CREATE TRIGGER fiscal_sales_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON fiscal_sales FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER fiscal_documents_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON fiscal_documents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER fiscal_revenues_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON fiscal_revenues FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION take_operator_code() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  LOCK TABLE staff IN SHARE ROW EXCLUSIVE MODE;
  NEW.operator_code := lpad((SELECT coalesce(max(operator_code::integer), 0) + 1 FROM staff)::text, 4, '0');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER staff_take_operator_code BEFORE INSERT ON staff FOR EACH ROW
  WHEN (NEW.operator_code = '') EXECUTE FUNCTION take_operator_code();
--> statement-breakpoint
-- УНП (Наредба Н-18): the device's number, the operator's code, the device's next sale. Taken with the payment, never anew.
CREATE FUNCTION take_sale_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE seal text; code text;
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  SELECT f.printer_id, v.device_number, s.operator_code INTO NEW.printer_id, seal, code
    FROM payments p JOIN tills t ON t.id = p.till_id JOIN staff s ON s.id = t.staff_id
      JOIN fiscal_desks f ON f.desk_id = t.desk_id JOIN fiscal_devices v ON v.printer_id = f.printer_id
    WHERE p.id = NEW.payment_id AND p.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM payments WHERE id = NEW.payment_id AND xmin = pg_current_xact_id()::xid) THEN
      RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the fiscal device was taken from the desk in the same moment: look again';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a sale is numbered in the transaction of its payment';
  END IF;
  INSERT INTO fiscal_series AS s (printer_id, last_number) VALUES (NEW.printer_id, 1)
    ON CONFLICT (printer_id) DO UPDATE SET last_number = s.last_number + 1 RETURNING last_number INTO NEW.number;
  NEW.unp := seal || '-' || code || '-' || lpad(NEW.number::text, 7, '0');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER fiscal_sales_take_number BEFORE INSERT ON fiscal_sales FOR EACH ROW EXECUTE FUNCTION take_sale_number();
--> statement-breakpoint
-- What the town said of a revenue that day binds, and what needs a fiscal receipt has its sale.
CREATE FUNCTION lines_are_fiscal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  PERFORM 1 FROM added l LEFT JOIN LATERAL (SELECT tax_group FROM fiscal_revenues WHERE service_id = l.service_id
      AND valid_from <= (now() AT TIME ZONE 'Europe/Sofia')::date ORDER BY valid_from DESC LIMIT 1) f ON true
    WHERE l.tax_group IS DISTINCT FROM f.tax_group;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'what needs a fiscal receipt was changed in the same moment: look again';
  END IF;
  PERFORM 1 FROM added l WHERE l.tax_group IS NOT NULL
    AND NOT EXISTS (SELECT FROM fiscal_sales WHERE payment_id = l.payment_id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'what needs a fiscal receipt has its sale';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payment_lines_are_fiscal AFTER INSERT ON payment_lines REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION lines_are_fiscal();
--> statement-breakpoint
CREATE FUNCTION sale_has_its_receipt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  PERFORM 1 FROM print_jobs WHERE subject_id = NEW.payment_id AND kind = 'fiscal-receipt'
    AND printer_id = NEW.printer_id AND paper -> 'fiscal' ->> 'unp' = NEW.unp
    AND (paper -> 'fiscal' ->> 'totalCents')::bigint
      = (SELECT sum(amount_cents) FROM payment_lines WHERE payment_id = NEW.payment_id AND tax_group IS NOT NULL);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a sale owes its fiscal receipt';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER fiscal_sales_have_receipts AFTER INSERT ON fiscal_sales DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION sale_has_its_receipt();
--> statement-breakpoint
-- A fiscal paper is owed once, to the device of its sale, when its sale or reversal is made; the device makes its duplicates itself.
CREATE FUNCTION fiscal_paper_is_of_its_sale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE now_made boolean;
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  now_made := CASE NEW.kind
    WHEN 'fiscal-receipt' THEN EXISTS (SELECT FROM fiscal_sales WHERE payment_id = NEW.subject_id
      AND printer_id = NEW.printer_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'fiscal-storno' THEN EXISTS (SELECT FROM fiscal_sales s JOIN reversals r ON r.payment_id = s.payment_id
      WHERE s.payment_id = NEW.subject_id AND s.printer_id = NEW.printer_id AND r.xmin = pg_current_xact_id()::xid)
    WHEN 'fiscal-cash' THEN EXISTS (SELECT FROM fiscal_devices WHERE printer_id = NEW.printer_id)
    WHEN 'fiscal-report' THEN EXISTS (SELECT FROM fiscal_devices WHERE printer_id = NEW.printer_id)
    ELSE NEW.paper -> 'fiscal' IS NULL END;
  IF now_made IS NOT TRUE OR (NEW.copy > 0 AND NEW.kind LIKE 'fiscal-%') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a fiscal paper is owed once, to the device of its sale';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER print_jobs_are_of_sales BEFORE INSERT ON print_jobs FOR EACH ROW
  WHEN (NEW.kind LIKE 'fiscal-%' OR NEW.paper -> 'fiscal' IS NOT NULL) EXECUTE FUNCTION fiscal_paper_is_of_its_sale();
--> statement-breakpoint
-- A paper goes to another printer only while none prints it: to the one that stands in for its own, and back. A fiscal one stays.
CREATE FUNCTION stand_in() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  IF OLD.kind LIKE 'fiscal-%' OR NEW.state <> OLD.state OR NOT (
      (is_of_post('admin') AND OLD.state IN ('queued', 'failed', 'unsure') AND NEW.stands_in_for_id IS NULL)
      OR (OLD.state = 'queued' AND NEW.printer_id = (SELECT stand_in_id FROM printers WHERE id = OLD.printer_id)
        AND NEW.stands_in_for_id = OLD.printer_id AND OLD.stands_in_for_id IS NULL)
      OR (OLD.state = 'queued' AND NEW.printer_id = OLD.stands_in_for_id AND NEW.stands_in_for_id IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'only a paper that waits goes to another printer';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER print_jobs_stand_in BEFORE UPDATE OF printer_id, stands_in_for_id ON print_jobs FOR EACH ROW
  WHEN (OLD.printer_id <> NEW.printer_id OR OLD.stands_in_for_id IS DISTINCT FROM NEW.stands_in_for_id)
  EXECUTE FUNCTION stand_in();
--> statement-breakpoint
DROP TRIGGER print_jobs_wake ON print_jobs;
--> statement-breakpoint
CREATE TRIGGER print_jobs_wake AFTER INSERT OR UPDATE OF state, printer_id ON print_jobs FOR EACH ROW
  WHEN (NEW.state = 'queued') EXECUTE FUNCTION wake_printing();
--> statement-breakpoint
CREATE FUNCTION document_is_of_its_paper() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM 1 FROM print_jobs WHERE id = NEW.job_id AND printer_id = NEW.printer_id AND kind LIKE 'fiscal-%'
    AND paper -> 'fiscal' ->> 'task' = NEW.task
    AND NEW.payment_id IS NOT DISTINCT FROM CASE WHEN kind IN ('fiscal-receipt', 'fiscal-storno') THEN subject_id END;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a fiscal document is of the paper that its device was sent';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER fiscal_documents_are_of_papers BEFORE INSERT ON fiscal_documents FOR EACH ROW EXECUTE FUNCTION document_is_of_its_paper();
