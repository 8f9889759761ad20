import { Help } from 'commander'
import { askLine, askSecret } from '../ask.ts'
import type { Door } from '../door.ts'
import { AGAIN, type SetUpDone, type SetUpTalk } from './conversation.ts'
import type { Asked } from './words.ts'

const BACK = '<'

/** Leads the conversation on a terminal, question after question, until the printer is set up. */
export async function setUpOnTerminal(talk: SetUpTalk, door: Door): Promise<SetUpDone> {
  const { hints } = door.words.setUp
  let said = ''
  let before: string[] = []
  const onWork = (what: string) => {
    if (what !== said) door.say(`  ${what}`)
    said = what
  }
  for (;;) {
    const asked = talk.asked()
    tell(asked, door, asked.isOpen && before.length > 0)
    const typed = asked.isSecret
      ? await askSecret(hints.answer)
      : await askLine(hints.answer, asked.proposal ?? '', before)
    if (asked.isOpen && typed !== '' && ![BACK, AGAIN].includes(typed)) before = [typed, ...before]
    if (typed.trim() === BACK) talk.back()
    else {
      const done = await talk.answer(typed, onWork)
      if (done) return done
    }
  }
}

function tell(asked: Asked, door: Door, canRecall: boolean): void {
  const { hints } = door.words.setUp
  door.say('')
  if (asked.notice) door.say(new Help().boxWrap(`! ${asked.notice}`, process.stderr.columns ?? LINE_WIDTH))
  door.say(asked.question)
  for (const line of asked.told) door.say(`  ${line}`)
  const hint = [
    asked.againHint,
    asked.known.length > 0 ? hints.back : null,
    canRecall && asked.notice ? hints.recall : null,
  ]
    .filter(Boolean)
    .join(' ')
  if (hint) door.say(`  ${hint}`)
  for (const line of inColumns(asked.choices)) door.say(`  ${line}`.trimEnd())
}

const ONE_COLUMN = 10
const LINE_WIDTH = 76
const GAP = 4

/** One below the other, or side by side where there are too many to be seen at once. */
function inColumns(choices: Asked['choices']): string[] {
  const keyWidth = Math.max(0, ...choices.map(choice => choice.key.length))
  const texts = choices.map(({ key, text }) => `${key.padStart(keyWidth)}  ${text}`)
  if (texts.length <= ONE_COLUMN) return texts
  const width = Math.max(...texts.map(text => text.length)) + GAP
  const rows = Math.ceil(texts.length / Math.max(1, Math.floor(LINE_WIDTH / width)))
  return texts.slice(0, rows).map((_, row) =>
    texts
      .filter((_, at) => at % rows === row)
      .map(text => text.padEnd(width))
      .join(''),
  )
}
