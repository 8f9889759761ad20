import { textsFor } from '../../locales/texts.ts'
import { requestTexts } from '../../office/papers.ts'
import { dueAfter } from '../../office/requests/events.ts'
import { type RequestShown, showRequest } from '../../office/requests/show-request.ts'
import type { Calendar } from '../../rules/calendar.ts'
import { explainDue } from '../../rules/due-explained.ts'
import type { RequestEvent } from '../../rules/requests.ts'
import type { AtDesk } from '../door.ts'
import type { Form, Told } from '../forms/form.ts'
import { dueTone } from './due.ts'
import { formBasis } from './work-forms.ts'

/** What every form about a request has: the request as it is now, and what is told of it at the top. */
export async function requestBasis(
  requestId: string,
  desk: AtDesk,
): Promise<{ request: RequestShown; basis: Pick<Form, 'today' | 'calendar' | 'seek' | 'help' | 'about'> }> {
  const [request, basis] = await Promise.all([
    showRequest(desk.session.ctx(), { requestId }),
    formBasis(desk),
  ])
  return { request, basis: { ...basis, about: aboutRequest(request, desk) } }
}

function aboutRequest(request: RequestShown, desk: AtDesk): Told[] {
  const { requestForms: texts } = desk.door.texts.screens.work
  const { lang } = desk.door
  const { number, applicant, service, standing, due, dueOn, ending } = request
  return [
    { label: texts.request, text: `${number} · ${applicant.name}`, tone: 'title' },
    { label: texts.service, text: `${service.name[lang]} · ${requestTexts(lang).standings[standing]}` },
    {
      label: texts.term,
      text: explainDue(due, textsFor(lang).deadlines.explained, lang),
      tone: ending ? 'dim' : dueTone(dueOn, desk.session.ctx().today),
    },
  ]
}

/** The last day as it would be when this has happened, in one line. */
export function foreseenDue(
  request: RequestShown,
  event: Pick<RequestEvent, 'kind' | 'by'>,
  calendar: Calendar,
  desk: AtDesk,
): Told {
  const { requestForms: texts } = desk.door.texts.screens.work
  const { lang } = desk.door
  const ctx = desk.session.ctx()
  const due = dueAfter(ctx, request, [{ ...event, onDay: ctx.today }], calendar)
  return {
    label: due.isRunning ? texts.newTerm : texts.standsStill,
    text: explainDue(due, textsFor(lang).deadlines.explained, lang),
    tone: due.isRunning ? 'good' : 'warning',
  }
}
