-- What a staff member could still do by hand in psql: skip a number, move a day without a row that tells of it, or end late without a reason.

-- A number that was taken is of a document when the transaction ends. An insert that ON CONFLICT leaves out takes one and writes nothing.
CREATE FUNCTION refuse_gap() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM documents WHERE register_id = NEW.register_id AND year = NEW.year AND sequence = NEW.last_number) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a number that was taken is of a document';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER document_series_have_no_gap AFTER INSERT OR UPDATE ON document_series DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.last_number > 0) EXECUTE FUNCTION refuse_gap();
--> statement-breakpoint
-- The lists of open work change after the row that says why, so that they never change without it.
CREATE OR REPLACE FUNCTION move_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM hold_task(NEW.task_id);
  IF session_user <> current_user THEN
    NEW.moved_at := now();
    NEW.moved_by := staff_at_work();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION list_moved_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_case uuid;
BEGIN
  UPDATE open_tasks SET assignee_id = NEW.assignee_id, department_id = NEW.department_id WHERE task_id = NEW.task_id
    RETURNING case_id INTO of_case;
  PERFORM share_with(of_case, NEW.assignee_id, NEW.department_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER task_moves_listed AFTER INSERT ON task_moves FOR EACH ROW EXECUTE FUNCTION list_moved_task();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION set_task_term() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  held open_tasks;
  most date;
BEGIN
  SELECT * INTO held FROM open_tasks WHERE task_id = NEW.task_id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.ended';
  END IF;
  SELECT least((SELECT due_on FROM open_tasks WHERE task_id = held.parent_id), (SELECT due_on FROM open_requests WHERE request_id = held.request_id)) INTO most;
  IF session_user <> current_user THEN
    PERFORM refuse_unseen_case(held.case_id);
    NEW.set_at := now();
    NEW.set_by := staff_at_work();
    IF held.kind <> 'phase' AND NOT (held.assigner_id = ANY (acting_as()) OR EXISTS (SELECT FROM staff WHERE id = ANY (acting_as()) AND post = 'head')) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.not_yours';
    END IF;
    IF most IS NOT NULL AND NEW.due_on > greatest(most, town_day()) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.beyond_term',
        DETAIL = json_build_object('due', to_char(NEW.due_on, 'DD.MM.YYYY'), 'most', to_char(most, 'DD.MM.YYYY'));
    END IF;
  END IF;
  IF EXISTS (SELECT FROM open_tasks WHERE parent_id = NEW.task_id AND due_on > NEW.due_on) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.outlived';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION list_task_term() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE open_tasks SET due_on = NEW.due_on WHERE task_id = NEW.task_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER task_terms_listed AFTER INSERT ON task_terms FOR EACH ROW EXECUTE FUNCTION list_task_term();
--> statement-breakpoint
-- The term of a request stops, begins anew or grows by those who decide on it, with a reason; the applicant is told by a document of the
-- case (чл. 30, ал. 2 и чл. 57, ал. 8 АПК). A delivery moves nothing that does not stand still.
CREATE FUNCTION refuse_groundless(told request_events, of_case uuid, was date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE decided CONSTANT boolean := told.kind NOT IN ('notified', 'brought', 'moved');
BEGIN
  IF decided AND NOT (is_of_post('officer') OR is_of_post('head')) OR told.kind = 'moved' AND NOT is_of_post('admin') THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'this post does not decide on the term of a request';
  END IF;
  IF decided AND length(trim(coalesce(told.reason, ''))) < 3 THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a term is stopped, begun anew or extended with a reason';
  END IF;
  IF told.kind IN ('irregular', 'extended')
    AND NOT EXISTS (SELECT FROM documents WHERE id = told.document_id AND case_id = of_case) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'the applicant is told by a document of the case';
  END IF;
  IF told.due_on IS NULL AND told.kind NOT IN ('irregular', 'suspended') AND was IS NOT NULL
    OR told.due_on IS NOT NULL AND told.kind IN ('irregular', 'suspended')
    OR told.kind IN ('notified', 'brought') AND told.due_on IS DISTINCT FROM was THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a term stands still from an irregularity or a suspension until they end';
  END IF;
END $$;
--> statement-breakpoint
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
  IF session_user <> current_user THEN
    PERFORM refuse_groundless(NEW, of_case, was);
    NEW.told_at := now();
    NEW.told_by := staff_at_work();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION list_request_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE open_requests SET due_on = NEW.due_on WHERE request_id = NEW.request_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_events_listed AFTER INSERT ON request_events FOR EACH ROW EXECUTE FUNCTION list_request_event();
--> statement-breakpoint
-- That nobody waits for a task any more says who commands it; that of a phase also the end of its request, in the same transaction.
CREATE FUNCTION refuse_own_cancelling() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM tasks t WHERE t.id = NEW.task_id AND (t.assigner_id = ANY (acting_as())
      OR EXISTS (SELECT FROM staff s WHERE s.id = ANY (acting_as()) AND s.post = 'head'
        AND (s.department_id IS NULL OR NEW.department_id = ANY (seen_departments())))
      OR t.kind = 'phase' AND EXISTS (SELECT FROM request_endings e WHERE e.request_id = t.request_id))) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.cancelled_by_giver';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER task_endings_cancelled_by_giver AFTER INSERT ON task_endings DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.outcome = 'cancelled') EXECUTE FUNCTION refuse_own_cancelling();
--> statement-breakpoint
-- A task waits for whoever closes its case or makes it confidential at this moment, and they for it.
CREATE FUNCTION hold_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tasks_before_hold_case BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION hold_case();
--> statement-breakpoint
CREATE TRIGGER restricted_cases_before_hold_case BEFORE INSERT ON restricted_cases FOR EACH ROW EXECUTE FUNCTION hold_case();
--> statement-breakpoint
-- The fee of a request is the bill that was issued with it, not one that somebody else owes or paid.
CREATE FUNCTION join_own_bill() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM bills WHERE id = NEW.bill_id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'the bill of a request is issued with it';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER requests_join_bill BEFORE INSERT ON requests FOR EACH ROW WHEN (NEW.bill_id IS NOT NULL) EXECUTE FUNCTION join_own_bill();
--> statement-breakpoint
-- What is handed out is the result of a request that ended.
CREATE FUNCTION hand_out_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM request_endings WHERE request_id = NEW.request_id AND document_id IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'what is handed out is the result of a request that ended';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER hand_outs_end BEFORE INSERT ON hand_outs FOR EACH ROW EXECUTE FUNCTION hand_out_ended();
