import { and, asc, eq, gte, isNull, lte, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { staff, substitutions } from '../../db/schema/staff.ts'
import type { Post } from '../../rules/authority.ts'
import { asTree, type TreeRow } from '../../rules/structure.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { allDepartments } from './lookup.ts'

/** Somebody with a login, where they work, and who stands in for them today. */
export type Placed = {
  id: string
  login: string
  name: string
  post: Post
  position: string | null
  departmentId: string | null
  substitute: { login: string; name: string; until: Temporal.PlainDate } | null
}

/** The structure from above with the people of each node; `whole` are those of no department: they work for the municipality. */
export type Structure = { tree: (TreeRow & { people: Placed[] })[]; whole: Placed[] }

/** The town's directorates, departments and mayoralties with the people in them, heads first. */
export async function seeStructure(ctx: Ctx): Promise<Structure> {
  authorise(ctx, 'departments.see')
  const [departments, people] = await Promise.all([allDepartments(ctx.db), peoplePlaced(ctx)])
  return {
    tree: asTree(departments).map(row => ({
      ...row,
      people: people.filter(({ departmentId }) => departmentId === row.department.id),
    })),
    whole: people.filter(({ departmentId }) => departmentId === null),
  }
}

const ORDER: readonly Post[] = ['head', 'officer', 'clerk', 'cashier', 'admin', 'auditor']

async function peoplePlaced(ctx: Ctx): Promise<Placed[]> {
  const standIn = alias(staff, 'stand_in')
  const rows = await ctx.db
    .select({
      id: staff.id,
      login: staff.login,
      name: staff.name,
      post: staff.post,
      position: staff.position,
      departmentId: staff.departmentId,
      standInLogin: standIn.login,
      standInName: standIn.name,
      until: substitutions.untilDay,
    })
    .from(staff)
    .leftJoin(
      substitutions,
      and(
        eq(substitutions.absentId, staff.id),
        lte(substitutions.fromDay, ctx.today),
        gte(substitutions.untilDay, ctx.today),
      ),
    )
    .leftJoin(standIn, eq(standIn.id, substitutions.substituteId))
    .where(and(isNull(staff.disabledAt), ne(staff.post, 'hub')))
    .orderBy(asc(staff.name), asc(staff.login))
  return rows
    .map(({ standInLogin, standInName, until, post, ...row }) => ({
      ...row,
      post: post as Post,
      substitute:
        standInLogin && standInName && until ? { login: standInLogin, name: standInName, until } : null,
    }))
    .toSorted((a, b) => ORDER.indexOf(a.post) - ORDER.indexOf(b.post))
}
