import { randomUUIDv7 } from 'node:crypto'
import type { DocumentRow } from '../../office/documents/lookup.ts'
import type { DocumentRegistered } from '../../office/documents/register-document.ts'
import type { EntryDesk } from '../../office/documents/see-entry-desk.ts'
import type { PartyRow } from '../../office/parties/lookup.ts'
import type { Lang } from '../../rules/languages.ts'
import { type EntryLine, entryLine } from '../entry-line.ts'
import { CHOICES, type Choice, type Field, firstField, STICKY, TYPED, type Variant } from './entry-fields.ts'

/** Somebody of the register, as a form names them. */
export type Person = Pick<PartyRow, 'id' | 'name' | 'identifierMasked'>

/** A document that another one answers. */
export type Answered = Pick<DocumentRow, 'id' | 'number' | 'subject'>

export type FileToAttach = { path: string; name: string; bytes: number }

/** One document as it is being typed; its id is minted with it, so that the same one sent twice is registered once. */
export type Form = {
  id: string
  variant: Variant
  field: Field
  lines: Record<Exclude<Field, 'checklist'>, EntryLine>
  chosen: Record<Choice, string | null>
  people: Person[]
  answers: Answered | null
  files: FileToAttach[]
}

/** What the register says of a text; it comes a moment after the typing. */
export type Finding = {
  text: string
  people: PartyRow[]
  documents: DocumentRow[]
}

/** What was just registered, as it stands large on the screen until the next one. */
export type Registered = DocumentRegistered & {
  variant: Variant
  subject: string
  people: Person[]
}

export type RegistryState = {
  lang: Lang
  around: EntryDesk
  form: Form
  /** A form that is on its way to the register, or whose fate is not known yet. */
  sent: Form | null
  /** What was begun while the one before was refused; it comes back when that one is settled. */
  waiting: Form | null
  last: Registered | null
  /** Of the last document: F11 puts them in again. */
  lastPeople: Person[]
  /** What Esc, pressed twice, put away; Esc on an empty form brings it back. */
  cleared: Form | null
  isArmed: boolean
  finding: Finding | null
  /** The chosen row of what was found. */
  pick: number
  /** Of the next duplicate: asked for twice on a bad line, one is printed. */
  copyId: string
}

const NOTHING_YET: EntryDesk = { kinds: [], registers: [], departments: [], subjects: [] }

const emptyLines = (): Form['lines'] =>
  Object.fromEntries([...TYPED, ...CHOICES].map(field => [field, entryLine()])) as Form['lines']

/** An empty form; what stays from document to document is taken from the one before. */
export function newForm(variant: Variant, before: Form['chosen'] | null): Form {
  const none = {
    kind: null,
    channel: 'desk',
    register: null,
    department: null,
    service: null,
    speed: 'normal',
    delivery: 'desk',
  }
  const kept = before ? Object.fromEntries(STICKY.map(field => [field, before[field]])) : {}
  return {
    id: randomUUIDv7(),
    variant,
    field: firstField(variant),
    lines: emptyLines(),
    chosen: { ...none, ...kept } as Form['chosen'],
    people: [],
    answers: null,
    files: [],
  }
}

export const registryAtOpening = (lang: Lang): RegistryState => ({
  lang,
  around: NOTHING_YET,
  form: newForm('incoming', null),
  sent: null,
  waiting: null,
  last: null,
  lastPeople: [],
  cleared: null,
  isArmed: false,
  finding: null,
  pick: 0,
  copyId: randomUUIDv7(),
})

/** The choices that are there now; where nothing is chosen yet, the first kind of each variant is. */
export function withAround(s: RegistryState, around: EntryDesk): RegistryState {
  return { ...s, around, form: withUsualKind({ ...s, around }, s.form) }
}

const USUAL_KINDS: Record<Variant, string[]> = {
  incoming: ['letter'],
  outgoing: ['letter', 'reply'],
  internal: ['memo', 'report'],
  request: ['application'],
}

/** The kind that a form begins with: the one that stayed, else the usual one of its variant. */
export function withUsualKind({ around }: Pick<RegistryState, 'around'>, form: Form): Form {
  if (form.chosen.kind && around.kinds.some(kind => kind.id === form.chosen.kind)) return form
  const usual = USUAL_KINDS[form.variant]
    .map(code => around.kinds.find(kind => kind.code === code))
    .find(Boolean)
  return { ...form, chosen: { ...form.chosen, kind: (usual ?? around.kinds[0])?.id ?? null } }
}

/** Nothing of this document was typed yet. */
export const isBlank = ({ lines, people, answers, files, chosen }: Form): boolean =>
  people.length === 0 &&
  answers === null &&
  files.length === 0 &&
  chosen.service === null &&
  Object.values(lines).every(line => line.value.trim() === '')

/** The line that is typed into now. */
export const lineOf = ({ field, lines }: Form): EntryLine =>
  field === 'checklist' ? entryLine() : lines[field]

export const withLine = (form: Form, field: Exclude<Field, 'checklist'>, line: EntryLine): Form => ({
  ...form,
  lines: { ...form.lines, [field]: line },
})

export const withForm = (s: RegistryState, form: Form): RegistryState => ({ ...s, form })

/** The cursor goes to another field. */
export const movedTo = (s: RegistryState, field: Field): RegistryState => ({
  ...s,
  form: { ...s.form, field },
  pick: 0,
})
