import { type DayListed, listDays } from '../../office/calendar/list-days.ts'
import { moveDueDates } from '../../office/calendar/move-due-dates.ts'
import { type DaySet, setDay } from '../../office/calendar/set-day.ts'
import { setHours } from '../../office/calendar/set-hours.ts'
import { type WorkOutDue, workOutDue } from '../../office/calendar/work-out-due.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showDay } from '../../rules/dates.ts'
import { DEADLINE_RULE_IDS, deadlineRule } from '../../rules/deadline-rules.ts'
import { daysLeft, TERM_UNITS, type Term, type WorkingHours } from '../../rules/deadlines.ts'
import { explainDue } from '../../rules/due-explained.ts'
import { FIRST_YEAR_WITH_SUBSTITUTES } from '../../rules/holidays.ts'
import { refusal } from '../../rules/refusal.ts'
import { readDay } from '../../rules/reports/periods.ts'
import type { Table } from '../../rules/reports/table.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { tableText } from '../output/table-text.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const calendarCommands = () => [
  declare('calendar list', (given, door) =>
    withSession(door, 'calendar.see', session => list(session, given, door)),
  ),
  declare(
    'calendar set',
    (given, door) => {
      if (given.has('off') === given.has('working'))
        throw new WrongUsage(door.lang, usage => usage.oneOfBoth('--off', '--working'))
      return withSession(door, 'calendar.set', session => set(session, given, door))
    },
    { required: ['order'] },
  ),
  declare('calendar hours', (given, door) => {
    const [from, until] = [given.text('from'), given.text('until')]
    if (from === undefined && until === undefined)
      return withSession(door, 'calendar.see', async session => hours(session.ctx().town.hours, door))
    const asked = {
      ...(from !== undefined && { from: timeTyped('--from', from, door) }),
      ...(until !== undefined && { until: timeTyped('--until', until, door) }),
    }
    return withSession(door, 'calendar.set', async session =>
      hours(await setHours(session.ctx(), { ...session.ctx().town.hours, ...asked }), door),
    )
  }),
  declare(
    'calendar due',
    (given, door) => {
      const term = termAsked(given, door)
      return withSession(door, 'calendar.see', session => due(session, term, given, door))
    },
    { required: ['from'], repeated: ['suspended', 'resumed', 'fixed', 'forwarded'] },
  ),
  declare('calendar move-due', (given, door) =>
    withSession(door, 'calendar.set', session => moveDue(session, given, door)),
  ),
  declare('calendar rules', (_, door) => withSession(door, 'calendar.see', async () => rules(door))),
]

async function list(session: Session, given: Given<'calendar list'>, door: Door): Promise<void> {
  const { calendar: words } = door.words
  const ctx = session.ctx()
  const typed = given.optionalArg('year') ?? String(ctx.today.year)
  if (!/^(19|20)\d\d$/.test(typed)) throw refusal('period.wrong', { text: typed })
  const { year, workingDays, days } = await listDays(ctx, Number(typed))
  const table: Table = {
    name: 'calendar',
    title: words.title(year, workingDays),
    subtitle: year < FIRST_YEAR_WITH_SUBSTITUTES ? [words.daysWereMoved] : [],
    columns: (['day', 'weekday', 'name', 'kind', 'basis'] as const).map(key => ({
      key,
      title: words.columns[key],
      kind: 'text' as const,
      ...(key === 'basis' && { spare: true }),
    })),
    rows: days.map(each => ({
      day: showDay(each.day, door.lang),
      weekday: words.weekdays[each.day.dayOfWeek - 1] ?? null,
      name: each.name[door.lang],
      kind: words.kinds[each.kind],
      basis: each.basis,
    })),
    totals: null,
  }
  const json = { year, working_days: workingDays, days: days.map(dayJson) }
  answer(door, json, tableText(table, door.lang, process.stdout.columns))
}

const dayJson = (each: DayListed) => ({
  day: each.day.toString(),
  is_working: each.isWorking,
  name_bg: each.name.bg,
  name_en: each.name.en,
  kind: each.kind,
  basis: each.basis,
  source: each.source,
  set_by: each.setBy,
})

async function set(session: Session, given: Given<'calendar set'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const isWorking = given.has('working')
  const done = await setDay(ctx, {
    day: dayTyped(given.arg('day'), ctx.today),
    isWorking,
    order: given.text('order') ?? null,
    name: given.text('name') ?? null,
    source: given.text('source') ?? null,
  })
  answer(door, setJson(done), setText(done, door))
}

const setJson = ({ day, isWorking, next, dues }: DaySet) => ({
  day: day.toString(),
  is_working: isWorking,
  next_working_day: next?.toString() ?? null,
  dues,
})

function setText({ day, next, dues }: DaySet, door: Door): string {
  const { calendar: words } = door.words
  const shown = showDay(day, door.lang)
  if (!next) return words.setWorking(shown)
  const off = words.setOff(shown, showDay(next, door.lang))
  return dues > 0 ? `${off}\n${words.duesThere(dues, shown)}` : off
}

async function moveDue(session: Session, given: Given<'calendar move-due'>, door: Door): Promise<void> {
  const ctx = session.ctx()
  const { day, next, moved } = await moveDueDates(ctx, { day: dayTyped(given.arg('day'), ctx.today) })
  answer(
    door,
    { day: day.toString(), next_working_day: next.toString(), moved },
    door.words.calendar.moved(moved, showDay(day, door.lang), showDay(next, door.lang)),
  )
}

function dayTyped(text: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const day = readDay(text, today)
  if (!day) throw refusal('period.wrong', { text })
  return day
}

type DueGiven = Given<'calendar due'>

function termAsked(given: DueGiven, door: Door): WorkOutDue['term'] {
  const rule = given.text('rule')
  if ((rule === undefined) === (given.text('term') === undefined))
    throw new WrongUsage(door.lang, usage => usage.oneOfBoth('--rule', '--term'))
  if (rule !== undefined) return { rule }
  const [amount, asked] = [given.text('term') ?? '', given.text('unit') ?? 'calendar_days']
  const unit = TERM_UNITS.find(known => known === asked.replace('-', '_'))
  if (!unit) throw new WrongUsage(door.lang, usage => usage.notOneOf('--unit', asked, TERM_UNITS))
  if (!/^\d{1,3}$/.test(amount))
    throw new WrongUsage(door.lang, usage => usage.notBetween('--term', amount, 0, 999))
  return { amount: Number(amount), unit, article: given.text('article') ?? '' }
}

async function due(session: Session, term: WorkOutDue['term'], given: DueGiven, door: Door): Promise<void> {
  const ctx = session.ctx()
  const on = (text: string) => dayTyped(text, ctx.today)
  const events = (['suspended', 'resumed', 'fixed', 'forwarded'] as const).flatMap(kind =>
    given.list(kind).map(text => ({ kind, on: on(text) })),
  )
  const time = given.text('time')
  const found = await workOutDue(ctx, {
    from: on(given.text('from') ?? ''),
    time: time === undefined ? null : timeTyped('--time', time, door),
    term,
    events,
  })
  const explained = explainDue(found.due, door.texts.deadlines.explained, door.lang)
  const json = {
    on: found.due.on.toString(),
    at: found.due.at?.toString({ smallestUnit: 'minute' }) ?? null,
    from: found.due.from.toString(),
    is_running: found.due.isRunning,
    days_left: daysLeft(found.due, ctx.today),
    term: found.term,
    why: found.due.why,
    explained,
  }
  answer(door, json, explained)
}

function hours({ from, until }: WorkingHours, door: Door): void {
  const shown = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
  answer(
    door,
    { from: shown(from), until: shown(until) },
    door.words.calendar.hours(shown(from), shown(until)),
  )
}

function timeTyped(option: string, text: string, door: Door): Temporal.PlainTime {
  const [, hour, minute] = /^(\d\d?)[:.](\d\d)$/.exec(text.trim()) ?? []
  if (!hour || Number(hour) > 23 || Number(minute) > 59)
    throw new WrongUsage(door.lang, usage => usage.notThus(option, '18:30', text))
  return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
}

function rules(door: Door): void {
  const { calendar: words } = door.words
  const { explained, rules: names, beginnings } = door.texts.deadlines
  const length = ({ amount, unit }: Pick<Term, 'amount' | 'unit'>) => explained.amount(amount, unit)
  answerTable(door, {
    name: 'deadline_rules',
    title: '',
    subtitle: [],
    columns: (['rule', 'what', 'term', 'from', 'article', 'extension'] as const).map(key => ({
      key,
      title: words.ruleColumns[key],
      kind: 'text' as const,
      ...((key === 'extension' || key === 'from') && { spare: true }),
    })),
    rows: DEADLINE_RULE_IDS.map(deadlineRule).map(({ id, term, starts, extensions }) => ({
      rule: id,
      what: names[id],
      term: length(term),
      from: beginnings[starts],
      article: term.article,
      extension: extensions
        .map(({ most, unit, article }) => `+${length({ amount: most, unit })} (${article})`)
        .join('; '),
    })),
    totals: null,
  })
}
