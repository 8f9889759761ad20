import { describeRefusal } from '../locales/texts.ts'
import { SHORTEST_PASSWORD } from '../rules/logins.ts'
import { refusal } from '../rules/refusal.ts'
import { askSecret } from './ask.ts'
import { type Door, isTalking } from './door.ts'
import { readSecret } from './sign-in.ts'
import { WrongUsage } from './wrong-usage.ts'

/** A password that is to be: from a private file, the variable `name`, or typed twice alike and long enough. */
export async function newSecret(
  door: Door,
  file: string | undefined,
  name: string,
  login: string,
): Promise<string> {
  if (file !== undefined) return readSecret(file, door)
  const given = process.env[name]
  if (given) return given
  if (!isTalking()) throw new WrongUsage(door.lang, usage => usage.newPasswordNeeded(login, name))
  for (;;) {
    const first = await askSecret(door.words.ask.newPassword(login))
    if ([...first].length < SHORTEST_PASSWORD) {
      door.say(describeRefusal(refusal('password.too_short', { least: SHORTEST_PASSWORD }), door.lang))
      continue
    }
    if (first === (await askSecret(door.words.ask.again))) return first
    door.say(door.words.ask.notAlike)
  }
}
