-- What the reports of the registry count in a period, of the units that somebody controls: those who see all cases the whole town, a head
-- the own department and all under it, everybody else the own one. The row policies ask for each row through which document and case it is
-- seen; here the units are asked once, and a restricted case is told to its own people alone, as the policies have it.
CREATE FUNCTION ended_requests(from_day date, until_day date)
RETURNS TABLE (request_id uuid, case_id uuid, number text, department_id uuid, service_id uuid, kind_id uuid, channel text, speed text, outcome text,
  starts_on date, due_on date, ended_on date, late_reason text, late_note text, ended_by uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = public, pg_temp AS $$
  SELECT e.request_id, e.case_id, d.number, e.department_id, r.service_id, d.kind_id, d.channel, r.speed, e.outcome, r.starts_on, e.due_on,
    e.ended_on, e.late_reason, e.late_note, e.ended_by
  FROM request_endings e JOIN requests r ON r.document_id = e.request_id JOIN documents d ON d.id = e.request_id
  WHERE e.ended_on BETWEEN from_day AND until_day
    AND ((SELECT sees_all_cases()) OR e.department_id = ANY ((SELECT seen_departments())::uuid[]))
    AND (NOT EXISTS (SELECT FROM restricted_cases c WHERE c.case_id = e.case_id)
      OR EXISTS (SELECT FROM case_access a WHERE a.case_id = e.case_id AND a.staff_id = ANY ((SELECT acting_as())::uuid[])))
$$;
--> statement-breakpoint
CREATE FUNCTION ended_tasks(from_day date, until_day date)
RETURNS TABLE (task_id uuid, case_id uuid, number text, request_id uuid, kind text, what text, assigner_id uuid, assignee_id uuid, department_id uuid,
  given_on date, due_on date, ended_on date, outcome text, late_reason text, late_note text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = public, pg_temp AS $$
  SELECT e.task_id, e.case_id, d.number, t.request_id, t.kind, t.what, t.assigner_id, e.assignee_id, e.department_id,
    (t.given_at AT TIME ZONE 'Europe/Sofia')::date, e.due_on, e.ended_on, e.outcome, e.late_reason, e.late_note
  FROM task_endings e JOIN tasks t ON t.id = e.task_id LEFT JOIN documents d ON d.case_id = e.case_id AND d.opens_case
  WHERE e.ended_on BETWEEN from_day AND until_day
    AND ((SELECT sees_all_cases()) OR e.department_id = ANY ((SELECT seen_departments())::uuid[]))
    AND (NOT EXISTS (SELECT FROM restricted_cases c WHERE c.case_id = e.case_id)
      OR EXISTS (SELECT FROM case_access a WHERE a.case_id = e.case_id AND a.staff_id = ANY ((SELECT acting_as())::uuid[])))
$$;
--> statement-breakpoint
-- How many documents were registered, by all that a report sums them by: numbers alone, so restricted cases are counted with the others.
CREATE FUNCTION counted_documents(from_day date, until_day date)
RETURNS TABLE (day date, register_id uuid, direction text, kind_id uuid, channel text, department_id uuid, intake_id uuid, documents bigint)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = public, pg_temp AS $$
  SELECT d.day, d.register_id, d.direction, d.kind_id, d.channel, d.department_id, d.intake_id, count(*) FROM documents d
  WHERE d.day BETWEEN from_day AND until_day
    AND ((SELECT sees_all_cases()) OR d.department_id = ANY ((SELECT seen_departments())::uuid[])
      OR d.intake_id = ANY ((SELECT seen_departments())::uuid[]))
  GROUP BY 1, 2, 3, 4, 5, 6, 7
$$;
