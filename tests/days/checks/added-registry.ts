import type postgres from 'postgres'
import type { Table } from '../expected/books.ts'
import type { Query } from './added-rows.ts'

const login = (sql: postgres.Sql, id: string) => sql.unsafe(`(select login from staff where id = ${id})`)
const unit = (sql: postgres.Sql, id: string) => sql.unsafe(`(select code from departments where id = ${id})`)

export const PAPERS_ADDED = {
  documents: (sql, { at }) => sql`
    select id, uri, number, direction, subject, case_id as case, ${login(sql, 'registered_by')} as by
    from documents where registered_at >= ${at}::text::timestamptz`,
  cases: (sql, { at }) => sql`
    select c.id, d.id as opening, ${unit(sql, 'c.department_id')} as unit, ${login(sql, 'c.opened_by')} as by
    from cases c left join documents d on d.case_id = c.id and d.opens_case where c.opened_at >= ${at}::text::timestamptz`,
  filings: (sql, { at }) => sql`
    select case_id as case, ordinal, section, document_id as document, linked_case_id as linked, ${login(sql, 'filed_by')} as by
    from filings where filed_at >= ${at}::text::timestamptz`,
  corrections: (sql, { at }) => sql`
    select id, document_id as document, field, before, after, reason, ${login(sql, 'corrected_by')} as by
    from document_corrections where corrected_at >= ${at}::text::timestamptz`,
  files: (sql, { at }) => sql`
    select document_id as document, ordinal, sha256, name, ${login(sql, 'attached_by')} as by
    from document_files where attached_at >= ${at}::text::timestamptz`,
  handovers: (sql, { at }) => sql`
    select id, document_id as document, ${login(sql, 'giver_id')} as giver, ${login(sql, 'taker_id')} as taker,
      ${unit(sql, 'taker_department_id')} as unit from handovers where given_at >= ${at}::text::timestamptz`,
  taken: (sql, { at }) => sql`
    select handover_id as handover, ${login(sql, 'taken_by')} as by
    from handover_receipts where taken_at >= ${at}::text::timestamptz`,
  restricted: (sql, { at }) => sql`
    select case_id as case, reason, ${login(sql, 'restricted_by')} as by
    from restricted_cases where restricted_at >= ${at}::text::timestamptz`,
  caseClosings: (sql, { at }) => sql`
    select id, case_id as case, ${login(sql, 'closed_by')} as by
    from case_closings where closed_at >= ${at}::text::timestamptz`,
  reopenings: (sql, { at }) => sql`
    select closing_id as closing, reason, ${login(sql, 'reopened_by')} as by
    from case_reopenings where reopened_at >= ${at}::text::timestamptz`,
} satisfies Partial<Record<Table, Query>>

export const WORK_ADDED = {
  requests: (sql, { at }) => sql`
    select r.document_id as id, r.service_id as service, r.speed, b.number as bill, ${unit(sql, 'r.department_id')} as unit,
      r.due_on::text as due, (select count(*) from request_items i where i.request_id = d.id and state = 'missing')::int as missing
    from requests r join documents d on d.id = r.document_id left join bills b on b.id = r.bill_id
    where d.registered_at >= ${at}::text::timestamptz`,
  events: (sql, { at }) => sql`
    select id, request_id as request, kind, due_on::text as due, ${login(sql, 'told_by')} as by
    from request_events where told_at >= ${at}::text::timestamptz`,
  endings: (sql, { at }) => sql`
    select request_id as request, outcome, document_id as document, late_reason as late, ${login(sql, 'ended_by')} as by
    from request_endings where ended_at >= ${at}::text::timestamptz`,
  handedOut: (sql, { at }) => sql`
    select h.request_id as request, s.document_id as document, h.taken_by as "takenBy", ${login(sql, 'h.handed_by')} as by
    from hand_outs h join request_endings e on e.request_id = h.request_id
      left join dispatches s on s.document_id = e.document_id and s.sent_to = h.taken_by
    where h.handed_at >= ${at}::text::timestamptz`,
  tasks: (sql, { at }) => sql`
    select id, case_id as case, request_id as request, kind, phase, parent_id as parent, ${login(sql, 'assigner_id')} as assigner,
      ${login(sql, 'assignee_id')} as assignee, ${unit(sql, 'department_id')} as unit, due_on::text as due
    from tasks where given_at >= ${at}::text::timestamptz`,
  moves: (sql, { at }) => sql`
    select id, task_id as task, kind, ${login(sql, 'assignee_id')} as assignee, ${unit(sql, 'department_id')} as unit,
      ${login(sql, 'moved_by')} as by from task_moves where moved_at >= ${at}::text::timestamptz`,
  terms: (sql, { at }) => sql`
    select task_id as task, due_on::text as due from task_terms where set_at >= ${at}::text::timestamptz`,
  taskEndings: (sql, { at }) => sql`
    select task_id as task, outcome, result, next, late_reason as late, ${login(sql, 'ended_by')} as by
    from task_endings where ended_at >= ${at}::text::timestamptz`,
  opinions: (sql, { at }) => sql`
    select id, document_id as document, task_id as task, value, note, ${login(sql, 'given_by')} as by
    from opinions where given_at >= ${at}::text::timestamptz`,
  reviews: (sql, { at }) => sql`
    select id, task_id as task, week::text, status, verdict, note, ${login(sql, 'reviewed_by')} as by
    from reviews where reviewed_at >= ${at}::text::timestamptz`,
  substitutions: (sql, { at }) => sql`
    select id, ${login(sql, 'absent_id')} as absent, ${login(sql, 'substitute_id')} as substitute
    from substitutions where set_at >= ${at}::text::timestamptz`,
} satisfies Partial<Record<Table, Query>>
