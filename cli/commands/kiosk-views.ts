import { listAlarms } from '../../office/kiosks/list-alarms.ts'
import { listKiosks } from '../../office/kiosks/list-kiosks.ts'
import { listQuestions, type QuestionListed } from '../../office/kiosks/list-questions.ts'
import { seeKiosk } from '../../office/kiosks/see-kiosk.ts'
import { dayOf, showDay, showMoment } from '../../rules/dates.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { kioskNumber } from '../kiosk-number.ts'
import { alarmText, kiosksTable, kioskText } from '../kiosk-shown.ts'
import { answer } from '../output/answer.ts'
import { tableText } from '../output/table-text.ts'
import { plainFacts } from '../plain-facts.ts'
import { withSession } from '../town.ts'

/** What the town sees of its devices. */
export const kioskViews = () => [
  declare('kiosks list', (given, door) =>
    withSession(door, 'kiosks.see', async session => {
      const { asOf, kiosks } = await listKiosks(session.ctx(), given.has('closed'))
      const table = () => tableText(kiosksTable(asOf, kiosks, door), door.lang, process.stdout.columns)
      answer(door, plainFacts({ asOf, kiosks }), kiosks.length === 0 ? door.words.kiosks.none : table())
    }),
  ),
  declare('kiosks status', (given, door) => {
    const asked = given.optionalArg('number')
    const number = asked === undefined ? null : kioskNumber(asked, door)
    return withSession(door, 'kiosks.see', async session => {
      if (number === null) return summary(await listKiosks(session.ctx()), door)
      const seen = await seeKiosk(session.ctx(), number)
      answer(door, plainFacts({ ...seen }), kioskText(seen, door))
    })
  }),
  declare('kiosks alarms', (given, door) =>
    withSession(door, 'kiosks.see', async session => {
      const all = given.has('all')
      const alarms = await listAlarms(session.ctx(), { all })
      const { kiosks: words } = door.words
      const lines = alarms.map(alarm => alarmText(alarm, door, true))
      answer(door, plainFacts({ alarms }), lines.length === 0 ? words.noAlarms(all) : lines.join('\n'))
    }),
  ),
  declare('kiosks questions', (_, door) =>
    withSession(door, 'kiosks.see', async session => {
      const questions = await listQuestions(session.ctx())
      const lines = questions.map(question => questionText(question, door))
      const { noQuestions } = door.words.kiosks
      answer(door, plainFacts({ questions }), lines.length === 0 ? noQuestions : lines.join('\n\n'))
    }),
  ),
]

/** How many devices there are and how they do; only those that somebody should look at are named. */
function summary({ asOf, kiosks }: Awaited<ReturnType<typeof listKiosks>>, door: Door): void {
  const { kiosks: words } = door.words
  const enrolled = kiosks.filter(({ isEnrolled }) => isEnrolled)
  const wrong = kiosks.filter(({ alarms }) => alarms.length > 0)
  const sum = (of: (one: (typeof kiosks)[number]) => number) => kiosks.reduce((all, one) => all + of(one), 0)
  const counts = {
    places: kiosks.length,
    enrolled: enrolled.length,
    withAlarms: wrong.length,
    countedToday: sum(({ today }) => today.counted),
    leftOutToday: sum(({ today }) => today.leftOut),
    waiting: sum(({ device }) => device?.outbox ?? 0),
  }
  const alarms = wrong.flatMap(one =>
    one.alarms.map(alarm =>
      alarmText(
        { ...alarm, id: '', kiosk: one.number, hall: one.hall, place: one.place, endedAt: null },
        door,
        true,
      ),
    ),
  )
  answer(
    door,
    plainFacts({ asOf, ...counts, kiosks: wrong }),
    [words.summary(showMoment(asOf, door.lang), counts), ...alarms].join('\n'),
  )
}

function questionText({ text, faces, followUp, firstAskedAt, kiosks, presses }: QuestionListed, door: Door) {
  const { kiosks: words } = door.words
  const since = firstAskedAt ? showDay(dayOf(firstAskedAt), door.lang) : ''
  const reasons = followUp?.reasons.map(reason => reason[door.lang]).join(', ') ?? ''
  return [
    text[door.lang],
    `  ${words.asked(faces, since, presses, kiosks.join(', '))}`,
    ...(followUp ? [`  ${words.followUp(followUp.upTo, followUp.question[door.lang], reasons)}`] : []),
  ].join('\n')
}
