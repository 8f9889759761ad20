import type { Session } from '../office/staff/sign-in.ts'
import type { Target } from '../office/tasks/assignees.ts'
import { type Colleague, findColleagues } from '../office/tasks/find-colleagues.ts'
import { refusal } from '../rules/refusal.ts'

const MOST_NEAR = 8

/** Whoever is meant by a login, the code of a department or pieces of a name; refuses nobody, and several with who they are. */
export async function colleagueMeant(session: Session, text: string, onlyPeople = false): Promise<Colleague> {
  const found = await findColleagues(session.ctx(), { text, limit: 50, onlyPeople })
  const called = found.filter(({ code }) => code === text.trim().toLowerCase())
  const [one, ...others] = called.length > 0 ? called : found
  if (!one) throw refusal('staff.unknown', { login: text })
  if (others.length === 0) return one
  const near = [one, ...others].slice(0, MOST_NEAR).map(({ code, name }) => `${code} ${name}`)
  throw refusal('staff.ambiguous', { text, near })
}

export const targetOf = ({ kind, id }: Colleague): Target =>
  kind === 'person' ? { staffId: id } : { departmentId: id }

export const targetMeant = async (session: Session, text: string): Promise<Target> =>
  targetOf(await colleagueMeant(session, text))
