-- How a matter stands, for whoever knows its number and its access code, whatever they see otherwise. Nothing in it says who brought it.
CREATE FUNCTION status_of_case(of_number text, with_code text) RETURNS TABLE (case_id uuid, number text, uri text, day date, kind_bg text, kind_en text,
  department_bg text, department_en text, is_closed boolean, told json, outcome text, due_on date, is_owed boolean, is_handed_out boolean, stages json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, d.number, d.uri, d.day, coalesce(s.name_bg, k.name_bg), coalesce(s.name_en, k.name_en), u.name_bg, u.name_en,
    EXISTS (SELECT FROM case_closings x WHERE x.case_id = c.id AND NOT EXISTS (SELECT FROM case_reopenings o WHERE o.closing_id = x.id)),
    coalesce((SELECT json_agg(e.kind ORDER BY e.told_at, e.id) FROM request_events e WHERE e.request_id = r.document_id), '[]'),
    (SELECT e.outcome FROM request_endings e WHERE e.request_id = r.document_id),
    q.due_on,
    EXISTS (SELECT FROM open_bills b WHERE b.bill_id = r.bill_id),
    EXISTS (SELECT FROM hand_outs h WHERE h.request_id = r.document_id),
    coalesce((SELECT json_agg(t.what ORDER BY t.given_at, t.id) FROM open_tasks w JOIN tasks t ON t.id = w.task_id
      WHERE w.request_id = r.document_id AND w.kind = 'phase'), '[]')
  FROM cases c
  JOIN documents d ON d.case_id = c.id AND d.opens_case
  JOIN document_kinds k ON k.id = d.kind_id
  LEFT JOIN requests r ON r.document_id = d.id
  LEFT JOIN services s ON s.id = r.service_id
  LEFT JOIN departments u ON u.id = coalesce(r.department_id, c.department_id)
  LEFT JOIN open_requests q ON q.request_id = d.id
  WHERE c.access_code = with_code AND of_number IN (d.number, d.uri)
$$;
