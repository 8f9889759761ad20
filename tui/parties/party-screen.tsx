import { randomUUIDv7 } from 'node:crypto'
import { Box } from 'ink'
import type { ReactNode } from 'react'
import { textsFor } from '../../locales/texts.ts'
import { changeParty } from '../../office/parties/change-party.ts'
import { chooseSettlement } from '../../office/parties/choose-settlement.ts'
import { findSettlements } from '../../office/parties/find-settlements.ts'
import type { Party, Settlement } from '../../office/parties/lookup.ts'
import { type RegisterParty, registerParty } from '../../office/parties/register-party.ts'
import { looksLikeIdentifier, readIdentifier } from '../../rules/identifiers.ts'
import { type PartyKind, whyNotRegister } from '../../rules/parties.ts'
import { Refusal, type RefusalFacts, refusal } from '../../rules/refusal.ts'
import type { NearRecord } from '../../rules/refusals/parties.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { back, type Change, change, type KeyLine, type Screen, type Size } from '../screen.ts'

const FIELDS = ['name', 'identifier', 'settlement', 'street', 'phone', 'email'] as const
type Field = (typeof FIELDS)[number]
const LETTERS: Record<Field, number> = {
  name: 200,
  identifier: 20,
  settlement: 100,
  street: 200,
  phone: 40,
  email: 254,
}

/**
 * `party` is the record as it was when the form opened, null for a new one, whose id is `id`. `place` is the settlement that
 * was chosen for what stands in its line; `near` are those that `looked` found.
 */
type State = Record<Field, EntryLine> & {
  id: string
  party: Party | null
  kind: PartyKind
  field: Field
  place: Settlement | null
  near: Settlement[]
  looked: string
  cursor: number
  /** Records much like this one, once the office said so: saved again it is somebody else. */
  warned: readonly NearRecord[] | null
}

const LOOK_MS = 150
const LABEL_COLUMNS = 17
const MOST_NEAR = 6
const MOST_WARNED = 3

/** The form of a record; a new one begins with what was searched for, as a number or as a name. */
export function partyAtOpening(party: Party | null, searched = ''): State {
  const isNumber = readIdentifier(searched) !== null || looksLikeIdentifier(searched)
  const place = party?.ekatte && party.settlement ? placeOf(party.ekatte, party.settlement) : null
  return {
    id: party?.id ?? randomUUIDv7(),
    party,
    kind: party?.kind ?? (readIdentifier(searched)?.kind === 'eik' ? 'organisation' : 'person'),
    field: 'name',
    name: entryLine(party?.name ?? (isNumber ? '' : searched.trim())),
    identifier: entryLine(party?.identifier ?? (isNumber ? searched.trim() : '')),
    settlement: entryLine(party?.settlement ?? ''),
    street: entryLine(party?.street ?? ''),
    phone: entryLine(party?.phone ?? ''),
    email: entryLine(party?.email ?? ''),
    place,
    near: [],
    looked: party?.settlement ?? '',
    cursor: 0,
    warned: null,
  }
}

const placeOf = (ekatte: string, name: string): Settlement => ({
  ekatte,
  name,
  municipality: '',
  district: '',
})

/** One record of the register, new or changed; answers with its name once it is written. */
export function partyScreen(desk: AtDesk): Screen<State, string> {
  const { party: texts } = desk.door.texts.screens
  return {
    title: s => (s.party ? texts.title(s.party.name) : texts.titleNew),
    keys: s => keysOf(s, desk),
    type: typeInForm,
    help: () => texts.help,
    dirty: s => FIELDS.some(field => s[field].value !== partyAtOpening(s.party)[field].value),
    tick: { every_ms: LOOK_MS, run: s => look(s, desk) },
    View: ({ state, size }) => <PartyView state={state} size={size} desk={desk} />,
  }
}

function typeInForm(s: State, key: Key): State {
  if (key.kind === 'key') {
    if (isChoosing(s) && (key.name === 'up' || key.name === 'down'))
      return { ...s, cursor: moveCursor(s.cursor, key, s.near.length) }
    const step = { tab: 1, down: 1, 'shift-tab': -1, up: -1 }[key.name as string]
    if (step) return stepped(s, step)
  }
  const line = typeInto(s[s.field], key, LETTERS[s.field])
  if (line === s[s.field]) return s
  const typed = { ...s, [s.field]: line, ...(line.value === s[s.field].value ? {} : { warned: null }) }
  if (s.field === 'settlement' && line.value !== s.settlement.value)
    return { ...typed, place: null, cursor: 0 }
  return s.field === 'identifier' && readIdentifier(line.value)?.kind === 'eik'
    ? { ...typed, kind: 'organisation' }
    : typed
}

/** Settlements are shown to choose from. */
const isChoosing = (s: State): boolean =>
  s.field === 'settlement' && s.place === null && s.near.length > 0 && s.looked === s.settlement.value

function stepped(s: State, step: number): State {
  const left = isChoosing(s) ? withPlace(s) : s
  return {
    ...left,
    field: FIELDS[(FIELDS.indexOf(s.field) + step + FIELDS.length) % FIELDS.length] ?? 'name',
  }
}

function withPlace(s: State): State {
  const place = s.near[s.cursor]
  return place ? { ...s, place, settlement: entryLine(place.name), looked: place.name } : s
}

/** The settlements for what stands in their line. */
async function look(s: State, desk: AtDesk): Promise<Change<State>> {
  const text = s.settlement.value
  if (s.place !== null || s.looked === text) return now => now
  const near = await findSettlements(desk.session.ctx(), { text, limit: MOST_NEAR })
  return now => ({ ...now, near, looked: text, cursor: 0 })
}

function keysOf(s: State, desk: AtDesk): KeyLine<State, string>[] {
  const { party: texts } = desk.door.texts.screens
  const isLast = s.field === 'email'
  const saving = { label: texts.save, refusal: whyNotSave(s), run: (now: State) => save(now, desk) }
  return [
    isLast
      ? { key: 'enter', ...saving }
      : { key: 'enter', label: texts.next, run: () => change(now => stepped(now, 1)) },
    {
      key: 'f2',
      label: texts.otherKind,
      run: () => change(now => ({ ...now, kind: now.kind === 'person' ? 'organisation' : 'person' })),
    },
    { key: 'f8', ...saving },
  ]
}

function whyNotSave(s: State): Refusal | null {
  const { identifier, name, phone, email } = textsOf(s)
  const read = identifier === '' ? null : readIdentifier(identifier)
  if (identifier !== '' && !read) return refusal('identifier.wrong', { text: identifier })
  return whyNotRegister({ kind: s.kind, identifier: read, name, phone: phone || null, email: email || null })
}

const textsOf = (s: State): Record<Field, string> => ({
  name: s.name.value.trim(),
  identifier: s.identifier.value.trim(),
  settlement: s.settlement.value.trim(),
  street: s.street.value.trim(),
  phone: s.phone.value.trim(),
  email: s.email.value.trim(),
})

async function save(s: State, desk: AtDesk) {
  const ctx = desk.session.ctx()
  const { name, identifier, settlement, street, phone, email } = textsOf(s)
  const place = settlement === '' ? null : (s.place ?? (await chooseSettlement(ctx, { text: settlement })))
  const record = {
    kind: s.kind,
    identifier: readIdentifier(identifier),
    name,
    ekatte: place?.ekatte ?? null,
    address: street,
    phone,
    email,
  }
  if (s.party) await changeParty(ctx, { partyId: s.id, seen: s.party.changedAt, ...record })
  else {
    const near = await registerOrWarn({ id: s.id, another: s.warned !== null, ...record }, desk)
    if (near) return warn(near, desk)
  }
  const told = desk.door.texts.screens.parties.written(name)
  return { ...back<State, string>(name), notice: { tone: 'done' as const, text: told } }
}

/** Writes a new record; what is much like it is given back instead, where it was not told before. */
async function registerOrWarn(record: RegisterParty, desk: AtDesk): Promise<readonly NearRecord[] | null> {
  try {
    await registerParty(desk.session.ctx(), record)
    return null
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'party.near') throw error
    return (error.facts as RefusalFacts['party.near']).near
  }
}

const warn = (near: readonly NearRecord[], desk: AtDesk) => ({
  change: (now: State): State => ({ ...now, warned: near }),
  notice: { tone: 'refused' as const, text: desk.door.texts.screens.party.near },
})

function NearRecords({
  near,
  width,
  desk,
}: {
  near: readonly NearRecord[]
  width: number
  desk: AtDesk
}): ReactNode {
  const { likeness } = textsFor(desk.door.lang)
  return near.slice(0, MOST_WARNED).flatMap(({ name, number, address, reasons }, at) => [
    <Line key={`${at} who`} tone="warning">
      {fit([name, number, address].filter(Boolean).join(', '), width)}
    </Line>,
    <Line key={`${at} why`} tone="dim">
      {fit(`  ${reasons.map(reason => likeness[reason]).join(', ')}`, width)}
    </Line>,
  ])
}

function PartyView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { party: texts } = desk.door.texts.screens
  const hints: Partial<Record<Field, string>> = {
    settlement: texts.settlementHint,
    street: texts.streetHint,
  }
  const width = Math.min(72, size.columns - LABEL_COLUMNS - 6)
  const read = readIdentifier(state.identifier.value)
  return (
    <Box flexDirection="column" paddingX={2} paddingTop={1}>
      <Line>
        <Line tone="title">{fit(texts.kind, LABEL_COLUMNS)}</Line>
        {` ${texts.kinds[state.kind]}`}
      </Line>
      {FIELDS.map(field => (
        <Line key={field}>
          <Line tone="title">{fit(texts[field], LABEL_COLUMNS)}</Line>
          <EntryField
            line={state[field]}
            width={field === 'identifier' ? 24 : width}
            isFocused={state.field === field}
            hint={hints[field] ?? ''}
          />
          {field === 'identifier' && read && <Line tone="good">{`  ${texts.identifiers[read.kind]}`}</Line>}
        </Line>
      ))}
      <Line> </Line>
      {state.warned && <NearRecords near={state.warned} width={size.columns - 4} desk={desk} />}
      {isChoosing(state) && (
        <Box flexDirection="column" paddingLeft={LABEL_COLUMNS - 1}>
          <List
            rows={state.near}
            cursor={state.cursor}
            width={width}
            height={state.near.length}
            row={(one, room) =>
              fit(`${one.ekatte}  ${one.name} (${one.municipality}, ${one.district})`, room)
            }
          />
          <Line tone="dim">{texts.choosePlace}</Line>
        </Box>
      )}
    </Box>
  )
}
