import type { ScreenTexts } from '../../locales/bg/screens.ts'
import { plainText } from '../../rules/plain-text.ts'
import { entryLine, graphemes, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'
import { type Field, isChoice, steppedField } from './entry-fields.ts'
import { steppedChoice, withChosen, withMeant } from './entry-options.ts'
import { neededOf, withAllBrought, withMarked } from './entry-request.ts'
import { lineOf, movedTo, type RegistryState, withForm, withLine } from './entry-state.ts'

type Texts = ScreenTexts['registry']

const LETTERS = {
  subject: 1000,
  attachmentsNote: 300,
  foreignNumber: 60,
  sheets: 4,
  attachments: 4,
  files: 1000,
} as const
const USUAL_LETTERS = 200

/** What every key that is no command does: it goes into the field, through what is listed below it, or on to another field. */
export function typeAtEntry(before: RegistryState, key: Key, texts: Texts): RegistryState {
  const s = before.isArmed ? { ...before, isArmed: false } : before
  const { form } = s
  if (key.kind === 'key') {
    const moved = moves(s, key.name, texts)
    if (moved) return moved
  }
  if (form.field === 'checklist') return key.kind === 'text' ? withTyped(s, key.text) : s
  const line = lineOf(form)
  const typed = typeInto(line, key, LETTERS[form.field as keyof typeof LETTERS] ?? USUAL_LETTERS)
  if (typed === line) return key.kind === 'key' && isErasing(key.name) ? withoutLast(s) : s
  const now = withForm(s, withLine(form, form.field, typed))
  return isChoice(form.field) ? withMeant(now, texts) : { ...now, pick: 0 }
}

/** Digits and the space mark a needed document, nought all that are always needed. */
function withTyped(s: RegistryState, text: string): RegistryState {
  let now = s
  for (const sign of text) {
    if (sign === ' ') now = withMarked(now, now.form.itemAt)
    else if (sign === '0') now = withAllBrought(now)
    else if (/[1-9]/.test(sign)) now = withMarked(now, Number(sign) - 1)
  }
  return now
}

const isErasing = (name: string): boolean => name === 'backspace' || name === 'delete'

/** Tab takes what would complete the line, else it goes on; the arrows go through what is listed, else from field to field. */
function moves(s: RegistryState, name: string, texts: Texts): RegistryState | null {
  const { form } = s
  const completed = name === 'tab' || name === 'right' ? withCompletion(s) : null
  if (completed) return completed
  const step = { tab: 1, 'shift-tab': -1 }[name]
  if (step) return movedTo(s, steppedField(form.variant, form.field, step))
  if (name !== 'up' && name !== 'down') return null
  const by = name === 'up' ? -1 : 1
  if (isChoice(form.field)) return steppedChoice(s, form.field, by, texts)
  if (form.field === 'checklist')
    return withForm(s, {
      ...form,
      itemAt: moveCursor(form.itemAt, { kind: 'key', name }, neededOf(s).length),
    })
  const listed = listedRows(s)
  if (listed > 0) return { ...s, pick: moveCursor(s.pick, { kind: 'key', name }, listed) }
  return movedTo(s, steppedField(form.variant, form.field, by))
}

/** How many rows are listed below a field that is typed; those of a field of choices are its own affair. */
export function listedRows(s: RegistryState): number {
  const { field } = s.form
  if (!isFound(s)) return 0
  if (field === 'who' || field === 'representative') return s.finding?.people.length ?? 0
  return field === 'answers' ? (s.finding?.documents.length ?? 0) : 0
}

/** What was found is of what stands in the line now. */
export const isFound = (s: RegistryState): boolean =>
  s.finding !== null && s.finding.text === lineOf(s.form).value.trim() && s.finding.text !== ''

const LEAST_NAME = 2

/** Too many would be called so: names are looked for from two letters on, numbers from the first sign. */
export const isTooShort = (field: Field, text: string): boolean =>
  text.length < (field === 'answers' ? 1 : LEAST_NAME)

/** Erasing in an empty line takes away what stands before it. */
function withoutLast(s: RegistryState): RegistryState {
  const { form } = s
  if (lineOf(form).value !== '') return s
  switch (form.field) {
    case 'who':
      return withForm(s, { ...form, people: form.people.slice(0, -1) })
    case 'representative':
      return withForm(s, { ...form, representative: null })
    case 'answers':
      return withForm(s, { ...form, answers: null })
    case 'files':
      return withForm(s, { ...form, files: form.files.slice(0, -1) })
    case 'department':
    case 'register':
      return withChosen(s, form.field, null)
    default:
      return s
  }
}

const LEAST_TO_COMPLETE = 2

/** What was entered before and begins as typed; the more used first, those of the same kind before others. */
function likeTyped({ form, around }: RegistryState): string | null {
  const line = lineOf(form)
  if (form.field !== 'subject' || line.cursor !== graphemes(line.value).length) return null
  const typed = folded(line.value)
  if (typed.trim().length < LEAST_TO_COMPLETE) return null
  const begun = around.subjects.filter(
    ({ subject }) => subject.length > line.value.length && folded(subject).startsWith(typed),
  )
  return (begun.find(one => one.kindId === form.chosen.kind) ?? begun[0])?.subject ?? null
}

/** What would complete the line. */
export const completionOf = (s: RegistryState): string =>
  likeTyped(s)?.slice(lineOf(s.form).value.length) ?? ''

const folded = (text: string): string => plainText(text).toLocaleLowerCase('bg')

function withCompletion(s: RegistryState): RegistryState | null {
  const whole = likeTyped(s)
  return whole === null ? null : withForm(s, withLine(s.form, 'subject', entryLine(whole)))
}
