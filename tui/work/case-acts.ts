import { requestTexts } from '../../office/papers.ts'
import { phasesOf } from '../../office/requests/phases.ts'
import { type Act, whyNotMay } from '../../rules/authority.ts'
import { phaseOf } from '../../rules/cards/card.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { isEnded } from '../../rules/requests.ts'
import type { AtDesk } from '../door.ts'
import { pushForm } from '../forms/form-screen.tsx'
import { goTo, type MenuEntry, menuAtOpening, menuScreen } from '../menu/menu-screen.tsx'
import { type Change, type KeyLine, type Opened, type Outcome, open, push } from '../screen.ts'
import { closeForm, fileForm, linkForm, reopenForm, restrictForm, shareForm } from './case-forms.ts'
import { type CaseState, documentMeant, requestOf } from './case-state.ts'
import { giveForm } from './give-form.ts'
import { openPaper } from './paper-screen.tsx'
import { completeForm, handOutForm, refuseForm, terminateForm } from './request-end-forms.ts'
import {
  deliveredForm,
  extendForm,
  irregularForm,
  mendForm,
  resumeForm,
  suspendForm,
} from './request-forms.ts'

type CaseAct = { label: string; refusal: Refusal | null; opens: () => Opened | Promise<Opened> }

/** The F keys of a case: the next main step is F8, everything is behind F9. */
export function caseKeys(s: CaseState, desk: AtDesk): KeyLine<CaseState>[] {
  const { caseActs: texts } = desk.door.texts.screens.work
  const main = mainAct(s, desk)
  const line = (key: KeyLine<CaseState>['key'], act: CaseAct): KeyLine<CaseState> => ({
    key,
    label: act.label,
    refusal: act.refusal,
    holdsTyping: true,
    run: async () => pushForm<CaseState>(await act.opens()),
  })
  return [
    line('f3', giveAct(s, desk)),
    line('f4', { label: texts.paper, refusal: null, opens: () => openPaper(documentMeant(s).id, desk) }),
    line('f8', main),
    { key: 'f9', label: texts.all, run: () => pushActs(texts.title, () => actsOf(s, desk), desk) },
    line('f11', shareAct(s, desk)),
  ]
}

const may = (desk: AtDesk, act: Act): Refusal | null => whyNotMay(desk.session.who.post, act)

const whyClosed = ({ shown }: CaseState): Refusal | null =>
  shown.isClosed ? refusal('case.closed', { number: shown.number }) : null

/** What comes next: the result of the request, its hand-out, and at last the end of the case. */
function mainAct(s: CaseState, desk: AtDesk): CaseAct {
  const request = requestOf(s.shown)
  if (!request) return closingAct(s, desk)
  if (!isEnded(request.standing)) return requestActs(s, desk).complete
  const { handOut } = requestActs(s, desk)
  const isOver = s.shown.isClosed || request.handOut !== null || request.ending?.documentId == null
  return isOver || handOut.refusal ? closingAct(s, desk) : handOut
}

function giveAct(s: CaseState, desk: AtDesk): CaseAct {
  const { caseActs: texts, forms } = desk.door.texts.screens.work
  const request = requestOf(s.shown)
  const { id, number } = documentMeant(s)
  return {
    label: texts.give,
    refusal: may(desk, 'tasks.work') ?? whyClosed(s),
    opens: () =>
      giveForm(
        {
          place: { caseId: s.shown.id, documentId: id },
          about: [
            { label: forms.case, text: `${s.shown.number} · ${s.shown.subject}`, tone: 'title' },
            { label: forms.document, text: number },
          ],
          most: request?.id === id ? request.dueOn : null,
          title: forms.giveTitle,
        },
        desk,
      ),
  }
}

function shareAct(s: CaseState, desk: AtDesk): CaseAct {
  const { caseActs: texts } = desk.door.texts.screens.work
  return { label: texts.share, refusal: may(desk, 'cases.file'), opens: () => shareForm(s.shown, desk) }
}

function closingAct(s: CaseState, desk: AtDesk): CaseAct {
  const { caseActs: texts } = desk.door.texts.screens.work
  return s.shown.isClosed
    ? { label: texts.reopen, refusal: may(desk, 'cases.close'), opens: () => reopenForm(s.shown, desk) }
    : { label: texts.close, refusal: may(desk, 'cases.close'), opens: () => closeForm(s.shown, desk) }
}

function actsOf(s: CaseState, desk: AtDesk): MenuEntry<CaseState>[] {
  const { caseActs: texts } = desk.door.texts.screens.work
  const { shown } = s
  const request = requestOf(shown)
  const acts: CaseAct[] = [
    giveAct(s, desk),
    {
      label: texts.file,
      refusal: may(desk, 'cases.file') ?? whyClosed(s),
      opens: () => fileForm(shown, desk),
    },
    {
      label: texts.link,
      refusal: may(desk, 'cases.file') ?? whyClosed(s),
      opens: () => linkForm(shown, desk),
    },
    shareAct(s, desk),
    {
      label: texts.restrict,
      refusal:
        may(desk, 'cases.restrict') ??
        (shown.isRestricted ? refusal('case.restricted', { number: shown.number }) : null),
      opens: () => restrictForm(shown, desk),
    },
    closingAct(s, desk),
    { label: texts.paper, refusal: null, opens: () => openPaper(documentMeant(s).id, desk) },
  ]
  const decisions: MenuEntry<CaseState> = {
    label: texts.decisions,
    refusal: request ? null : refusal('request.unknown', { text: shown.number }),
    run: () => goTo(menuOf(texts.decisions, () => Object.values(requestActs(s, desk)).map(entryOf), desk)),
  }
  return [decisions, ...acts.map(entryOf)]
}

const entryOf = ({ label, refusal, opens }: CaseAct): MenuEntry<CaseState> => ({
  label,
  refusal,
  run: () => goTo(opens()),
})

/** What can be decided of the request of a case, in the order of its menu. */
function requestActs(s: CaseState, desk: AtDesk) {
  const { caseActs: texts } = desk.door.texts.screens.work
  const request = requestOf(s.shown)
  const none = request ? null : refusal('request.unknown', { text: s.shown.number })
  const why = may(desk, 'requests.decide') ?? none
  const ended =
    request && isEnded(request.standing) ? refusal('request.ended', { number: request.number }) : null
  const id = request?.id ?? ''
  const act = (
    label: string,
    refused: Refusal | null,
    form: (id: string, desk: AtDesk) => Promise<Opened>,
  ) => ({
    label,
    refusal: refused,
    opens: () => form(id, desk),
  })
  const isSuspended = request?.standing === 'suspended'
  return {
    complete: act(texts.complete, why ?? ended ?? whyPhases(s, desk), completeForm),
    refuse: act(texts.refuse, why ?? ended, refuseForm),
    terminate: act(texts.terminate, why ?? ended, terminateForm),
    irregular: act(texts.irregular, why ?? ended, irregularForm),
    delivered: act(texts.delivered, may(desk, 'requests.hand_out') ?? none ?? ended, deliveredForm),
    mend: act(texts.mend, why ?? ended, mendForm),
    stop: isSuspended ? act(texts.resume, why, resumeForm) : act(texts.suspend, why ?? ended, suspendForm),
    extend: act(texts.extend, why ?? ended, extendForm),
    handOut: act(
      texts.handOut,
      may(desk, 'requests.hand_out') ??
        none ??
        (ended ? null : refusal('request.not_ended', { number: request?.number ?? '' })),
      handOutForm,
    ),
  }
}

/** The result comes after all phases but the one that ends with it. */
function whyPhases({ shown }: CaseState, desk: AtDesk): Refusal | null {
  const request = requestOf(shown)
  if (!request) return null
  const card = phasesOf(request.card, requestTexts(desk.door.lang).generalPhase)
  const open = shown.tasks.filter(
    task => task.requestId === request.id && task.kind === 'phase' && !task.ending,
  )
  const isOver = open.every(({ phase }) => phaseOf(card, phase ?? '')?.end === 'completed')
  return isOver ? null : refusal('request.has_open_phase', { number: request.number })
}

const menuOf = (title: string, entries: () => MenuEntry<CaseState>[], desk: AtDesk): Opened =>
  open(menuScreen(title, entries, desk), menuAtOpening(entries))

const pushActs = (title: string, entries: () => MenuEntry<CaseState>[], desk: AtDesk): Outcome<CaseState> =>
  push(menuScreen(title, entries, desk), menuAtOpening(entries), (s: CaseState, how: Change<CaseState>) =>
    how(s),
  )
