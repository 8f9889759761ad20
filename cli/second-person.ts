import type { Session } from '../office/staff/sign-in.ts'
import { readLogin } from '../rules/logins.ts'
import { refusal } from '../rules/refusal.ts'
import type { Door } from './door.ts'
import { confirmingPassword } from './sign-in.ts'
import { enterTown, reachFoundedTown } from './town.ts'
import { isTraining } from './training.ts'

/** Signs in the second person beside `first`, lets them say yes, and signs them out again. Refuses the first one. */
export async function withSecondPerson(
  first: Session,
  typedLogin: string,
  door: Door,
  sayYes: (second: Session) => Promise<void>,
): Promise<void> {
  const login = readLogin(typedLogin)
  if (login === first.who.login) throw refusal('confirmation.same_person', {})
  const town = await reachFoundedTown(door)
  const password = await confirmingPassword(door, town, login)
  const seat = { desk: first.desk?.number ?? null, program: 'gishe', training: isTraining(door) }
  const second = await enterTown(door, town, { login, password }, seat)
  try {
    await sayYes(second)
  } finally {
    await second.close()
  }
}
