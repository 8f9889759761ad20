import { randomUUIDv7 } from 'node:crypto'
import { type DocumentShown, showDocument } from '../../office/documents/show-document.ts'
import { type PaperWhere, whereIsPaper } from '../../office/handovers/where-is-paper.ts'
import { type Act, whyNotMay } from '../../rules/authority.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Key } from '../keys.ts'
import { goTo, type MenuEntry, menuAtOpening, menuScreen } from '../menu/menu-screen.tsx'
import {
  type Change,
  change,
  type KeyLine,
  type Opened,
  type Outcome,
  open,
  push,
  type Screen,
} from '../screen.ts'
import { openPaper } from '../work/paper-screen.tsx'
import type { OpenCase } from '../work/task-screen.tsx'
import { CORRECTED_HERE, correctForm } from './correct-form.ts'
import { annulForm, attachForm, deliveryForm, pdfForm, sendForm, whyAnnulledNow } from './document-forms.ts'
import { DocumentView } from './document-view.tsx'
import { printAgain } from './print-again.ts'

/** `from` is the first row that is shown; the id is of the next paper. */
export type DocumentState = { shown: DocumentShown; paper: PaperWhere; from: number; printId: string }

/** Opens a document over the screen below; its case is opened by `openCase`, for a case opens documents in its turn. */
export async function openDocument<S>(
  documentId: string,
  desk: AtDesk,
  openCase: OpenCase,
): Promise<Outcome<S>> {
  return { go: { to: 'push', opened: await documentOpened(documentId, desk, openCase), returned: null } }
}

/** The same as a screen, e.g. in the place of a menu. */
export async function documentOpened(documentId: string, desk: AtDesk, openCase: OpenCase): Promise<Opened> {
  const found = await read(documentId, desk)
  return open(documentScreen(desk, openCase), { ...found, from: 0, printId: randomUUIDv7() })
}

async function read(documentId: string, desk: AtDesk): Promise<Pick<DocumentState, 'shown' | 'paper'>> {
  const ctx = desk.session.ctx()
  const [shown, paper] = await Promise.all([
    showDocument(ctx, { documentId }),
    whereIsPaper(ctx, { documentId }),
  ])
  return { shown, paper }
}

/** One document: its record, correspondents, corrections, files, case, and where its paper is. */
function documentScreen(desk: AtDesk, openCase: OpenCase): Screen<DocumentState> {
  const { document: texts } = desk.door.texts.screens.registryWork
  return {
    title: ({ shown }) => texts.title(shown.row.number),
    keys: s => keysOf(s, desk, openCase),
    type: scrolled,
    help: () => texts.help,
    shown: async s => {
      const now = await read(s.shown.row.id, desk)
      return change(old => ({ ...old, ...now }))
    },
    View: ({ state, size }) => <DocumentView state={state} size={size} desk={desk} />,
  }
}

const STEPS: Record<string, number> = { up: -1, down: 1, pageup: -8, pagedown: 8, home: -1000 }

const scrolled = (s: DocumentState, key: Key): DocumentState =>
  key.kind === 'text' ? s : { ...s, from: Math.max(0, s.from + (STEPS[key.name] ?? 0)) }

function keysOf(s: DocumentState, desk: AtDesk, openCase: OpenCase): KeyLine<DocumentState>[] {
  const { document: texts } = desk.door.texts.screens.registryWork
  const may = (act: Act): Refusal | null => whyNotMay(desk.session.who.post, act)
  const noDesk = may('print.run') ?? (desk.session.desk ? null : refusal('desk.needed', {}))
  const annulled = whyAnnulledNow(s.shown)
  return [
    {
      key: 'enter',
      label: texts.openCase,
      holdsTyping: true,
      run: now => openCase(now.shown.row.caseId, desk),
    },
    { key: 'f4', label: texts.label, refusal: noDesk, run: now => print(now, 'label', desk) },
    { key: 'f5', label: texts.duplicate, refusal: noDesk, run: now => print(now, 'slip', desk) },
    s.shown.row.direction === 'outgoing'
      ? formKey('f8', texts.send, may('documents.send') ?? annulled, now => sendForm(now.shown, desk))
      : formKey('f8', texts.attach, may('documents.attach') ?? annulled, now => attachForm(now.shown, desk)),
    { key: 'f9', label: texts.actions, holdsTyping: true, run: now => pushActions(now, desk) },
  ]
}

const formKey = (
  key: 'f8',
  label: string,
  why: Refusal | null,
  form: (s: DocumentState) => Promise<Opened>,
): KeyLine<DocumentState> => ({
  key,
  label,
  refusal: why,
  holdsTyping: true,
  run: async s => ({ go: { to: 'push', opened: await form(s), returned: null } }),
})

/** F9: all that is done with one document. */
function pushActions(s: DocumentState, desk: AtDesk): Outcome<DocumentState> {
  const { document: texts } = desk.door.texts.screens.registryWork
  const entries = () => actionsOf(s, desk)
  return push(
    menuScreen(texts.actions, entries, desk),
    menuAtOpening(entries),
    (now: DocumentState, how: Change<DocumentState>) => how(now),
  )
}

function actionsOf({ shown }: DocumentState, desk: AtDesk): MenuEntry<DocumentState>[] {
  const { document: texts, forms } = desk.door.texts.screens.registryWork
  const may = (act: Act): Refusal | null => whyNotMay(desk.session.who.post, act) ?? whyAnnulledNow(shown)
  const isOut = shown.row.direction === 'outgoing'
  const notOut = isOut ? null : refusal('document.not_outgoing', { number: shown.row.number })
  const corrections = (): MenuEntry<DocumentState>[] =>
    CORRECTED_HERE.map(field => ({
      label: forms.fields[field],
      run: () => goTo(correctForm(shown, field, desk)),
    }))
  return [
    {
      label: texts.correct,
      refusal: may('documents.correct'),
      run: () => goTo(open(menuScreen(texts.correct, corrections, desk), menuAtOpening(corrections))),
    },
    { label: texts.annul, refusal: may('documents.correct'), run: () => goTo(annulForm(shown, desk)) },
    { label: texts.attach, refusal: may('documents.attach'), run: () => goTo(attachForm(shown, desk)) },
    { label: texts.send, refusal: may('documents.send') ?? notOut, run: () => goTo(sendForm(shown, desk)) },
    {
      label: texts.delivery,
      refusal:
        may('documents.send') ??
        notOut ??
        (shown.dispatches.length > 0 ? null : refusal('dispatch.unknown', {})),
      run: () => goTo(deliveryForm(shown, desk)),
    },
    { label: texts.pdf, run: () => goTo(pdfForm(shown, desk)) },
    { label: desk.door.texts.screens.work.acts.paper, run: () => goTo(openPaper(shown.row.id, desk)) },
  ]
}

async function print(
  s: DocumentState,
  kind: 'slip' | 'label',
  desk: AtDesk,
): Promise<Outcome<DocumentState>> {
  const said = await printAgain(s.printId, s.shown.row.id, kind, desk)
  return change(now => ({ ...now, printId: randomUUIDv7() }), said)
}
