import { Box } from 'ink'
import type { ReactNode } from 'react'
import { textsFor } from '../../locales/texts.ts'
import { isBig } from '../../rules/big-letters.ts'
import type { NeededDocument } from '../../rules/cards/card.ts'
import { showMoment } from '../../rules/dates.ts'
import { showAccessCode } from '../../rules/documents.ts'
import { explainDue } from '../../rules/due-explained.ts'
import { showEuro } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { BigNumber, bigWidth } from '../parts/big-number.tsx'
import { type Column, fit, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import type { Size } from '../screen.ts'
import { isChoice } from './entry-fields.ts'
import { offered } from './entry-options.ts'
import {
  cardOf,
  type Foreseen,
  foreseenOf,
  missingOf,
  neededOf,
  serviceOf,
  stateOf,
} from './entry-request.ts'
import { isBlank, type Registered, type RegistryState } from './entry-state.ts'
import { listedRows } from './entry-typing.ts'

type ZoneProps = { state: RegistryState; size: Size; desk: AtDesk }

/** Below the form: what may be chosen in its field, else what was registered last, else how to begin. */
export function EntryZone(props: ZoneProps): ReactNode {
  const { state, size, desk } = props
  if (isOffering(state, desk)) return <Offered {...props} />
  if (listedRows(state) > 0) return <Found {...props} />
  if (state.last && isBlank(state.form))
    return <RegisteredView registered={state.last} size={size} desk={desk} />
  if (serviceOf(state)) return <RequestZone {...props} />
  return <Quiet {...props} />
}

/** The field lists what it offers; of the hundreds of services only what is looked for. */
function isOffering(s: RegistryState, desk: AtDesk): boolean {
  const { field, lines } = s.form
  if (!isChoice(field) || (field === 'service' && lines.service.value.trim() === '')) return false
  return offered(s, field, desk.door.texts.screens.registry).length > 0
}

function Offered({ state, size, desk }: ZoneProps): ReactNode {
  const { registry: texts } = desk.door.texts.screens
  const { field, chosen } = state.form
  if (!isChoice(field)) return null
  const options = offered(state, field, texts)
  const at = options.findIndex(option => option.id === chosen[field])
  return (
    <List
      rows={options}
      cursor={at < 0 ? null : at}
      width={size.columns}
      height={size.rows}
      row={({ code, text }, width) => fitRow([{ width: 12 }, { width: 'rest' }], [code, text], width)}
    />
  )
}

const PEOPLE: Column[] = [{ width: 'rest' }, { width: 13 }, { width: 28 }]
const DOCUMENTS: Column[] = [{ width: 18 }, { width: 11 }, { width: 'rest' }]

function Found({ state, size, desk }: ZoneProps): ReactNode {
  const { people = [], documents = [] } = state.finding ?? {}
  const frame = { cursor: state.pick, width: size.columns, height: size.rows }
  if (state.form.field === 'answers')
    return (
      <List
        {...frame}
        rows={documents}
        row={(one, width) =>
          fitRow(DOCUMENTS, [one.number, one.day.toLocaleString(desk.door.lang), one.subject], width)
        }
      />
    )
  return (
    <List
      {...frame}
      rows={people}
      row={(one, width) =>
        fitRow(PEOPLE, [one.name, one.identifier ?? one.identifierMasked ?? '', one.address ?? ''], width)
      }
    />
  )
}

const LABEL = 16

/** The document just registered: its number to be read from across the counter, its code, and what is printed or waits. */
export function RegisteredView({
  registered,
  size,
  desk,
}: {
  registered: Registered
  size: Size
  desk: AtDesk
}): ReactNode {
  const { registry: texts } = desk.door.texts.screens
  const { number, printJobs, request } = registered
  const isLarge = isBig(number) && bigWidth(number) <= size.columns - 4
  const missing = request?.missing ?? []
  return (
    <Box flexDirection="column" paddingLeft={1}>
      {!request && <Line> </Line>}
      {isLarge ? <BigNumber text={number} tone="good" /> : <Line tone="good">{number}</Line>}
      {!request && <Line> </Line>}
      {toldOf(registered, desk).map(([label, text]) => (
        <Line key={label}>
          <Line tone="dim">{fit(label, LABEL)}</Line>
          {fit(text, size.columns - 2 - LABEL)}
        </Line>
      ))}
      {missing.length > 0 ? (
        <Line tone="warning">{fit(texts.missing(missing.join(', ')), size.columns - 2)}</Line>
      ) : (
        <Line tone="dim">{printJobs.length > 0 ? texts.slip : texts.noSlip}</Line>
      )}
    </Box>
  )
}

function toldOf(
  { uri, accessCode, registeredAt, subject, people, request }: Registered,
  desk: AtDesk,
): [string, string][] {
  const { registry: texts } = desk.door.texts.screens
  const { lang } = desk.door
  const about = [subject, people.map(one => one.name).join(', ')].filter(Boolean).join(' · ')
  return [
    [texts.accessCode, showAccessCode(accessCode)],
    [texts.uri, `${uri}   ${showMoment(registeredAt, lang)}`],
    [texts.fields.subject, about],
    ...(request
      ? [
          [texts.due, explainDue(request.due, textsFor(lang).deadlines.explained, lang)] as [string, string],
          [
            texts.fields.amount,
            request.bill ? texts.bill(request.bill.number, showEuro(request.bill.amount, lang)) : texts.noFee,
          ] as [string, string],
        ]
      : []),
  ]
}

/** Before a request is registered: what it costs, when it is due and why, and what it needs. */
function RequestZone({ state, size, desk }: ZoneProps): ReactNode {
  const { registry: texts } = desk.door.texts.screens
  const foreseen = foreseenOf(state, desk.session.ctx())
  const needed = neededOf(state)
  const missing = missingOf(state)
  const isHere = state.form.field === 'checklist'
  const told = foreseen ? dueRows(foreseen, size.columns - 2, desk) : ['', '']
  const hint =
    cardOf(state) === null ? texts.noCard : needed.length === 0 ? '' : texts.needed(missing.length, isHere)
  return (
    <Box flexDirection="column">
      {told.map((row, at) => (
        <Line key={at}>{fit(` ${row}`, size.columns)}</Line>
      ))}
      <Line tone={missing.length > 0 ? 'warning' : 'dim'}>{fit(` ${hint}`, size.columns)}</Line>
      <List
        rows={needed.map((document, at) => ({ document, at }))}
        cursor={isHere ? state.form.itemAt : null}
        width={size.columns}
        height={Math.max(1, size.rows - DUE_ROWS - 1)}
        row={({ document, at }, width) => fit(neededText(document, at, state, desk), width)}
        tone={({ document }) => (document.exOfficio === null ? 'plain' : 'dim')}
      />
    </Box>
  )
}

const DUE_ROWS = 2

/** The fee, then the last day with its reasons, always two rows. */
function dueRows({ fee, due }: Foreseen, width: number, desk: AtDesk): string[] {
  const { registry: texts } = desk.door.texts.screens
  const { lang } = desk.door
  const cost =
    fee instanceof Refusal
      ? desk.door.describeRefusal(fee)
      : fee === null
        ? texts.noFee
        : texts.fee(showEuro(fee, lang))
  const day = due ? `${texts.due} ${explainDue(due, textsFor(lang).deadlines.explained, lang)}` : ''
  const rows = wrapped(`${cost} · ${day}`, width)
  return [rows[0] ?? '', rows.slice(1).join(' ')]
}

const MARKS = { brought: '[x]', missing: '[ ]', not_needed: '[–]' } as const

function neededText(document: NeededDocument, at: number, { form }: RegistryState, desk: AtDesk): string {
  const { registry: texts } = desk.door.texts.screens
  const when = document.when === null ? '' : texts.whenNeeded(document.when)
  if (document.exOfficio !== null) return `      ${texts.exOfficio}: ${document.name}`
  const digit = at < 9 ? `${at + 1}` : ' '
  return `${digit} ${MARKS[stateOf(form, document)]} ${document.name}${when}`
}

/** Nothing to choose from: the number of the document before in one line, or how to begin. */
function Quiet({ state, size, desk }: ZoneProps): ReactNode {
  const { registry: texts } = desk.door.texts.screens
  const { last } = state
  const begin = state.form.variant === 'request' ? texts.emptyRequest : texts.empty
  const told = last ? `${texts.told(last.number)} · ${showAccessCode(last.accessCode)}` : begin
  const rows = isBlank(state.form) || last ? wrapped(told, size.columns - 4) : []
  return (
    <Box flexDirection="column" paddingLeft={1}>
      <Line> </Line>
      {rows.map(row => (
        <Line key={row} tone="dim">
          {row}
        </Line>
      ))}
    </Box>
  )
}
