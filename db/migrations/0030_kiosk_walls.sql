-- What devices sent is never changed; what is summed up of it is made by the database alone, in the transaction that brings the presses.

CREATE TRIGGER kiosk_presses_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON kiosk_presses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kiosk_questions_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON kiosk_questions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kiosk_asks_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON kiosk_asks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kiosk_codes_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON kiosk_codes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kiosk_rules_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON kiosk_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER satisfaction_methods_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON satisfaction_methods FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kiosk_keys_never_go BEFORE DELETE OR TRUNCATE ON kiosk_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Who and when are the server's word. The owner (founding, a demo) may say them.
CREATE FUNCTION stamp_maker() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN NEW.made_by := staff_at_work(); NEW.made_at := now(); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER kiosk_questions_stamped BEFORE INSERT ON kiosk_questions FOR EACH ROW EXECUTE FUNCTION stamp_maker();
--> statement-breakpoint
CREATE TRIGGER kiosk_codes_stamped BEFORE INSERT ON kiosk_codes FOR EACH ROW EXECUTE FUNCTION stamp_maker();
--> statement-breakpoint
CREATE FUNCTION stamp_ask() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN NEW.asked_by := staff_at_work(); NEW.asked_from := clock_timestamp(); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER kiosk_asks_stamped BEFORE INSERT ON kiosk_asks FOR EACH ROW EXECUTE FUNCTION stamp_ask();
--> statement-breakpoint
CREATE FUNCTION stamp_kiosk_rules() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN NEW.set_by := staff_at_work(); NEW.set_at := clock_timestamp(); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER kiosk_rules_stamped BEFORE INSERT ON kiosk_rules FOR EACH ROW EXECUTE FUNCTION stamp_kiosk_rules();
--> statement-breakpoint
CREATE FUNCTION stamp_method() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN NEW.noted_by := staff_at_work(); NEW.noted_at := clock_timestamp(); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER satisfaction_methods_stamped BEFORE INSERT ON satisfaction_methods FOR EACH ROW EXECUTE FUNCTION stamp_method();
--> statement-breakpoint
-- A key comes in by a code that is good, for the place of that code, and not by the hub's own will.
CREATE FUNCTION enrol_by_code() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM FROM kiosk_codes WHERE code_hash = NEW.code_hash AND kiosk_id = NEW.kiosk_id AND expires_at > now();
  IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'kiosk.code_wrong'; END IF;
  NEW.enrolled_at := now();
  NEW.revoked_at := NULL;
  NEW.revoked_by := NULL;
  NEW.revoke_reason := NULL;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER kiosk_keys_by_code BEFORE INSERT ON kiosk_keys FOR EACH ROW EXECUTE FUNCTION enrol_by_code();
--> statement-breakpoint
-- A revoked key stays revoked.
CREATE FUNCTION revoke_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a key that was revoked stays so';
  END IF;
  IF session_user <> current_user THEN NEW.revoked_at := now(); NEW.revoked_by := staff_at_work(); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER kiosk_keys_revoked BEFORE UPDATE ON kiosk_keys FOR EACH ROW EXECUTE FUNCTION revoke_key();
--> statement-breakpoint
-- A place keeps the device's highest number and newest signed time: neither ever goes back.
CREATE FUNCTION refuse_older_word() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.signed_ms < OLD.signed_ms OR NEW.highest_seq < OLD.highest_seq THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'what a device said last is never taken back';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER kiosk_states_go_on BEFORE UPDATE ON kiosk_states FOR EACH ROW EXECUTE FUNCTION refuse_older_word();
--> statement-breakpoint
-- One statement's presses added to the sums of their hours. Rows are taken in one order, so that two devices of one place never wait for each other in a circle.
CREATE FUNCTION sum_up_presses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT ask_id, max(face) AS face FROM new_presses GROUP BY ask_id) n
      JOIN kiosk_asks a ON a.id = n.ask_id JOIN kiosk_questions q ON q.id = a.question_id WHERE n.face > q.faces) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a face that the question does not have';
  END IF;
  INSERT INTO kiosk_hours AS h (question_id, kiosk_id, day, hour, face1, face2, face3, face4, face5, tests, closed, bursts, repeats)
    SELECT a.question_id, n.kiosk_id, n.at::date, extract(hour FROM n.at)::smallint,
      sum(n.face1), sum(n.face2), sum(n.face3), sum(n.face4), sum(n.face5), sum(n.tests), sum(n.closed), sum(n.bursts), sum(n.repeats)
    FROM (SELECT ask_id, kiosk_id, date_trunc('hour', pressed_at AT TIME ZONE 'Europe/Sofia') AS at,
        count(*) FILTER (WHERE mark IS NULL AND face = 1) AS face1, count(*) FILTER (WHERE mark IS NULL AND face = 2) AS face2,
        count(*) FILTER (WHERE mark IS NULL AND face = 3) AS face3, count(*) FILTER (WHERE mark IS NULL AND face = 4) AS face4,
        count(*) FILTER (WHERE mark IS NULL AND face = 5) AS face5, count(*) FILTER (WHERE mark = 'test') AS tests,
        count(*) FILTER (WHERE mark = 'closed') AS closed, count(*) FILTER (WHERE mark = 'burst') AS bursts,
        count(*) FILTER (WHERE mark = 'repeat') AS repeats
      FROM new_presses GROUP BY 1, 2, 3) n
    JOIN kiosk_asks a ON a.id = n.ask_id
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (question_id, day, hour, kiosk_id) DO UPDATE SET
      face1 = h.face1 + excluded.face1, face2 = h.face2 + excluded.face2, face3 = h.face3 + excluded.face3,
      face4 = h.face4 + excluded.face4, face5 = h.face5 + excluded.face5, tests = h.tests + excluded.tests,
      closed = h.closed + excluded.closed, bursts = h.bursts + excluded.bursts, repeats = h.repeats + excluded.repeats;
  INSERT INTO kiosk_reasons AS r (question_id, kiosk_id, day, face, reason, times)
    SELECT a.question_id, n.kiosk_id, (n.pressed_at AT TIME ZONE 'Europe/Sofia')::date, n.face, n.reason, count(*)
    FROM new_presses n JOIN kiosk_asks a ON a.id = n.ask_id
    WHERE n.reason IS NOT NULL AND n.mark IS NULL GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (question_id, day, kiosk_id, face, reason) DO UPDATE SET times = r.times + excluded.times;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER kiosk_presses_summed_up AFTER INSERT ON kiosk_presses REFERENCING NEW TABLE AS new_presses
  FOR EACH STATEMENT EXECUTE FUNCTION sum_up_presses();
--> statement-breakpoint
-- How many payments were taken and requests registered at the counters of each hall: of those who work in its department. Bare numbers, for whoever sees satisfaction.
CREATE FUNCTION served_in_halls(from_day date, until_day date)
RETURNS TABLE (department_id uuid, payments bigint, requests bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT department_id, sum(payments)::bigint, sum(requests)::bigint FROM (
    SELECT s.department_id, count(*) AS payments, 0 AS requests FROM payments p
      JOIN tills t ON t.id = p.till_id JOIN staff s ON s.id = t.staff_id
      WHERE p.taken_at >= from_day::timestamp AT TIME ZONE 'Europe/Sofia' AND p.taken_at < (until_day + 1)::timestamp AT TIME ZONE 'Europe/Sofia'
      GROUP BY 1
    UNION ALL
    SELECT s.department_id, 0, count(*) FROM requests r JOIN documents d ON d.id = r.document_id
      JOIN staff s ON s.id = d.registered_by
      WHERE d.day BETWEEN from_day AND until_day AND d.channel IN ('desk', 'mayoralty')
      GROUP BY 1) served
  GROUP BY 1
$$;
