import { and, eq, gte, isNull, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { staff, substitutions } from '../../db/schema/staff.ts'
import { departments } from '../../db/schema/town.ts'
import { may, type Post } from '../../rules/authority.ts'
import type { Lang } from '../../rules/languages.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'

const FindColleagues = z.object({
  text: z.string().max(100),
  limit: z.int().min(1).max(50).default(8),
  /** Only people; else departments too. */
  onlyPeople: z.boolean().default(false),
})

/** Somebody, or a department, that a task can be given to. */
export type Colleague = {
  id: string
  kind: 'person' | 'department'
  /** The login of a person, the code of a department. */
  code: string
  name: string
  /** Of a person the department and the post in the town's table. */
  department: string | null
  position: string | null
  /** Who acts for somebody absent today, and until when. */
  substitute: { name: string; until: Temporal.PlainDate } | null
}

const substitute = alias(staff, 'substitute')

/** People who work on tasks, and departments, each typed word being the beginning of a word of their name, post or login. */
export async function findColleagues(ctx: Ctx, raw: z.input<typeof FindColleagues>): Promise<Colleague[]> {
  authorise(ctx, 'tasks.work')
  const { text, limit, onlyPeople } = parseInput(FindColleagues, raw)
  const typed = wordsOf(text)
  if (typed.length === 0) return []
  const [people, units] = await Promise.all([
    peopleAt(ctx),
    onlyPeople ? [] : ctx.db.select().from(departments).where(isNull(departments.closedAt)),
  ])
  const name = (row: { nameBg: string; nameEn: string }) => nameIn(ctx.lang, row)
  return [
    ...people.map(({ person, unit, ...row }) => ({
      words: wordsOf(`${person.name} ${person.position ?? ''} ${person.login}`),
      found: {
        id: person.id,
        kind: 'person' as const,
        code: person.login,
        name: person.name,
        department: unit && name(unit),
        position: person.position,
        substitute: row.substitute && row.until ? { name: row.substitute, until: row.until } : null,
      },
    })),
    ...units.map(unit => ({
      words: wordsOf(`${unit.nameBg} ${unit.nameEn} ${unit.code}`),
      found: {
        id: unit.id,
        kind: 'department' as const,
        code: unit.code,
        name: name(unit),
        department: null,
        position: null,
        substitute: null,
      },
    })),
  ]
    .filter(({ words }) => typed.every(part => words.some(word => word.startsWith(part))))
    .map(({ found }) => found)
    .toSorted((a, b) => a.name.localeCompare(b.name, ctx.lang))
    .slice(0, limit)
}

const nameIn = (lang: Lang, row: { nameBg: string; nameEn: string }): string =>
  lang === 'bg' ? row.nameBg : row.nameEn

const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase('bg')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

/** Everybody who signs in and works on tasks, with whoever acts for them today. */
async function peopleAt(ctx: Ctx) {
  const rows = await ctx.db
    .select({
      person: staff,
      unit: departments,
      substitute: substitute.name,
      until: substitutions.untilDay,
    })
    .from(staff)
    .leftJoin(departments, eq(departments.id, staff.departmentId))
    .leftJoin(
      substitutions,
      and(
        eq(substitutions.absentId, staff.id),
        lte(substitutions.fromDay, ctx.today),
        gte(substitutions.untilDay, ctx.today),
      ),
    )
    .leftJoin(substitute, eq(substitute.id, substitutions.substituteId))
    .where(isNull(staff.disabledAt))
  return rows.filter(({ person }) => may(person.post as Post, 'tasks.work'))
}
