-- A last day that is set off goes on to the next working day. Whoever sets days sees no requests: they are counted and moved for them.

CREATE OR REPLACE FUNCTION tell_of_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_case uuid;
  was date;
BEGIN
  SELECT case_id, due_on INTO of_case, was FROM open_requests WHERE request_id = NEW.request_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse_ended_request(NEW.request_id); END IF;
  IF NEW.kind <> 'moved' THEN
    PERFORM refuse_unseen_case(of_case);
  ELSIF NOT EXISTS (SELECT FROM calendar_days WHERE day = was AND NOT is_working)
      OR NEW.due_on IS NULL OR NEW.due_on NOT BETWEEN was + 1 AND was + 14 THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a last day is moved off a day off alone, and not far';
  END IF;
  UPDATE open_requests SET due_on = NEW.due_on WHERE request_id = NEW.request_id;
  IF session_user <> current_user THEN
    NEW.told_at := now();
    NEW.told_by := staff_at_work();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_dues_on(of_day date) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::integer FROM open_requests WHERE due_on = of_day
$$;
--> statement-breakpoint
CREATE FUNCTION move_dues(of_day date, to_day date, why text) RETURNS TABLE (moved uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY INSERT INTO request_events AS e (id, request_id, kind, on_day, due_on, reason, told_by)
    SELECT gen_random_uuid(), r.request_id, 'moved', of_day, to_day, why, staff_at_work()
    FROM (SELECT request_id FROM open_requests WHERE due_on = of_day ORDER BY request_id FOR UPDATE) r
    RETURNING e.request_id;
END $$;
