import { askLine, askSecret } from '../ask.ts'
import type { Door } from '../door.ts'
import type { SetUpDone, SetUpTalk } from './conversation.ts'
import type { Asked } from './words.ts'

const BACK = '<'

/** Leads the conversation on a terminal, question after question, until the printer is set up. */
export async function setUpOnTerminal(talk: SetUpTalk, door: Door): Promise<SetUpDone> {
  const { hints } = door.words.setUp
  let said = ''
  const onWork = (what: string) => {
    if (what !== said) door.say(`  ${what}`)
    said = what
  }
  for (;;) {
    const asked = talk.asked()
    tell(asked, door)
    const typed = asked.isSecret
      ? await askSecret(hints.answer)
      : await askLine(hints.answer, asked.proposal ?? '')
    if (typed.trim() === BACK) talk.back()
    else {
      const done = await talk.answer(typed, onWork)
      if (done) return done
    }
  }
}

function tell(asked: Asked, door: Door): void {
  const { hints } = door.words.setUp
  door.say('')
  if (asked.notice) door.say(`! ${asked.notice}`)
  door.say(asked.question)
  for (const line of asked.told) door.say(`  ${line}`)
  if (asked.againHint) door.say(`  ${asked.againHint} ${hints.back}`)
  const width = Math.max(0, ...asked.choices.map(choice => choice.key.length))
  for (const { key, text } of asked.choices) door.say(`  ${key.padStart(width)}  ${text}`.trimEnd())
}
