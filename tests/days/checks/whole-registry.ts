/** Rows of the registry that must not exist, whatever was done; what lies before today was only seeded. */
export const BROKEN_REGISTRY: Record<string, string> = {
  'numbers of a register and year are 1 to N': `
    select s.register_id, s.year, s.last_number, d.* from document_series s full join
      (select register_id, year, count(*) as many, count(distinct sequence) as different, min(sequence) as first, max(sequence) as last
        from documents group by 1, 2) d on d.register_id = s.register_id and d.year = s.year
    where (s.last_number = d.many and d.different = d.many and d.first = 1 and d.last = d.many) is not true`,
  'a УРИ is its register, its number and its day': `
    select d.uri from documents d join registers r on r.id = d.register_id
    where d.uri <> format('%s-%s-%s', r.index, d.sequence, to_char(d.day, 'DD.MM.YYYY')) or d.year <> extract(year from d.day)`,
  'no two documents of a register and year are called the same': `
    select register_id, year, number from documents group by 1, 2, 3 having count(*) > 1`,
  'an access code tells one case from another': `
    select access_code from cases group by 1 having count(*) > 1`,
  'a case was opened by one document': `
    select c.id from cases c left join documents d on d.case_id = c.id and d.opens_case group by c.id having count(d.id) <> 1`,
  'filings of a case are 1 to N': `
    select case_id from filings group by 1 having count(*) <> max(ordinal) or min(ordinal) <> 1`,
  'every document is put into its own case once': `
    select d.number from documents d left join filings f on f.document_id = d.id and f.case_id = d.case_id
    group by d.id having count(f.ordinal) <> 1`,
  'replies of a case are 1 to N': `
    select case_id from documents where sub is not null group by 1 having count(*) <> max(sub) or min(sub) <> 1`,
  'a request is open or has ended': `
    select r.document_id from requests r left join open_requests o on o.request_id = r.document_id
      left join request_endings e on e.request_id = r.document_id where num_nonnulls(o.request_id, e.request_id) <> 1`,
  'a task is open or has ended': `
    select t.id from tasks t left join open_tasks o on o.task_id = t.id left join task_endings e on e.task_id = t.id
    where num_nonnulls(o.task_id, e.task_id) <> 1`,
  'nothing ended late without a reason': `
    select task_id from task_endings where outcome <> 'cancelled' and ended_on > due_on and late_reason is null
    union all select request_id from request_endings where ended_on > due_on and late_reason is null`,
  'what has ended has nothing open under it': `
    select o.task_id from open_tasks o left join open_tasks p on p.task_id = o.parent_id
      left join open_requests r on r.request_id = o.request_id
    where (o.parent_id is not null and p.task_id is null) or (o.kind = 'phase' and r.request_id is null)`,
  'a part ends within its whole, or today where that is late': `
    select o.task_id, o.due_on, p.due_on from open_tasks o join open_tasks p on p.task_id = o.parent_id
    where o.due_on > greatest(p.due_on, (now() at time zone 'Europe/Sofia')::date)`,
  'an open task is as its last move and its last term left it': `
    select o.task_id from open_tasks o join tasks t on t.id = o.task_id
      left join lateral (select assignee_id, department_id from task_moves where task_id = t.id order by moved_at desc, id desc limit 1) m on true
      left join lateral (select due_on from task_terms where task_id = t.id order by set_at desc, id desc limit 1) s on true
    where o.department_id <> coalesce(m.department_id, t.department_id) or o.due_on <> coalesce(s.due_on, t.due_on)
      or o.assignee_id is distinct from case when m.department_id is null then t.assignee_id else m.assignee_id end`,
  'an opinion is the end of the task that asks for one, and the only one': `
    select t.id from tasks t join opinions o on o.task_id = t.id left join task_endings e on e.task_id = t.id
    where t.kind = 'opinion' group by t.id, e.outcome having count(*) <> 1 or e.outcome is distinct from 'done'`,
  'a review is of a week that has begun and that its task had': `
    select v.id from reviews v join tasks t on t.id = v.task_id left join task_endings e on e.task_id = v.task_id
    where v.week > (v.reviewed_at at time zone 'Europe/Sofia')::date or e.ended_on < v.week
      or v.week + 6 < (t.given_at at time zone 'Europe/Sofia')::date`,
  'no term is longer than чл. 57, ал. 7 АПК lets it, from one beginning of it to the next': `
    select e.request_id from request_events e where e.kind = 'extended' group by e.request_id,
      (select count(*) from request_events m where m.request_id = e.request_id and m.kind = 'mended' and m.told_at < e.told_at)
    having sum((e.facts -> 'by' ->> 'amount')::int) > 14`,
  'an open request ends on the day that was told last': `
    select o.request_id from open_requests o join requests r on r.document_id = o.request_id
      left join lateral (select id, due_on from request_events where request_id = o.request_id order by told_at desc, id desc limit 1) e on true
    where o.due_on is distinct from case when e.id is null then r.due_on else e.due_on end`,
  'what is ready ended with a paper that nobody took': `
    select coalesce(e.request_id, r.request_id) from ready_requests r full join (select request_id from request_endings e
      where document_id is not null and not exists (select from hand_outs h where h.request_id = e.request_id)) e using (request_id)
    where e.request_id is null or r.request_id is null`,
  'two cases are linked once': `
    select f.case_id, f.linked_case_id from filings f join filings g on g.case_id = f.linked_case_id and g.linked_case_id = f.case_id`,
  'a closed case has nothing under way': `
    select c.case_id from case_closings c left join case_reopenings r on r.closing_id = c.id
    where r.closing_id is null and (exists (select from open_tasks t where t.case_id = c.case_id)
      or exists (select from open_requests q where q.case_id = c.case_id))`,
  'a request with a fee has its bill, for that fee and that service': `
    select r.document_id, b.number from requests r join documents d on d.id = r.document_id left join bills b on b.id = r.bill_id
      left join service_fees f on f.service_id = r.service_id and f.speed = r.speed and f.valid_from = (select max(valid_from)
        from service_fees g where g.service_id = f.service_id and g.speed = f.speed and g.valid_from <= (d.registered_at at time zone 'Europe/Sofia')::date)
    where d.registered_at::date >= current_date - 1
      and (nullif(f.fee_cents, 0) is distinct from b.amount_cents or (b.id is not null and b.service_id <> r.service_id))`,
  'a restricted case is marked on all that is open in it': `
    select task_id as id from open_tasks t where is_restricted <> exists (select from restricted_cases r where r.case_id = t.case_id)
    union all select request_id from open_requests q
      where is_restricted <> exists (select from restricted_cases r where r.case_id = q.case_id)`,
  'whoever has a paper sees its case': `
    select h.id from handovers h join documents d on d.id = h.document_id
    where h.outside_name is null and not exists (select from case_access a where a.case_id = d.case_id
      and (a.staff_id = h.taker_id or a.department_id = h.taker_department_id))
      and exists (select from cases c where c.id = d.case_id)
      and not exists (select from restricted_cases r where r.case_id = d.case_id)`,
  'a paper is not given away before it was taken': `
    select h.document_id from (select h.*, lead(given_at) over (partition by document_id order by given_at, id) as next from handovers h) h
      left join handover_receipts r on r.handover_id = h.id where h.next is not null and r.taken_at is null`,
  'every registration has one line in the logbook': `
    select d.number, l.lines from documents d left join requests r on r.document_id = d.id left join
      (select subject_id, count(*) as lines from logbook where act in ('documents.receive', 'documents.issue', 'requests.register') group by 1) l
      on l.subject_id = d.id
    where d.registered_at::date >= current_date - 1 and d.answers_id is null and l.lines is distinct from 1`,
  'every end of a request has one line in the logbook': `
    select e.request_id, l.lines from request_endings e left join
      (select subject_id, count(*) as lines from logbook where act = 'requests.decide' and facts ->> 'did' in ('completed', 'refused') group by 1) l
      on l.subject_id = e.request_id where l.lines is distinct from 1`,
  'every end of a task has one line in the logbook': `
    select e.task_id, l.lines from task_endings e left join
      (select subject_id, count(*) as lines from logbook where act = 'tasks.work' and facts ->> 'did' in ('done', 'not_done', 'cancelled') group by 1) l
      on l.subject_id = e.task_id where l.lines is distinct from 1`,
  'every opinion, review and extension has one line in the logbook': `
    select w.act, w.id, w.times, l.lines from (
      select 'opinions.give' as act, document_id as id, count(*) as times from opinions group by 2
      union all select 'control.review', task_id, count(*) from reviews group by 2
      union all select 'requests.decide', request_id, count(*) from request_events where kind = 'extended' group by 2) w
    full join (select act, subject_id as id, count(*) as lines from logbook
      where act in ('opinions.give', 'control.review') or (act = 'requests.decide' and facts ->> 'did' = 'extended') group by 1, 2) l
      on l.act = w.act and l.id = w.id
    where w.times is distinct from l.lines`,
}

/** Tables whose rows never change: what tells one row from another. */
export const REGISTRY_NEVER_CHANGES: Record<string, string> = {
  cases: 'id',
  documents: 'id',
  document_parties: "document_id || ' ' || ordinal",
  document_corrections: 'id',
  document_files: "document_id || ' ' || ordinal",
  files: 'sha256',
  filings: "case_id || ' ' || ordinal",
  restricted_cases: 'case_id',
  case_closings: 'id',
  case_reopenings: 'closing_id',
  requests: 'document_id',
  request_items: "request_id || ' ' || ordinal",
  request_events: 'id',
  request_endings: 'request_id',
  hand_outs: 'request_id',
  dispatches: 'id',
  tasks: 'id',
  task_moves: 'id',
  task_terms: 'id',
  task_endings: 'task_id',
  opinions: 'id',
  reviews: 'id',
  handovers: 'id',
  handover_receipts: 'handover_id',
}
