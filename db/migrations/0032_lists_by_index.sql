-- What ended with a paper waits until somebody takes it. Whoever asks for it need not read how all requests ended.
CREATE FUNCTION keep_ready() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'hand_outs' THEN
    DELETE FROM ready_requests WHERE request_id = NEW.request_id;
  ELSE
    INSERT INTO ready_requests (request_id) VALUES (NEW.request_id);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_endings_ready AFTER INSERT ON request_endings FOR EACH ROW WHEN (NEW.document_id IS NOT NULL) EXECUTE FUNCTION keep_ready();
--> statement-breakpoint
CREATE TRIGGER hand_outs_ready AFTER INSERT ON hand_outs FOR EACH ROW EXECUTE FUNCTION keep_ready();
--> statement-breakpoint
INSERT INTO ready_requests (request_id)
  SELECT e.request_id FROM request_endings e WHERE e.document_id IS NOT NULL AND NOT EXISTS (SELECT FROM hand_outs h WHERE h.request_id = e.request_id);
--> statement-breakpoint
ALTER TABLE ready_requests ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen ON ready_requests FOR SELECT USING (EXISTS (SELECT FROM documents d WHERE d.id = request_id OFFSET 0));
--> statement-breakpoint
-- The conditions of 0014, each asked by index of the rows that are looked at: OFFSET 0 keeps the planner from reading a whole table
-- of history beforehand to have the answers ready. Confidential cases are few and stay in the planner's hands.
DO $$
DECLARE
  acts text := 'ANY ((SELECT acting_as())::uuid[])';
  places text := 'ANY ((SELECT seen_departments())::uuid[])';
  named text := 'EXISTS (SELECT FROM case_access a WHERE a.case_id = %1$s AND a.staff_id = ' || acts || ' OFFSET 0)';
  reached text := 'EXISTS (SELECT FROM case_access a WHERE a.case_id = %1$s AND (a.staff_id = ' || acts || ' OR a.department_id = ' || places || ') OFFSET 0)';
  of_case text := '(CASE WHEN EXISTS (SELECT FROM restricted_cases r WHERE r.case_id = %1$s) THEN ' || named
    || ' ELSE (SELECT sees_all_cases()) OR ' || reached || ' END)';
  open_work text := '(CASE WHEN is_restricted THEN ' || named
    || ' ELSE (SELECT sees_all_cases()) OR department_id = ' || places || ' OR ' || reached || ' END)';
  own text := ' OR %I = ' || acts;
  led text := 'EXISTS (SELECT FROM %1$I l WHERE l.%2$I = %3$s OFFSET 0)';
  rules text[][] := ARRAY[
    ['cases', format(of_case, 'cases.id') || format(own, 'opened_by')],
    ['filings', format(of_case, 'filings.case_id') || format(own, 'filed_by')],
    ['case_closings', format(of_case, 'case_closings.case_id')],
    ['case_reopenings', format(led, 'case_closings', 'id', 'closing_id')],
    ['documents', format(of_case, 'documents.case_id') || format(own, 'registered_by') || ' OR ' || format(led, 'filings', 'document_id', 'documents.id')],
    ['document_parties', format(led, 'documents', 'id', 'document_id')],
    ['document_corrections', format(led, 'documents', 'id', 'document_id')],
    ['document_files', format(led, 'documents', 'id', 'document_id')],
    ['files', 'stored_by = ' || acts || ' OR ' || format(led, 'document_files', 'sha256', 'files.sha256')],
    ['dispatches', format(led, 'documents', 'id', 'document_id')],
    ['deliveries', format(led, 'dispatches', 'id', 'dispatch_id')],
    ['handovers', format(led, 'documents', 'id', 'document_id') || format(own, 'giver_id') || format(own, 'taker_id')
      || ' OR taker_department_id = ' || places],
    ['handover_receipts', format(led, 'handovers', 'id', 'handover_id')],
    ['requests', format(led, 'documents', 'id', 'requests.document_id')],
    ['request_items', format(led, 'documents', 'id', 'request_id')],
    ['request_events', format(led, 'documents', 'id', 'request_id')],
    ['open_requests', format(open_work, 'open_requests.case_id')],
    ['request_endings', format(of_case, 'request_endings.case_id')],
    ['hand_outs', format(led, 'documents', 'id', 'request_id')],
    ['tasks', format(of_case, 'tasks.case_id')],
    ['task_moves', format(led, 'tasks', 'id', 'task_id')],
    ['task_terms', format(led, 'tasks', 'id', 'task_id')],
    ['open_tasks', format(open_work, 'open_tasks.case_id')],
    ['task_endings', format(of_case, 'task_endings.case_id')],
    ['opinions', format(led, 'documents', 'id', 'opinions.document_id') || format(own, 'given_by')],
    ['reviews', format(led, 'tasks', 'id', 'task_id')]];
  at integer;
BEGIN
  FOR at IN 1 .. array_length(rules, 1) LOOP
    EXECUTE format('ALTER POLICY seen ON %I USING (%s)', rules[at][1], rules[at][2]);
  END LOOP;
END $$;
--> statement-breakpoint
-- What is told in turn bears the moment when its turn came: the transaction may have begun long before the row that it waited for was free.
DO $$
DECLARE
  was text;
  named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['tell_of_request', 'end_request', 'give_task', 'move_task', 'set_task_term', 'end_task', 'file_into_case', 'close_case',
    'reopen_case', 'restrict_case', 'review_task', 'tell_delivery', 'take_paper', 'stamp_on_document', 'stamp_row'] LOOP
    was := pg_get_functiondef(to_regproc(named));
    IF was !~ '\mnow\(\)' THEN RAISE EXCEPTION '% has no now()', named; END IF;
    EXECUTE regexp_replace(was, '\mnow\(\)', 'clock_timestamp()', 'g');
  END LOOP;
END $$;
