import { randomUUIDv7 } from 'node:crypto'
import type { Calendar } from '../../rules/calendar.ts'
import type { Refusal } from '../../rules/refusal.ts'
import { readTerm } from '../../rules/term-entry.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { moveCursor } from '../parts/list.tsx'
import type { Tone } from '../theme.ts'

export type Choice = { value: string; label: string }

/** Somebody or some department that work can be given to; `note` tells who is absent and who stands in. */
export type Found = {
  id: string
  kind: 'person' | 'department'
  name: string
  told: string
  note: string | null
}

/** One thing that a form asks for. */
export type Field = { name: string; label: string; isOptional?: boolean } & (
  | { kind: 'text'; limit: number; hint?: string }
  /** Digits choose. */
  | { kind: 'choice'; choices: readonly Choice[] }
  /** A last day: so many working days, or a day. */
  | { kind: 'day'; hint?: string; suggestions: readonly number[] }
  /** Somebody, looked for by name; several where `isMany`. */
  | { kind: 'whom'; hint?: string; isMany?: boolean }
)

/** A row told to whoever fills a form in: what will be when it is done. */
export type Told = { label: string; text: string; tone?: Tone }

/** What a form is filled in with so far. `id` is minted when it opens: sent twice, done once. */
export type FormState = {
  id: string
  at: number
  lines: Readonly<Record<string, EntryLine>>
  chosen: Readonly<Record<string, string>>
  whom: Readonly<Record<string, readonly Found[]>>
  /** What was found for the line that `looked` names. */
  found: readonly Found[]
  looked: string | null
  cursor: number
  /** What the office foresees for what `foreseenFor` was filled in. */
  foreseen: readonly Told[]
  foreseenFor: string | null
  /** The office said that it comes too late: then a reason is asked for, whatever was known when the form opened. */
  isLate: boolean
}

/** What was filled in, as the operation takes it. */
export type Filled = {
  id: string
  isLate: boolean
  text: (name: string) => string
  /** The text, or null where nothing is typed. */
  optional: (name: string) => string | null
  choice: (name: string) => string | null
  day: (name: string) => Temporal.PlainDate | null
  whom: (name: string) => readonly Found[]
}

/** A small screen that asks a few things and then does one. */
export type Form = {
  title: string
  /** What it is about: a task, a case, a request. */
  about: readonly Told[]
  fields: (filled: Filled) => readonly Field[]
  save: string
  /** The first reason why it cannot be done as it is filled in. */
  whyNot: (filled: Filled) => Refusal | null
  /** Does it and says so in a sentence. */
  run: (filled: Filled) => Promise<string>
  /** What will be when it is done, at once. */
  told?: (filled: Filled) => readonly Told[]
  /** The same where the office must be asked. */
  foresee?: (filled: Filled) => Promise<readonly Told[]>
  /** People and departments for what is typed in a line of kind `whom`. */
  seek?: (text: string) => Promise<readonly Found[]>
  today: Temporal.PlainDate
  calendar: Calendar
  help: string[]
}

export type FormStart = {
  lines?: Record<string, string>
  chosen?: Record<string, string>
  whom?: Record<string, readonly Found[]>
}

export const formAtOpening = ({ lines = {}, chosen = {}, whom = {} }: FormStart = {}): FormState => ({
  id: randomUUIDv7(),
  at: 0,
  lines: Object.fromEntries(Object.entries(lines).map(([name, text]) => [name, entryLine(text)])),
  chosen,
  whom,
  found: [],
  looked: null,
  cursor: 0,
  foreseen: [],
  foreseenFor: null,
  isLate: false,
})

const NOTHING = entryLine()

export const lineOf = (s: FormState, name: string): EntryLine => s.lines[name] ?? NOTHING

export function filledOf(s: FormState, { today, calendar }: Pick<Form, 'today' | 'calendar'>): Filled {
  const text = (name: string) => lineOf(s, name).value.trim()
  return {
    id: s.id,
    isLate: s.isLate,
    text,
    optional: name => text(name) || null,
    choice: name => s.chosen[name] ?? null,
    day: name => readTerm(text(name), today, calendar),
    whom: name => s.whom[name] ?? [],
  }
}

export const fieldsOf = (s: FormState, form: Form): readonly Field[] => form.fields(filledOf(s, form))

/** The field that is filled in now; one that has gone since gives way to the last. */
export function fieldNow(s: FormState, form: Form): Field | undefined {
  const fields = fieldsOf(s, form)
  return fields[Math.min(s.at, fields.length - 1)]
}

/** The cursor at the first field that is wanted and still empty, as after F8; it stays where nothing is. */
export function atMissing(s: FormState, form: Form): FormState {
  const filled = filledOf(s, form)
  const isEmpty = ({ name, kind }: Field) =>
    kind === 'choice'
      ? filled.choice(name) === null
      : filled.text(name) === '' && filled.whom(name).length === 0
  const at = fieldsOf(s, form).findIndex(field => !field.isOptional && isEmpty(field))
  return at < 0 || at === s.at ? s : { ...s, at, found: [], looked: null, cursor: 0 }
}

/** All that was filled in, as a text that changes when it does. */
export const contentOf = (s: FormState): string =>
  JSON.stringify([
    Object.entries(s.lines).map(([name, { value }]) => [name, value]),
    s.chosen,
    Object.entries(s.whom).map(([name, found]) => [name, found.map(({ id }) => id)]),
  ])

/** Something was typed or chosen since it opened. */
export const isFilled = (s: FormState, opened: FormState): boolean => contentOf(s) !== contentOf(opened)

export function typeInForm(s: FormState, key: Key, form: Form): FormState {
  const field = fieldNow(s, form)
  if (!field) return s
  const step = key.kind === 'text' ? 0 : (STEPS[key.name] ?? 0)
  const isArrow = key.kind === 'key' && (key.name === 'up' || key.name === 'down')
  if (isArrow && isLookedThrough(s, field)) return { ...s, cursor: moveCursor(s.cursor, key, s.found.length) }
  if (step !== 0) return stepped(s, step, form)
  return field.kind === 'choice' ? choose(s, field, key) : typeInLine(s, field, key)
}

const STEPS: Record<string, number> = { up: -1, 'shift-tab': -1, down: 1, tab: 1 }

/** The arrows move through what was found. */
const isLookedThrough = (s: FormState, field: Field): boolean =>
  field.kind === 'whom' && s.found.length > 0 && lineOf(s, field.name).value.trim() !== ''

/** Another field; what was looked for stays with the field it was looked for in. */
export function stepped(s: FormState, step: number, form: Form): FormState {
  const { length } = fieldsOf(s, form)
  return length === 0
    ? s
    : {
        ...s,
        at: (Math.min(s.at, length - 1) + step + length) % length,
        found: [],
        looked: null,
        cursor: 0,
      }
}

function choose(s: FormState, field: Extract<Field, { kind: 'choice' }>, key: Key): FormState {
  if (key.kind === 'text') {
    const choice = field.choices[Number(key.text.at(-1)) - 1]
    return choice ? { ...s, chosen: { ...s.chosen, [field.name]: choice.value } } : s
  }
  if (key.name !== 'backspace' && key.name !== 'delete') return s
  const { [field.name]: _, ...rest } = s.chosen
  return { ...s, chosen: rest }
}

const MOST_LETTERS = { day: 10, whom: 60 }

function typeInLine(s: FormState, field: Exclude<Field, { kind: 'choice' }>, key: Key): FormState {
  const before = lineOf(s, field.name)
  if (field.kind === 'whom' && before.value === '' && key.kind === 'key' && key.name === 'backspace')
    return { ...s, whom: { ...s.whom, [field.name]: (s.whom[field.name] ?? []).slice(0, -1) } }
  const line = typeInto(before, key, field.kind === 'text' ? field.limit : MOST_LETTERS[field.kind])
  return line === before ? s : { ...s, lines: { ...s.lines, [field.name]: line }, cursor: 0 }
}

/** Whoever stands under the cursor is taken, and the line is free for the next one. */
export function takeFound(s: FormState, field: Extract<Field, { kind: 'whom' }>, form: Form): FormState {
  const found = s.found[s.cursor]
  if (!found) return s
  const before = (s.whom[field.name] ?? []).filter(({ id }) => id !== found.id)
  const taken: FormState = {
    ...s,
    lines: { ...s.lines, [field.name]: NOTHING },
    whom: { ...s.whom, [field.name]: field.isMany ? [...before, found] : [found] },
    found: [],
    looked: null,
    cursor: 0,
  }
  return field.isMany ? taken : stepped(taken, 1, form)
}
