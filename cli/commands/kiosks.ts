import { randomUUIDv7 } from 'node:crypto'
import { addKiosk } from '../../office/kiosks/add-kiosk.ts'
import { changeKiosk } from '../../office/kiosks/change-kiosk.ts'
import { closeKiosk } from '../../office/kiosks/close-kiosk.ts'
import { makeCode } from '../../office/kiosks/make-code.ts'
import { revokeKiosk } from '../../office/kiosks/revoke-kiosk.ts'
import { seeRules } from '../../office/kiosks/see-rules.ts'
import { setRules } from '../../office/kiosks/set-rules.ts'
import { RULE_BOUNDS, whyNotPin } from '../../rules/kiosk-rules.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { askSecret } from '../ask.ts'
import { declare, type Given } from '../command.ts'
import { type Door, isTalking } from '../door.ts'
import { kioskNumber } from '../kiosk-number.ts'
import { codeText } from '../kiosk-shown.ts'
import { answer } from '../output/answer.ts'
import { plainFacts } from '../plain-facts.ts'
import { readNumber } from '../read-number.ts'
import { readSecret } from '../sign-in.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'
import { askCommands } from './kiosk-questions.ts'
import { kioskViews } from './kiosk-views.ts'

export const kiosksCommands = () => [
  ...kioskViews(),
  declare(
    'kiosks add',
    (given, door) => {
      const typed = given.text('number')
      const number = typed === undefined ? null : kioskNumber(typed, door)
      const [hall, place] = [given.text('hall') ?? '', given.text('place') ?? '']
      return withSession(door, 'kiosks.set', async session => {
        const made = await addKiosk(session.ctx(), { kioskId: randomUUIDv7(), number, hall, place })
        const { kiosks: words } = door.words
        const told = `${words.added(made.number, made.hall, made.place)}\n${codeText(made, made.number, door)}`
        answer(door, plainFacts({ ...made }), told)
      })
    },
    { required: ['hall', 'place'] },
  ),
  declare('kiosks code', (given, door) => {
    const number = kioskNumber(given.arg('number'), door)
    return withSession(door, 'kiosks.set', async session => {
      const made = await makeCode(session.ctx(), { number })
      answer(door, plainFacts({ ...made }), codeText(made, number, door))
    })
  }),
  declare(
    'kiosks revoke',
    (given, door) => {
      const number = kioskNumber(given.arg('number'), door)
      return withSession(door, 'kiosks.set', async session => {
        const revoked = await revokeKiosk(session.ctx(), { number, reason: given.text('reason') ?? '' })
        answer(door, revoked, door.words.kiosks.revoked(number))
      })
    },
    { required: ['reason'] },
  ),
  declare('kiosks change', (given, door) => {
    const number = kioskNumber(given.arg('number'), door)
    const [hall, place] = [given.text('hall'), given.text('place')]
    return withSession(door, 'kiosks.set', async session => {
      const changed = await changeKiosk(session.ctx(), { number, hall, place })
      answer(door, changed, door.words.kiosks.changed(changed.number, changed.place))
    })
  }),
  declare('kiosks close', (given, door) => {
    const number = kioskNumber(given.arg('number'), door)
    return withSession(door, 'kiosks.set', async session => {
      answer(door, await closeKiosk(session.ctx(), { number }), door.words.kiosks.placeClosed(number))
    })
  }),
  ...askCommands(),
  declare('kiosks rules', (given, door) => rules(given, door)),
  declare('kiosks pin', (given, door) =>
    withSession(door, 'kiosks.set', async session => {
      const pin = given.has('remove') ? null : await newPin(given.text('pin-file'), door)
      await setRules(session.ctx(), { rulesId: randomUUIDv7(), pin })
      answer(door, { pin: pin === null ? 'removed' : 'set' }, door.words.kiosks.pinSet(pin !== null))
    }),
  ),
]

/** Shows what holds; what is named is set before. */
function rules(given: Given<'kiosks rules'>, door: Door): Promise<void> {
  const read = (option: Parameters<typeof given.text>[0], [least, most]: readonly [number, number]) => {
    const text = given.text(option)
    return text === undefined ? undefined : readNumber(text, least, least, most, `--${option}`, door)
  }
  const watch = {
    silentMinutes: read('silence', RULE_BOUNDS.silentMinutes),
    negatives: read('negatives', RULE_BOUNDS.negatives),
    negativeMinutes: read('minutes', RULE_BOUNDS.negativeMinutes),
  }
  const pace = {
    thanks: read('thanks', RULE_BOUNDS.thanks),
    followUp: read('follow-up', RULE_BOUNDS.followUp),
    heartbeat: read('heartbeat', RULE_BOUNDS.heartbeat),
  }
  const isSet = Object.values({ ...watch, ...pace }).some(value => value !== undefined)
  return withSession(door, isSet ? 'kiosks.set' : 'kiosks.see', async session => {
    if (isSet) await setRules(session.ctx(), { rulesId: randomUUIDv7(), ...watch, pace })
    const held = await seeRules(session.ctx())
    answer(door, plainFacts({ ...held }), door.words.kiosks.rules({ ...held, ...held.pace }))
  })
}

/** The technician's PIN that is to be: from a private file, GISHE_KIOSK_PIN, or typed twice alike. */
async function newPin(file: string | undefined, door: Door): Promise<string> {
  const { kiosks: words, ask } = door.words
  const given = file === undefined ? process.env['GISHE_KIOSK_PIN'] : readSecret(file, door)
  if (given) return given
  if (!isTalking()) throw new WrongUsage(door.lang, usage => usage.pinNeeded)
  for (;;) {
    const first = await askSecret(words.newPin)
    refuseIf(whyNotPin(first))
    if (first === (await askSecret(ask.again))) return first
    door.say(ask.notAlike)
  }
}
