import { randomUUIDv7 } from 'node:crypto'
import type { DocumentRow } from '../../office/documents/lookup.ts'
import type { DocumentRegistered } from '../../office/documents/register-document.ts'
import type { EntryDesk } from '../../office/documents/see-entry-desk.ts'
import type { PartyRow } from '../../office/parties/lookup.ts'
import type { RequestRegistered } from '../../office/requests/register-request.ts'
import type { Calendar } from '../../rules/calendar.ts'
import type { Card } from '../../rules/cards/card.ts'
import type { Lang } from '../../rules/languages.ts'
import type { ItemState } from '../../rules/requests.ts'
import type { Service } from '../../rules/services.ts'
import { type EntryLine, entryLine } from '../entry-line.ts'
import {
  CHOICES,
  type Choice,
  type Field,
  firstField,
  isChoice,
  STICKY,
  TYPED,
  type Variant,
} from './entry-fields.ts'

/** Somebody of the register, as a form names them. */
export type Person = Pick<PartyRow, 'id' | 'name' | 'identifierMasked'>

/** What was said of a needed document at the desk; what is not there was not brought. */
export type Items = Readonly<Record<string, ItemState>>

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
  /** What is typed in a field of choices means one of them. */
  isMeant: boolean
  people: Person[]
  /** Who asks for the applicant of a request. */
  representative: Person | null
  answers: Answered | null
  files: FileToAttach[]
  items: Items
  /** The needed document under the cursor. */
  itemAt: number
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
  /** Of a request: its last day and why, what waits at the cash desk, what is missing. */
  request: Pick<RequestRegistered, 'due' | 'bill' | 'missing'> | null
}

export type RegistryState = {
  lang: Lang
  around: Around
  /** The cards of the services that were asked for here, null where a service has none. */
  cards: ReadonlyMap<string, Card | null>
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
  /** Of the next label, in the same way. */
  labelId: string
}

/** What one chooses from, and the days that terms are counted by. */
export type Around = EntryDesk & { services: Service[]; calendar: Calendar | null }

const NOTHING_YET: Around = {
  kinds: [],
  registers: [],
  departments: [],
  subjects: [],
  services: [],
  calendar: null,
}

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
    isMeant: false,
    people: [],
    representative: null,
    answers: null,
    files: [],
    items: {},
    itemAt: 0,
  }
}

export const registryAtOpening = (lang: Lang): RegistryState => ({
  lang,
  around: NOTHING_YET,
  cards: new Map(),
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
  labelId: randomUUIDv7(),
})

/** The choices that are there now; where nothing is chosen yet, the first kind of each variant is. */
export function withAround(s: RegistryState, around: Around): RegistryState {
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
export const isBlank = ({ lines, people, representative, answers, files, chosen }: Form): boolean =>
  people.length === 0 &&
  representative === null &&
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

/** The cursor goes to another field; words that chose something have done their work. */
export function movedTo(s: RegistryState, field: Field): RegistryState {
  const { form } = s
  const left = isChoice(form.field) && form.isMeant ? withLine(form, form.field, entryLine()) : form
  return { ...s, form: { ...left, field, isMeant: false }, pick: 0 }
}
