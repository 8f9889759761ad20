import { Refusal, type RefusalCode } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import {
  back,
  type Change,
  change,
  type KeyLine,
  type Opened,
  type Outcome,
  open,
  type Screen,
} from '../screen.ts'
import {
  atMissing,
  contentOf,
  type Field,
  type Form,
  type FormStart,
  type FormState,
  fieldNow,
  fieldsOf,
  filledOf,
  formAtOpening,
  isFilled,
  lineOf,
  stepped,
  takeFound,
  typeInForm,
} from './form.ts'
import { FormView } from './form-view.tsx'

const LOOK_MS = 150

/** One form on the screen; it closes once it is done, and the screen below looks anew. */
export function formScreen(form: Form, opened: FormState, desk: AtDesk): Screen<FormState> {
  return {
    title: () => form.title,
    keys: s => keysOf(s, form, desk),
    type: (s, key) => typeInForm(s, key, form),
    help: () => [...form.help, ...desk.door.texts.screens.forms.help],
    dirty: s => isFilled(s, opened),
    tick: { every_ms: LOOK_MS, run: s => look(s, form) },
    View: ({ state, size }) => <FormView state={state} size={size} form={form} desk={desk} />,
  }
}

/** A form as a screen to be opened, filled in as far as `start` says. */
export function openForm(form: Form, desk: AtDesk, start: FormStart = {}): Opened {
  const opened = formAtOpening(start)
  return open(formScreen(form, opened, desk), opened)
}

/** The same over the screen where a key was pressed. */
export const pushForm = <S,>(opened: Opened): Outcome<S> => ({ go: { to: 'push', opened, returned: null } })

function keysOf(s: FormState, form: Form, desk: AtDesk): KeyLine<FormState>[] {
  const { forms: texts } = desk.door.texts.screens
  const fields = fieldsOf(s, form)
  const field = fieldNow(s, form)
  const saving = {
    label: form.save,
    refusal: form.whyNot(filledOf(s, form)),
    whenRefused: (now: FormState) => atMissing(now, form),
    run: (now: FormState) => save(now, form, desk),
  }
  const isLast = field?.name === fields.at(-1)?.name && !isAsking(s, field)
  return [
    isLast
      ? { key: 'enter', ...saving }
      : { key: 'enter', label: texts.next, run: now => enter(now, form, field) },
    { key: 'f8', ...saving },
  ]
}

/** A name is being typed that nobody was taken for yet. */
const isAsking = (s: FormState, field: Field | undefined): boolean =>
  field?.kind === 'whom' && lineOf(s, field.name).value.trim() !== ''

async function enter(s: FormState, form: Form, field: Field | undefined): Promise<Outcome<FormState>> {
  if (field?.kind !== 'whom' || !isAsking(s, field)) return change(now => stepped(now, 1, form))
  const known = s.looked === lineOf(s, field.name).value ? null : await look(s, form)
  return change(now => takeFound(known?.(now) ?? now, field, form))
}

async function save(s: FormState, form: Form, desk: AtDesk): Promise<Outcome<FormState>> {
  try {
    const text = await form.run(filledOf(s, form))
    return { ...back<FormState, void>(), notice: { tone: 'done', text } }
  } catch (error) {
    if (!(error instanceof Refusal && LATE.includes(error.code)) || s.isLate) throw error
    return {
      change: now => atMissing({ ...now, isLate: true }, form),
      notice: { tone: 'refused', text: desk.door.describeRefusal(error) },
    }
  }
}

/** The last day passed, or was moved forward, while the form was open: the reason is asked for in place. */
const LATE: RefusalCode[] = ['task.late_reason_needed', 'request.late_reason_needed']

/** Who is meant by what is typed, then what the office foresees; one kind of news at a time. */
async function look(s: FormState, form: Form): Promise<Change<FormState>> {
  const field = fieldNow(s, form)
  if (field?.kind === 'whom' && form.seek) {
    const { value } = lineOf(s, field.name)
    if (value !== (s.looked ?? '')) {
      const found = value.trim() === '' ? [] : await form.seek(value)
      return now => ({ ...now, found, looked: value, cursor: 0 })
    }
  }
  const content = contentOf(s)
  if (!form.foresee || s.foreseenFor === content) return now => now
  const foreseen = await form.foresee(filledOf(s, form))
  return now => ({ ...now, foreseen, foreseenFor: content })
}
