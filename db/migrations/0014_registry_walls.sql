-- The walls of the registry, in the manner of 0001 and 0004: rows that never change, stamps and numbers by the database, who sees what.

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['cases', 'filings', 'restricted_cases', 'case_closings', 'case_reopenings', 'documents', 'document_parties',
    'document_corrections', 'files', 'document_files', 'dispatches', 'deliveries', 'handovers', 'handover_receipts', 'cards', 'requests',
    'request_items', 'request_events', 'request_endings', 'hand_outs', 'tasks', 'task_moves', 'task_terms', 'task_endings', 'opinions',
    'reviews', 'party_merges'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      one || '_never_change', one);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION town_day() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT (now() AT TIME ZONE 'Europe/Sofia')::date
$$;
--> statement-breakpoint
-- Whoever is signed in, and those absent today for whom they act.
CREATE FUNCTION acting_as() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT id FROM staff WHERE db_role = session_user AND disabled_at IS NULL
    UNION
    SELECT s.absent_id FROM substitutions s JOIN staff me ON me.id = s.substitute_id
      WHERE me.db_role = session_user AND me.disabled_at IS NULL AND town_day() BETWEEN s.from_day AND s.until_day) them
$$;
--> statement-breakpoint
-- Their departments; of a head all that is under it too.
CREATE FUNCTION seen_departments() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE mine AS (
    SELECT department_id AS id, post = 'head' AS is_head FROM staff
      WHERE id = ANY (acting_as()) AND department_id IS NOT NULL AND post IN ('clerk', 'officer', 'head')
    UNION
    SELECT d.id, true FROM departments d JOIN mine m ON d.parent_id = m.id WHERE m.is_head
  ) SELECT coalesce(array_agg(DISTINCT id), '{}') FROM mine
$$;
--> statement-breakpoint
-- The central registry, the secretary (a head of no department) and the auditor see all cases that are not restricted.
CREATE FUNCTION sees_all_cases() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM staff s LEFT JOIN departments d ON d.id = s.department_id
    WHERE s.id = ANY (acting_as()) AND (s.post = 'auditor' OR (s.post = 'head' AND s.department_id IS NULL)
      OR (s.post = 'clerk' AND d.kind IS DISTINCT FROM 'mayoralty')))
$$;
--> statement-breakpoint
CREATE FUNCTION sees_case(of uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM restricted_cases WHERE case_id = of)
    THEN EXISTS (SELECT FROM case_access WHERE case_id = of AND staff_id = ANY (acting_as()))
    ELSE sees_all_cases() OR EXISTS (SELECT FROM case_access WHERE case_id = of
      AND (staff_id = ANY (acting_as()) OR department_id = ANY (seen_departments()))) END
$$;
--> statement-breakpoint
-- One condition for all rows of a case; the brackets around the functions let the planner ask each of them once a query.
DO $$
DECLARE
  of_case text := '(CASE WHEN EXISTS (SELECT FROM restricted_cases r WHERE r.case_id = %1$s)
    THEN EXISTS (SELECT FROM case_access a WHERE a.case_id = %1$s AND a.staff_id = ANY ((SELECT acting_as())::uuid[]))
    ELSE (SELECT sees_all_cases()) OR EXISTS (SELECT FROM case_access a WHERE a.case_id = %1$s
      AND (a.staff_id = ANY ((SELECT acting_as())::uuid[]) OR a.department_id = ANY ((SELECT seen_departments())::uuid[]))) END)';
  open_work text := '(CASE WHEN is_restricted
    THEN EXISTS (SELECT FROM case_access a WHERE a.case_id = %1$s AND a.staff_id = ANY ((SELECT acting_as())::uuid[]))
    ELSE (SELECT sees_all_cases()) OR department_id = ANY ((SELECT seen_departments())::uuid[]) OR EXISTS (SELECT FROM case_access a
      WHERE a.case_id = %1$s AND (a.staff_id = ANY ((SELECT acting_as())::uuid[]) OR a.department_id = ANY ((SELECT seen_departments())::uuid[]))) END)';
  own text := ' OR %I = ANY ((SELECT acting_as())::uuid[])';
  rules text[][] := ARRAY[
    ['cases', format(of_case, 'cases.id') || format(own, 'opened_by')],
    ['filings', format(of_case, 'filings.case_id') || format(own, 'filed_by')],
    ['case_closings', format(of_case, 'case_closings.case_id')],
    ['case_reopenings', 'EXISTS (SELECT FROM case_closings c WHERE c.id = closing_id)'],
    ['documents', format(of_case, 'documents.case_id') || format(own, 'registered_by')
      || ' OR EXISTS (SELECT FROM filings f WHERE f.document_id = documents.id)'],
    ['document_parties', 'EXISTS (SELECT FROM documents d WHERE d.id = document_id)'],
    ['document_corrections', 'EXISTS (SELECT FROM documents d WHERE d.id = document_id)'],
    ['document_files', 'EXISTS (SELECT FROM documents d WHERE d.id = document_id)'],
    ['files', 'stored_by = ANY ((SELECT acting_as())::uuid[]) OR EXISTS (SELECT FROM document_files f WHERE f.sha256 = files.sha256)'],
    ['dispatches', 'EXISTS (SELECT FROM documents d WHERE d.id = document_id)'],
    ['deliveries', 'EXISTS (SELECT FROM dispatches d WHERE d.id = dispatch_id)'],
    ['handovers', 'EXISTS (SELECT FROM documents d WHERE d.id = document_id) OR giver_id = ANY ((SELECT acting_as())::uuid[])
      OR taker_id = ANY ((SELECT acting_as())::uuid[]) OR taker_department_id = ANY ((SELECT seen_departments())::uuid[])'],
    ['handover_receipts', 'EXISTS (SELECT FROM handovers h WHERE h.id = handover_id)'],
    ['requests', 'EXISTS (SELECT FROM documents d WHERE d.id = document_id)'],
    ['request_items', 'EXISTS (SELECT FROM documents d WHERE d.id = request_id)'],
    ['request_events', 'EXISTS (SELECT FROM documents d WHERE d.id = request_id)'],
    ['open_requests', format(open_work, 'open_requests.case_id')],
    ['request_endings', format(of_case, 'request_endings.case_id')],
    ['hand_outs', 'EXISTS (SELECT FROM documents d WHERE d.id = request_id)'],
    ['tasks', format(of_case, 'tasks.case_id')],
    ['task_moves', 'EXISTS (SELECT FROM tasks t WHERE t.id = task_id)'],
    ['task_terms', 'EXISTS (SELECT FROM tasks t WHERE t.id = task_id)'],
    ['open_tasks', format(open_work, 'open_tasks.case_id')],
    ['task_endings', format(of_case, 'task_endings.case_id')],
    ['opinions', 'EXISTS (SELECT FROM documents d WHERE d.id = document_id) OR given_by = ANY ((SELECT acting_as())::uuid[])'],
    ['reviews', 'EXISTS (SELECT FROM tasks t WHERE t.id = task_id)']];
  at integer;
BEGIN
  FOR at IN 1 .. array_length(rules, 1) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', rules[at][1]);
    EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING (%s)', rules[at][1], rules[at][2]);
    EXECUTE format('CREATE POLICY written ON %I FOR INSERT WITH CHECK (true)', rules[at][1]);
  END LOOP;
END $$;
--> statement-breakpoint
-- Nothing is said about a case by somebody who does not see it.
CREATE FUNCTION refuse_unseen_case(of uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND NOT sees_case(of) THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'the case is not theirs to see';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION number_of_case(of uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT number FROM documents WHERE case_id = of AND opens_case
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_closed_case(of uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM case_closings c WHERE c.case_id = of
      AND NOT EXISTS (SELECT FROM case_reopenings r WHERE r.closing_id = c.id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'case.closed', DETAIL = json_build_object('number', number_of_case(of));
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION open_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.opened_at := now();
  NEW.opened_by := staff_at_work();
  NEW.intake_id := (SELECT d.id FROM staff s JOIN departments d ON d.id = s.department_id
    WHERE s.id = NEW.opened_by AND d.kind = 'mayoralty');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_open BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION open_case();
--> statement-breakpoint
CREATE FUNCTION share_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO case_access (case_id, staff_id, department_id)
    SELECT NEW.id, x.staff_id, x.department_id FROM (VALUES (NEW.opened_by, NULL), (NULL, NEW.department_id), (NULL, NEW.intake_id))
      x (staff_id, department_id) WHERE num_nonnulls(x.staff_id, x.department_id) = 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_shared AFTER INSERT ON cases FOR EACH ROW EXECUTE FUNCTION share_case();
--> statement-breakpoint
-- Sharing a case is done by those who see it.
-- Not SECURITY DEFINER: the current user is the owner only where another trigger of the registry shares the case.
CREATE FUNCTION grant_access() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    PERFORM refuse_unseen_case(NEW.case_id);
    NEW.granted_at := now();
    NEW.granted_by := staff_at_work();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_access_granted BEFORE INSERT ON case_access FOR EACH ROW EXECUTE FUNCTION grant_access();
--> statement-breakpoint
CREATE FUNCTION restrict_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user THEN
    PERFORM refuse_unseen_case(NEW.case_id);
    NEW.restricted_at := now();
    NEW.restricted_by := staff_at_work();
  END IF;
  INSERT INTO case_access (case_id, staff_id) VALUES (NEW.case_id, NEW.restricted_by) ON CONFLICT DO NOTHING;
  UPDATE open_tasks SET is_restricted = true WHERE case_id = NEW.case_id;
  UPDATE open_requests SET is_restricted = true WHERE case_id = NEW.case_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER restricted_cases_restrict BEFORE INSERT ON restricted_cases FOR EACH ROW EXECUTE FUNCTION restrict_case();
--> statement-breakpoint
CREATE FUNCTION close_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
  PERFORM refuse_unseen_case(NEW.case_id);
  PERFORM refuse_closed_case(NEW.case_id);
  IF EXISTS (SELECT FROM open_tasks WHERE case_id = NEW.case_id) OR EXISTS (SELECT FROM open_requests WHERE case_id = NEW.case_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'case.has_open_work', DETAIL = json_build_object('number', number_of_case(NEW.case_id));
  END IF;
  IF session_user <> current_user THEN
    NEW.closed_at := now();
    NEW.closed_by := staff_at_work();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_closings_close BEFORE INSERT ON case_closings FOR EACH ROW EXECUTE FUNCTION close_case();
--> statement-breakpoint
CREATE FUNCTION reopen_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM refuse_unseen_case((SELECT case_id FROM case_closings WHERE id = NEW.closing_id));
  NEW.reopened_at := now();
  NEW.reopened_by := staff_at_work();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_reopenings_reopen BEFORE INSERT ON case_reopenings FOR EACH ROW EXECUTE FUNCTION reopen_case();
--> statement-breakpoint
-- The number, URI and place of a document; whoever registers waits for whoever registers in the same register at this moment.
CREATE FUNCTION enter_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  place text := substring(NEW.number FROM '\{n+\}');
  of_register integer;
BEGIN
  IF session_user <> current_user THEN
    IF NEW.day > town_day() OR NEW.received_at > now() OR NEW.day < make_date(extract(year FROM town_day())::int - 1, 1, 1) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a document is of today or of a day before, of this year or the last';
    END IF;
    NEW.registered_at := now();
    NEW.registered_by := staff_at_work();
    NEW.intake_id := (SELECT d.id FROM staff s JOIN departments d ON d.id = s.department_id
      WHERE s.id = NEW.registered_by AND d.kind = 'mayoralty');
  END IF;
  IF NEW.opens_case THEN
    IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND xmin = pg_current_xact_id()::xid) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a case is opened in the transaction of its document';
    END IF;
  ELSE
    PERFORM FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
    PERFORM refuse_unseen_case(NEW.case_id);
    PERFORM refuse_closed_case(NEW.case_id);
  END IF;
  IF NEW.number LIKE '%{s}%' THEN
    NEW.sub := (SELECT coalesce(max(sub), 0) + 1 FROM documents WHERE case_id = NEW.case_id);
    NEW.number := replace(NEW.number, '{s}', NEW.sub::text);
  ELSE
    NEW.sub := NULL;
  END IF;
  NEW.year := extract(year FROM NEW.day);
  SELECT r.index INTO of_register FROM registers r WHERE r.id = NEW.register_id AND r.closed_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'register.closed';
  END IF;
  INSERT INTO document_series AS s (register_id, year, last_number) VALUES (NEW.register_id, NEW.year, 1)
    ON CONFLICT (register_id, year) DO UPDATE SET last_number = s.last_number + 1
    RETURNING last_number INTO NEW.sequence;
  NEW.uri := of_register || '-' || NEW.sequence || '-' || to_char(NEW.day, 'DD.MM.YYYY');
  IF place IS NULL AND NEW.sub IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a number has its sequence or its place in the case';
  END IF;
  IF place IS NOT NULL THEN
    NEW.number := replace(NEW.number, place,
      lpad(NEW.sequence::text, greatest(length(place) - 2, length(NEW.sequence::text)), '0'));
  END IF;
  IF NEW.number ~ '[{}]' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a number has no other places than {n} and {s}';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_enter BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION enter_document();
--> statement-breakpoint
-- Each document is in its own case from the beginning.
CREATE FUNCTION file_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO filings (case_id, section, document_id, filed_at, filed_by) VALUES (NEW.case_id,
    CASE WHEN NEW.direction = 'internal' AND NOT NEW.opens_case THEN 'internal' ELSE 'official' END, NEW.id, NEW.registered_at, NEW.registered_by);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_filed AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION file_document();
--> statement-breakpoint
CREATE FUNCTION file_into_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
  PERFORM refuse_unseen_case(NEW.case_id);
  PERFORM refuse_closed_case(NEW.case_id);
  IF session_user <> current_user THEN
    NEW.filed_at := now();
    NEW.filed_by := staff_at_work();
    IF NEW.linked_case_id IS NOT NULL THEN PERFORM refuse_unseen_case(NEW.linked_case_id); END IF;
    IF NEW.document_id IS NOT NULL THEN
      PERFORM FROM documents d WHERE d.id = NEW.document_id AND (d.xmin = pg_current_xact_id()::xid OR sees_case(d.case_id)
        OR EXISTS (SELECT FROM filings f WHERE f.document_id = d.id AND sees_case(f.case_id)));
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'the document is not theirs to see';
      END IF;
    END IF;
  END IF;
  NEW.ordinal := (SELECT coalesce(max(ordinal), 0) + 1 FROM filings WHERE case_id = NEW.case_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER filings_file BEFORE INSERT ON filings FOR EACH ROW EXECUTE FUNCTION file_into_case();
--> statement-breakpoint
-- Who a document is from and to is said when it is registered, never later: that would be a correction.
CREATE FUNCTION join_own_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM documents WHERE id = NEW.document_id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'nothing is added to a document after its transaction';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER document_parties_join BEFORE INSERT ON document_parties FOR EACH ROW EXECUTE FUNCTION join_own_document();
--> statement-breakpoint
CREATE TRIGGER requests_join BEFORE INSERT ON requests FOR EACH ROW EXECUTE FUNCTION join_own_document();
--> statement-breakpoint
CREATE FUNCTION join_own_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM documents WHERE id = NEW.request_id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'the checklist of a request is of its registration';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_items_join BEFORE INSERT ON request_items FOR EACH ROW EXECUTE FUNCTION join_own_request();
--> statement-breakpoint
-- Stamps of what is said about a document by those who see it: the column of the time, and of the person.
CREATE FUNCTION stamp_on_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM FROM documents d WHERE d.id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid AND (d.xmin = pg_current_xact_id()::xid OR sees_case(d.case_id)
    OR EXISTS (SELECT FROM filings f WHERE f.document_id = d.id AND sees_case(f.case_id)));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'the document is not theirs to see';
  END IF;
  RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[1], now(), TG_ARGV[2], staff_at_work()));
END $$;
--> statement-breakpoint
CREATE TRIGGER document_corrections_stamped BEFORE INSERT ON document_corrections FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'corrected_at', 'corrected_by');
--> statement-breakpoint
CREATE TRIGGER document_files_stamped BEFORE INSERT ON document_files FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'attached_at', 'attached_by');
--> statement-breakpoint
CREATE TRIGGER dispatches_stamped BEFORE INSERT ON dispatches FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'sent_at', 'sent_by');
--> statement-breakpoint
CREATE TRIGGER handovers_stamped BEFORE INSERT ON handovers FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'given_at', 'giver_id');
--> statement-breakpoint
CREATE TRIGGER opinions_stamped BEFORE INSERT ON opinions FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'given_at', 'given_by');
--> statement-breakpoint
CREATE TRIGGER hand_outs_stamped BEFORE INSERT ON hand_outs FOR EACH ROW EXECUTE FUNCTION stamp_on_document('request_id', 'handed_at', 'handed_by');
--> statement-breakpoint
-- Stamps of the rest, where the row leads to no document.
CREATE FUNCTION stamp_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], now(), TG_ARGV[1], staff_at_work()));
END $$;
--> statement-breakpoint
CREATE TRIGGER files_stamped BEFORE INSERT ON files FOR EACH ROW EXECUTE FUNCTION stamp_row('stored_at', 'stored_by');
--> statement-breakpoint
CREATE TRIGGER deliveries_stamped BEFORE INSERT ON deliveries FOR EACH ROW EXECUTE FUNCTION stamp_row('told_at', 'told_by');
--> statement-breakpoint
CREATE TRIGGER cards_stamped BEFORE INSERT ON cards FOR EACH ROW EXECUTE FUNCTION stamp_row('imported_at', 'imported_by');
--> statement-breakpoint
CREATE TRIGGER substitutions_stamped BEFORE INSERT ON substitutions FOR EACH ROW EXECUTE FUNCTION stamp_row('set_at', 'set_by');
--> statement-breakpoint
CREATE TRIGGER party_merges_stamped BEFORE INSERT ON party_merges FOR EACH ROW EXECUTE FUNCTION stamp_row('merged_at', 'merged_by');
--> statement-breakpoint
CREATE FUNCTION take_paper() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.taken_at := now();
  NEW.taken_by := staff_at_work();
  PERFORM FROM handovers h WHERE h.id = NEW.handover_id AND (h.taker_id = ANY (acting_as())
    OR h.taker_department_id = ANY (seen_departments())
    OR (h.outside_name IS NOT NULL AND h.giver_id <> NEW.taken_by) OR (h.outside_name IS NOT NULL AND is_of_post('clerk')));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'a paper is taken by whom it was given to';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER handover_receipts_take BEFORE INSERT ON handover_receipts FOR EACH ROW EXECUTE FUNCTION take_paper();
--> statement-breakpoint
CREATE FUNCTION lead_to_other() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.into_id IS NULL THEN
    DELETE FROM merged_parties WHERE party_id = NEW.party_id;
    IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'only a merged record is separated'; END IF;
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM merged_parties WHERE party_id IN (NEW.party_id, NEW.into_id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a merged record leads to one that stays';
  END IF;
  UPDATE merged_parties SET into_id = NEW.into_id WHERE into_id = NEW.party_id;
  INSERT INTO merged_parties (party_id, into_id) VALUES (NEW.party_id, NEW.into_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER party_merges_lead AFTER INSERT ON party_merges FOR EACH ROW EXECUTE FUNCTION lead_to_other();
--> statement-breakpoint
CREATE FUNCTION begin_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_case uuid := (SELECT case_id FROM documents WHERE id = NEW.document_id);
BEGIN
  INSERT INTO open_requests (request_id, case_id, service_id, department_id, due_on, is_restricted) VALUES (NEW.document_id, of_case,
    NEW.service_id, NEW.department_id, NEW.due_on, EXISTS (SELECT FROM restricted_cases WHERE case_id = of_case));
  INSERT INTO case_access (case_id, department_id) VALUES (of_case, NEW.department_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER requests_begin AFTER INSERT ON requests FOR EACH ROW EXECUTE FUNCTION begin_request();
--> statement-breakpoint
CREATE FUNCTION refuse_ended_request(of uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'request.ended',
    DETAIL = json_build_object('number', (SELECT number FROM documents WHERE id = of));
END $$;
--> statement-breakpoint
CREATE FUNCTION tell_of_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_case uuid;
BEGIN
  UPDATE open_requests SET due_on = NEW.due_on WHERE request_id = NEW.request_id RETURNING case_id INTO of_case;
  IF NOT FOUND THEN PERFORM refuse_ended_request(NEW.request_id); END IF;
  PERFORM refuse_unseen_case(of_case);
  IF session_user <> current_user THEN
    NEW.told_at := now();
    NEW.told_by := staff_at_work();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_events_tell BEFORE INSERT ON request_events FOR EACH ROW EXECUTE FUNCTION tell_of_request();
--> statement-breakpoint
CREATE FUNCTION end_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended open_requests%ROWTYPE;
BEGIN
  DELETE FROM open_requests WHERE request_id = NEW.request_id RETURNING * INTO ended;
  IF NOT FOUND THEN PERFORM refuse_ended_request(NEW.request_id); END IF;
  PERFORM refuse_unseen_case(ended.case_id);
  IF EXISTS (SELECT FROM open_tasks WHERE request_id = NEW.request_id AND kind = 'phase') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'request.has_open_phase', DETAIL = json_build_object('number', (SELECT number FROM documents WHERE id = NEW.request_id));
  END IF;
  NEW.due_on := ended.due_on;
  NEW.case_id := ended.case_id;
  NEW.department_id := ended.department_id;
  IF session_user <> current_user THEN
    NEW.ended_at := now();
    NEW.ended_on := town_day();
    NEW.ended_by := staff_at_work();
  END IF;
  IF NEW.ended_on > NEW.due_on AND NEW.late_reason IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'request.late_reason_needed', DETAIL = json_build_object(
      'number', (SELECT number FROM documents WHERE id = NEW.request_id), 'due', to_char(NEW.due_on, 'DD.MM.YYYY'));
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_endings_end BEFORE INSERT ON request_endings FOR EACH ROW EXECUTE FUNCTION end_request();
--> statement-breakpoint
-- A task is given within the term of its parent and its request; a resolution by a head alone.
CREATE FUNCTION give_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE most date;
BEGIN
  PERFORM refuse_closed_case(NEW.case_id);
  IF NEW.parent_id IS NOT NULL THEN
    SELECT due_on INTO most FROM open_tasks WHERE task_id = NEW.parent_id AND case_id = NEW.case_id FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.parent_ended';
    END IF;
  END IF;
  IF NEW.request_id IS NOT NULL THEN
    SELECT least(most, due_on) INTO most FROM open_requests WHERE request_id = NEW.request_id AND case_id = NEW.case_id FOR SHARE;
    IF NOT FOUND THEN PERFORM refuse_ended_request(NEW.request_id); END IF;
  END IF;
  IF session_user <> current_user THEN
    PERFORM refuse_unseen_case(NEW.case_id);
    NEW.given_at := now();
    IF NEW.kind = 'phase' THEN NEW.assigner_id := NULL; ELSE NEW.assigner_id := staff_at_work(); END IF;
    IF NEW.kind = 'resolution' AND NEW.parent_id IS NULL
      AND NOT EXISTS (SELECT FROM staff WHERE id = ANY (acting_as()) AND post = 'head') THEN
      RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'a resolution is given by a head';
    END IF;
    -- What is late already may only be given for today: a day that has passed is no term.
    IF most IS NOT NULL AND NEW.due_on > greatest(most, town_day()) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.beyond_term',
        DETAIL = json_build_object('due', to_char(NEW.due_on, 'DD.MM.YYYY'), 'most', to_char(most, 'DD.MM.YYYY'));
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tasks_give BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION give_task();
--> statement-breakpoint
-- Whoever works on something sees its case; a department only where the case is not restricted, for then it counts for nothing.
CREATE FUNCTION share_with(of_case uuid, person uuid, department uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO case_access (case_id, staff_id, department_id)
    SELECT of_case, x.staff_id, x.department_id FROM (VALUES (person, NULL::uuid), (NULL::uuid, department)) x (staff_id, department_id)
    WHERE num_nonnulls(x.staff_id, x.department_id) = 1 ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
CREATE FUNCTION list_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO open_tasks (task_id, case_id, request_id, parent_id, kind, assigner_id, assignee_id, department_id, due_on, is_restricted)
    VALUES (NEW.id, NEW.case_id, NEW.request_id, NEW.parent_id, NEW.kind, NEW.assigner_id, NEW.assignee_id, NEW.department_id, NEW.due_on,
      EXISTS (SELECT FROM restricted_cases WHERE case_id = NEW.case_id));
  PERFORM share_with(NEW.case_id, NEW.assignee_id, NEW.department_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tasks_listed AFTER INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION list_task();
--> statement-breakpoint
-- The hands that may move or end a task: who has it, whose department has it, who gave it, a head above.
CREATE FUNCTION holds_task(t open_tasks) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.assignee_id = ANY (acting_as()) OR t.assigner_id = ANY (acting_as())
    OR (t.assignee_id IS NULL AND t.department_id = ANY (seen_departments()))
    OR (t.department_id = ANY (seen_departments()) AND EXISTS (SELECT FROM staff WHERE id = ANY (acting_as()) AND post = 'head'))
    OR EXISTS (SELECT FROM staff WHERE id = ANY (acting_as()) AND post = 'head' AND department_id IS NULL)
$$;
--> statement-breakpoint
CREATE FUNCTION hold_task(of uuid) RETURNS open_tasks LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held open_tasks;
BEGIN
  SELECT * INTO held FROM open_tasks WHERE task_id = of FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.ended';
  END IF;
  IF session_user <> current_user THEN
    PERFORM refuse_unseen_case(held.case_id);
    IF NOT coalesce(holds_task(held), false) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.not_yours';
    END IF;
  END IF;
  RETURN held;
END $$;
--> statement-breakpoint
CREATE FUNCTION move_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held open_tasks := hold_task(NEW.task_id);
BEGIN
  IF session_user <> current_user THEN
    NEW.moved_at := now();
    NEW.moved_by := staff_at_work();
  END IF;
  UPDATE open_tasks SET assignee_id = NEW.assignee_id, department_id = NEW.department_id WHERE task_id = NEW.task_id;
  PERFORM share_with(held.case_id, NEW.assignee_id, NEW.department_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER task_moves_move BEFORE INSERT ON task_moves FOR EACH ROW EXECUTE FUNCTION move_task();
--> statement-breakpoint
CREATE FUNCTION set_task_term() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  UPDATE open_tasks SET due_on = NEW.due_on WHERE task_id = NEW.task_id;
  IF EXISTS (SELECT FROM open_tasks WHERE parent_id = NEW.task_id AND due_on > NEW.due_on) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.outlived';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER task_terms_set BEFORE INSERT ON task_terms FOR EACH ROW EXECUTE FUNCTION set_task_term();
--> statement-breakpoint
CREATE FUNCTION end_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held open_tasks := hold_task(NEW.task_id);
BEGIN
  IF EXISTS (SELECT FROM open_tasks WHERE parent_id = NEW.task_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.has_open';
  END IF;
  DELETE FROM open_tasks WHERE task_id = NEW.task_id;
  NEW.due_on := held.due_on;
  NEW.case_id := held.case_id;
  NEW.department_id := held.department_id;
  NEW.assignee_id := held.assignee_id;
  IF session_user <> current_user THEN
    NEW.ended_at := now();
    NEW.ended_on := town_day();
    NEW.ended_by := staff_at_work();
  END IF;
  IF NEW.outcome <> 'cancelled' AND NEW.ended_on > NEW.due_on AND NEW.late_reason IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.late_reason_needed', DETAIL = json_build_object('due', to_char(NEW.due_on, 'DD.MM.YYYY'));
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER task_endings_end BEFORE INSERT ON task_endings FOR EACH ROW EXECUTE FUNCTION end_task();
--> statement-breakpoint
CREATE FUNCTION review_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM refuse_unseen_case((SELECT case_id FROM tasks WHERE id = NEW.task_id));
  NEW.reviewed_at := now();
  NEW.reviewed_by := staff_at_work();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reviews_review BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION review_task();
