import { Box } from 'ink'
import type { ReactNode } from 'react'
import { showMoment } from '../../rules/dates.ts'
import { showAccessCode } from '../../rules/documents.ts'
import type { AtDesk } from '../door.ts'
import { BigNumber, bigWidth, isBig } from '../parts/big-number.tsx'
import { type Column, fit, fitRow, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List } from '../parts/list.tsx'
import type { Size } from '../screen.ts'
import { isChoice } from './entry-fields.ts'
import { offered } from './entry-options.ts'
import { isBlank, type Registered, type RegistryState } from './entry-state.ts'
import { listedRows } from './entry-typing.ts'

type ZoneProps = { state: RegistryState; size: Size; desk: AtDesk }

/** Below the form: what may be chosen in its field, else what was registered last, else how to begin. */
export function EntryZone(props: ZoneProps): ReactNode {
  const { state, size, desk } = props
  if (
    isChoice(state.form.field) &&
    offered(state, state.form.field, desk.door.texts.screens.registry).length > 0
  )
    return <Offered {...props} />
  if (listedRows(state) > 0) return <Found {...props} />
  if (state.last && isBlank(state.form))
    return <RegisteredView registered={state.last} size={size} desk={desk} />
  return <Quiet {...props} />
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

/** The document just registered: its number to be read from across the counter, its code, and what is printed. */
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
  const { number, uri, accessCode, registeredAt, subject, people, printJobs } = registered
  const isLarge = isBig(number) && bigWidth(number) <= size.columns - 4
  const told: [string, string][] = [
    [texts.accessCode, showAccessCode(accessCode)],
    [texts.uri, `${uri}   ${showMoment(registeredAt, desk.door.lang)}`],
    ['', [subject, people.map(one => one.name).join(', ')].filter(Boolean).join(' · ')],
  ]
  return (
    <Box flexDirection="column" paddingLeft={1}>
      <Line> </Line>
      {isLarge ? <BigNumber text={number} tone="good" /> : <Line tone="good">{number}</Line>}
      <Line> </Line>
      {told.map(([label, text]) => (
        <Line key={label}>
          <Line tone="dim">{fit(label, label === '' ? 0 : LABEL)}</Line>
          {fit(text, size.columns - 2 - (label === '' ? 0 : LABEL))}
        </Line>
      ))}
      <Line tone="dim">{printJobs.length > 0 ? texts.slip : texts.noSlip}</Line>
    </Box>
  )
}

/** Nothing to choose from: the number of the document before in one line, or how to begin. */
function Quiet({ state, size, desk }: ZoneProps): ReactNode {
  const { registry: texts } = desk.door.texts.screens
  const { last } = state
  const told = last ? `${texts.told(last.number)} · ${showAccessCode(last.accessCode)}` : texts.empty
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
