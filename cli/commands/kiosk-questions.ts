import { randomUUIDv7 } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { type AskQuestion, askQuestion } from '../../office/kiosks/ask-question.ts'
import { listKiosks } from '../../office/kiosks/list-kiosks.ts'
import { questionInText, readyQuestion, readyQuestions } from '../../office/kiosks/question-text.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import type { Faces } from '../../rules/kiosks.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { kioskNumber } from '../kiosk-number.ts'
import { answer } from '../output/answer.ts'
import { plainFacts } from '../plain-facts.ts'
import { readNumber } from '../read-number.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

type Question = Omit<AskQuestion, 'questionId' | 'kiosks'>
type Asked = Given<'kiosks ask'>

export const askCommands = () => [
  declare(
    'kiosks ask',
    (given, door) => {
      const question = questionOf(given, door)
      const numbers = given.list('kiosk').map(text => kioskNumber(text, door))
      if ((numbers.length === 0) === !given.has('all'))
        throw new WrongUsage(door.lang, usage => usage.oneOfBoth('--kiosk', '--all'))
      return withSession(door, 'kiosks.ask', async session => {
        const kiosks = numbers.length > 0 ? numbers : await allOf(session)
        const asked = await askQuestion(session.ctx(), { ...question, questionId: randomUUIDv7(), kiosks })
        answer(door, plainFacts(asked), door.words.kiosks.nowAsked(question.text.bg, asked.kiosks.join(', ')))
      })
    },
    { repeated: ['kiosk', 'reason'] },
  ),
]

const allOf = async (session: Session): Promise<number[]> =>
  (await listKiosks(session.ctx())).kiosks.map(({ number }) => number)

/** From a file or by the name of one that is shipped, else from the options. What it lacks is refused by the office. */
function questionOf(given: Asked, door: Door): Question {
  const file = given.optionalArg('file')
  const text = given.text('text')
  if ((file === undefined) === (text === undefined))
    throw new WrongUsage(door.lang, usage => usage.oneOfBoth('<file>', '--text'))
  return file === undefined
    ? typed(given, text ?? '', door)
    : (questionInText(textOf(file, door), file) as Question)
}

function textOf(file: string, door: Door): string {
  const ready = existsSync(file) ? null : readyQuestion(file)
  if (ready !== null) return ready
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const known = readyQuestions().join(', ')
    throw new WrongUsage(door.lang, usage => usage.questionUnreadable(file, known))
  }
}

function typed(given: Asked, bg: string, door: Door): Question {
  const textEn = given.text('text-en')
  if (textEn === undefined) throw new WrongUsage(door.lang, usage => usage.missingOption('--text-en'))
  const faces = readNumber(given.text('faces'), 5, 4, 5, '--faces', door) as Faces
  const followUp = given.text('follow-up')
  const thanks = given.text('thanks')
  return {
    text: { bg, en: textEn },
    faces,
    followUp:
      followUp === undefined
        ? null
        : {
            question: { bg: followUp, en: given.text('follow-up-en') ?? followUp },
            upTo: readNumber(given.text('up-to'), 2, 1, faces, '--up-to', door),
            reasons: given.list('reason').map(reason => reasonOf(reason, door)),
          },
    thanks: thanks === undefined ? null : { bg: thanks, en: given.text('thanks-en') ?? thanks },
  }
}

function reasonOf(text: string, door: Door) {
  const [code = '', bg = '', en = '', ...more] = text.split('=')
  if (!/^[a-z0-9_]{1,30}$/.test(code) || bg.trim() === '' || en.trim() === '' || more.length > 0)
    throw new WrongUsage(door.lang, usage => usage.notThus('--reason', '<код>=<български>=<english>', text))
  return { code, bg, en }
}
