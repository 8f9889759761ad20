import { textsFor } from '../../locales/texts.ts'
import type { TaskEvent } from '../../office/tasks/history.ts'
import { showDay, showMoment } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import type { Column } from '../parts/fit.ts'

/** When, who, what. */
export const EVENT_COLUMNS: Column[] = [
  { width: 'дд.мм.гггг чч:мм'.length },
  { width: 16 },
  { width: 'rest' },
]

/** A moment to the minute. */
export const showMinute = (at: Temporal.Instant, desk: AtDesk): string =>
  showMoment(at, desk.door.lang).slice(0, -':сс'.length)

export const taskEventCells = (event: TaskEvent, desk: AtDesk): string[] => [
  showMinute(event.at, desk),
  event.by ?? desk.door.texts.screens.work.inbox.byCard,
  toldOfTask(event, desk),
]

/** What happened with a task, in a sentence. */
export function toldOfTask(event: TaskEvent, desk: AtDesk): string {
  const { events: texts } = desk.door.texts.screens.work
  const { lang } = desk.door
  const words = textsFor(lang)
  const because = (text: string, reason: string | null) => (reason ? `${text}: ${reason}` : text)
  switch (event.kind) {
    case 'given':
      return texts.given(event.to, event.what, showDay(event.dueOn, lang))
    case 'taken':
      return texts.taken
    case 'delegated':
    case 'returned':
    case 'reassigned':
      return because(texts[event.kind](event.to), event.reason)
    case 'term':
      return because(texts.term(showDay(event.dueOn, lang)), event.reason)
    case 'opinion': {
      const said = because(texts.opinion(words.tasks.opinions[event.value]), event.note)
      return event.counts ? said : `${said} (${texts.countsNoMore})`
    }
    case 'ended': {
      const late = event.lateReason ? ` · ${texts.late(words.lateReasons[event.lateReason])}` : ''
      const next = event.next ? ` → ${event.next}` : ''
      return `${words.tasks.outcomes[event.outcome]}${next}: ${event.result}${late}`
    }
  }
}
