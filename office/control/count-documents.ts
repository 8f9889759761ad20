import { type SQL, sql } from 'drizzle-orm'
import type { Lang } from '../../rules/languages.ts'
import type { DocumentsBy, DocumentsRow } from '../../rules/reports/registry.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { daysOf, ofUnit, type PeriodAsked, unitAsked } from './lookup.ts'

/** The documents of a period by one dimension: how many came, went out and were internal. A mayoralty counts what it took in. */
export async function countDocuments(
  ctx: Ctx,
  asked: PeriodAsked & { by: DocumentsBy },
): Promise<DocumentsRow[]> {
  authorise(ctx, 'reports.registry')
  const { key, name } = dimension(asked.by, ctx.lang)
  const of = (direction: string) =>
    sql`coalesce(sum(c.documents) filter (where c.direction = ${direction}), 0)::int`
  const [found] = await Promise.all([
    ctx.db.execute<DocumentsRow>(sql`
      select coalesce(${key}, '') as key, coalesce(${name}, '') as name, ${of('incoming')} as incoming,
        ${of('outgoing')} as outgoing, ${of('internal')} as internal
      from counted_documents(${daysOf(asked.period)}) c join registers r on r.id = c.register_id
      join document_kinds k on k.id = c.kind_id left join departments d on d.id = c.department_id
      where ${ofUnit(sql`c.department_id`, asked.whose)} or ${ofUnit(sql`c.intake_id`, asked.whose)}
      group by 1, 2`),
    unitAsked(ctx.db, asked.whose),
  ])
  return [...found]
}

function dimension(by: DocumentsBy, lang: Lang): { key: SQL; name: SQL } {
  const called = (table: string): SQL => sql.raw(`${table}.name_${lang}`)
  const none = sql`''::text`
  const keys: Record<DocumentsBy, { key: SQL; name: SQL }> = {
    day: { key: sql`c.day::text`, name: none },
    month: { key: sql`to_char(c.day, 'YYYY-MM')`, name: none },
    kind: { key: sql`k.code`, name: called('k') },
    register: { key: sql`r.index::text`, name: called('r') },
    channel: { key: sql`c.channel`, name: none },
    department: { key: sql`d.code`, name: called('d') },
  }
  return keys[by]
}
