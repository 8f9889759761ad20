import { randomUUIDv7 } from 'node:crypto'
import { printCopy } from '../../office/print/print-copy.ts'
import { whyNotMay } from '../../rules/authority.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { type Speed, speedsOf } from '../../rules/services.ts'
import type { AtDesk } from '../door.ts'
import { goTo, type MenuEntry, menuAtOpening, menuScreen } from '../menu/menu-screen.tsx'
import { receiptsScreen } from '../receipts/receipts-screen.tsx'
import { receiptsAtOpening } from '../receipts/receipts-state.ts'
import { type Change, change, type KeyLine, leaveBy, type Outcome, open, push } from '../screen.ts'
import { openCase } from '../work/case-screen.tsx'
import { figuresAtOpening, figuresScreen } from '../work/figures-screen.tsx'
import { documentOpened } from './document-screen.tsx'
import { fieldsOf, firstField, steppedField, type Variant } from './entry-fields.ts'
import { register, takeAnswered, takeFile } from './entry-operations.ts'
import { unmeant, withChosen } from './entry-options.ts'
import { isUnknown, takePerson, withPeopleAgain } from './entry-people.ts'
import { fieldOf, type Problem, problemOf } from './entry-problems.ts'
import { foreseenOf, serviceOf } from './entry-request.ts'
import {
  isBlank,
  lineOf,
  movedTo,
  newForm,
  type RegistryState,
  withForm,
  withUsualKind,
} from './entry-state.ts'
import { printAgain } from './print-again.ts'
import { pushRegistryMenu } from './registry-menu.ts'
import { requestsAtOpening, requestsScreen } from './requests-screen.tsx'
import { searchScreen } from './search-screen.tsx'
import { searchAtOpening } from './search-state.ts'

type Keys = KeyLine<RegistryState>[]
type Command = Omit<KeyLine<RegistryState>, 'key'>

/** The commands of the registry desk in this state. */
export function keysAtEntry(s: RegistryState, desk: AtDesk): Keys {
  const { registry: texts } = desk.door.texts.screens
  const registering = registerCommand(s, desk)
  return [
    { key: 'enter', ...enterCommand(s, registering, desk) },
    ...escKey(s, desk),
    s.form.variant === 'request' ? speedKey(s, desk) : variantKey(s, desk),
    requestKey(s, desk),
    labelKey(s, desk),
    duplicateKey(s, desk),
    {
      key: 'f6',
      label: texts.find,
      holdsTyping: true,
      run: now => push(searchScreen(desk), searchAtOpening(now.around)),
    },
    {
      key: 'f7',
      label: texts.figures,
      refusal: whyNotMay(desk.session.who.post, 'reports.registry'),
      holdsTyping: true,
      run: () => push(figuresScreen(desk), figuresAtOpening()),
    },
    { key: 'f8', ...registering },
    { key: 'f9', label: texts.actions, holdsTyping: true, run: now => pushActions(now, desk) },
    { key: 'f10', label: texts.menu, run: now => pushRegistryMenu(whyUnfinished(now), desk) },
    {
      key: 'f11',
      label: texts.person,
      refusal: s.lastPeople.length > 0 ? null : refusal('entry.nothing_before', {}),
      run: () => change(withPeopleAgain),
    },
    {
      key: 'f12',
      label: texts.leave,
      refusal: whyUnfinished(s),
      run: () => leaveBy(desk.leave),
    },
  ]
}

/** F9: what waits for whoever stands at the counter, and the document registered last. */
function pushActions(s: RegistryState, desk: AtDesk): Outcome<RegistryState> {
  const { registry: texts, registryWork } = desk.door.texts.screens
  const entries = (): MenuEntry<RegistryState>[] => [
    {
      label: texts.handOut,
      refusal: whyNotMay(desk.session.who.post, 'requests.see'),
      run: () => goTo(open(requestsScreen(desk), requestsAtOpening())),
    },
    {
      label: texts.open,
      refusal: s.last ? null : refusal('entry.nothing_registered', {}),
      run: () => goTo(documentOpened(s.last?.documentId ?? '', desk, openCase)),
    },
    {
      label: registryWork.papers,
      refusal: whyNotMay(desk.session.who.post, 'print.see'),
      run: () => goTo(open(receiptsScreen(desk), receiptsAtOpening())),
    },
  ]
  return push(
    menuScreen(texts.actions, entries, desk),
    menuAtOpening(entries),
    (now: RegistryState, how: Change<RegistryState>) => how(now),
  )
}

const whyUnfinished = (s: RegistryState): Refusal | null =>
  isBlank(s.form) && !s.sent && !s.waiting ? null : refusal('entry.unfinished', {})

/** Registers what is typed; where something is missing the key says what, and the cursor goes there. */
function registerCommand(s: RegistryState, desk: AtDesk): Command {
  const { registry: texts } = desk.door.texts.screens
  const run: Command['run'] = (now, host) => register(now, host, desk)
  if (s.sent) return { label: texts.check, run }
  const problem = problemNow(s, desk)
  return {
    label: texts.register,
    refusal: problem?.why ?? null,
    ...(problem && { whenRefused: (now: RegistryState) => movedTo(now, problem.field) }),
    run,
  }
}

export function problemNow(s: RegistryState, desk: AtDesk): Problem | null {
  const ctx = desk.session.ctx()
  const problem = problemOf(s.form, unmeant(s, desk.door.texts.screens.registry), ctx.now)
  if (problem || s.form.variant !== 'request') return problem
  const fee = foreseenOf(s, ctx)?.fee
  return fee instanceof Refusal ? { field: fieldOf(fee, s.form), why: fee } : null
}

/** Enter takes what is typed, else it goes forward; in the last field it registers. */
function enterCommand(s: RegistryState, registering: Command, desk: AtDesk): Command {
  const { registry: texts } = desk.door.texts.screens
  const { form } = s
  const typed = lineOf(form).value.trim()
  if (typed !== '' && (form.field === 'who' || form.field === 'representative'))
    return {
      label: isUnknown(s) ? texts.add : texts.take,
      holdsTyping: true,
      run: now => takePerson(now, desk),
    }
  if (typed !== '' && form.field === 'answers')
    return { label: texts.take, run: now => takeAnswered(now, desk) }
  if (typed !== '' && form.field === 'files') return { label: texts.attach, run: takeFile }
  if (form.field === fieldsOf(form.variant).at(-1)) return registering
  return {
    label: texts.next,
    run: () => change(now => movedTo(now, steppedField(now.form.variant, now.form.field, 1))),
  }
}

/** Esc puts the form away when it is pressed twice, and brings back what it put away where nothing else was typed since. */
function escKey(s: RegistryState, desk: AtDesk): Keys {
  const { registry: texts } = desk.door.texts.screens
  if (isBlank(s.form)) {
    const { cleared } = s
    if (!cleared) return []
    const restore = (now: RegistryState): RegistryState => ({ ...now, form: cleared, cleared: null })
    return [{ key: 'esc', label: texts.restore, run: () => change(restore, texts.restored) }]
  }
  const arm = (): Outcome<RegistryState> => ({
    change: now => ({ ...now, isArmed: true }),
    notice: { tone: 'refused', text: texts.armed },
  })
  const clear = (): Outcome<RegistryState> =>
    change(now => ({ ...cleanOf(now), cleared: now.form }), texts.putAway)
  return [{ key: 'esc', label: texts.clear, run: () => (s.isArmed ? clear() : arm()) }]
}

const cleanOf = (s: RegistryState): RegistryState => ({
  ...s,
  form: withUsualKind(s, newForm(s.form.variant, s.form.chosen)),
  isArmed: false,
  finding: null,
  pick: 0,
})

const NEXT: Record<Variant, Variant> = {
  incoming: 'outgoing',
  outgoing: 'internal',
  internal: 'incoming',
  request: 'incoming',
}

function variantKey(s: RegistryState, desk: AtDesk): KeyLine<RegistryState> {
  const { registry: texts } = desk.door.texts.screens
  return { key: 'f2', label: texts.variant, run: () => change(now => withVariant(now, NEXT[s.form.variant])) }
}

/** F2 is the speed, as at the cash desk. */
function speedKey(s: RegistryState, desk: AtDesk): KeyLine<RegistryState> {
  const { registry: texts } = desk.door.texts.screens
  const service = serviceOf(s)
  const speeds = service ? speedsOf(service) : []
  const at = speeds.indexOf(s.form.chosen.speed as Speed)
  const next = speeds[(at + 1) % Math.max(1, speeds.length)]
  const why = service
    ? speeds.length > 1
      ? null
      : refusal('service.one_speed', { code: service.code })
    : refusal('entry.service_needed', {})
  return {
    key: 'f2',
    label: texts.speed,
    refusal: why,
    run: () => (next ? change(now => withChosen(now, 'speed', next)) : undefined),
  }
}

function requestKey(s: RegistryState, desk: AtDesk): KeyLine<RegistryState> {
  const { registry: texts } = desk.door.texts.screens
  const isRequest = s.form.variant === 'request'
  return {
    key: 'f3',
    label: isRequest ? texts.document : texts.request,
    refusal: isRequest ? null : whyNotMay(desk.session.who.post, 'requests.register'),
    run: () => change(now => withVariant(now, isRequest ? 'incoming' : 'request')),
  }
}

/** Another kind of entry; all that was typed stays. */
export function withVariant(s: RegistryState, variant: Variant): RegistryState {
  const { form } = s
  const field = fieldsOf(variant).includes(form.field) && !isBlank(form) ? form.field : firstField(variant)
  const turned = { ...form, variant, field, chosen: { ...form.chosen, kind: null } }
  return { ...withForm(s, withUsualKind(s, turned)), finding: null, pick: 0 }
}

/** Of the document registered last: its confirmation once more. */
function duplicateKey(s: RegistryState, desk: AtDesk): KeyLine<RegistryState> {
  const { registry: texts } = desk.door.texts.screens
  return { key: 'f5', label: texts.duplicate, refusal: whyNoSlip(s), run: now => duplicate(now, desk) }
}

/** A sticker for the document registered last. */
function labelKey(s: RegistryState, desk: AtDesk): KeyLine<RegistryState> {
  const { registry: texts } = desk.door.texts.screens
  const { last, labelId } = s
  return {
    key: 'f4',
    label: texts.label,
    refusal: last ? whyNoDesk(desk) : refusal('entry.nothing_registered', {}),
    run: () => (last ? printLabel(last.documentId, labelId, desk) : undefined),
  }
}

const whyNoDesk = (desk: AtDesk): Refusal | null => (desk.session.desk ? null : refusal('desk.needed', {}))

async function printLabel(documentId: string, id: string, desk: AtDesk): Promise<Outcome<RegistryState>> {
  const said = await printAgain(id, documentId, 'label', desk)
  return change(now => ({ ...now, labelId: randomUUIDv7() }), said)
}

const slipOf = ({ last }: RegistryState) => last?.printJobs.find(job => job.kind === 'slip')

const whyNoSlip = (s: RegistryState): Refusal | null => (slipOf(s) ? null : refusal('entry.no_slip', {}))

async function duplicate(s: RegistryState, desk: AtDesk): Promise<Outcome<RegistryState>> {
  const job = slipOf(s)
  if (!job) return
  const { copy } = await printCopy(desk.session.ctx(), { id: s.copyId, jobId: job.id })
  const { registry: texts } = desk.door.texts.screens
  return change(now => ({ ...now, copyId: randomUUIDv7() }), texts.duplicated(copy))
}
