import { Box } from 'ink'
import type { ReactNode } from 'react'
import { showDay, showMoment } from '../../rules/dates.ts'
import { cents, showEuro } from '../../rules/money.ts'
import type { AtDesk } from '../door.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import type { Size } from '../screen.ts'
import type { Tone } from '../theme.ts'
import type { DeviceState } from './device-state.ts'

type ViewProps = { state: DeviceState; size: Size; desk: AtDesk }
type Row = { label: string; text: string; tone?: Tone }

const LABEL_WIDTH = 24
const MOST_WIDTH = 76

/** What is known above, what can be asked for below; where an amount or a yes is needed it takes the place of the list. */
export function DeviceView({ state, size, desk }: ViewProps): ReactNode {
  const { fiscal: texts } = desk.door.texts.screens
  const width = Math.min(MOST_WIDTH, size.columns - 4)
  return (
    <Box flexDirection="column" paddingTop={1} paddingLeft={2}>
      {rowsOf(state, desk).map(({ label, text, tone = 'plain' }) => (
        <Line key={label}>
          <Line tone="dim">{fit(label, LABEL_WIDTH)}</Line>
          <Line tone={tone}>{fit(text, width - LABEL_WIDTH)}</Line>
        </Line>
      ))}
      <Line> </Line>
      {state.asking === null ? (
        (['x_report', 'z_report', 'cash_in', 'cash_out'] as const).map((entry, at) => (
          <Line key={entry} tone={state.seen ? 'plain' : 'dim'}>{`${at + 1}  ${texts.entries[entry]}`}</Line>
        ))
      ) : (
        <Asked state={state} asking={state.asking} width={width} desk={desk} />
      )}
    </Box>
  )
}

type AskedProps = {
  state: DeviceState
  asking: NonNullable<DeviceState['asking']>
  width: number
  desk: AtDesk
}

function Asked({ state, asking, width, desk }: AskedProps): ReactNode {
  const { fiscal: texts } = desk.door.texts.screens
  return (
    <>
      <Line tone="title">{texts.entries[asking]}</Line>
      {asking === 'z_report' ? (
        wrapped(texts.zIsForGood, width).map(row => <Line key={row}>{row}</Line>)
      ) : (
        <>
          <Line>
            <Line tone="title">{fit(texts.amount, LABEL_WIDTH)}</Line>
            <EntryField line={state.amount} width={20} isFocused hint={texts.amountHint} />
          </Line>
          {wrapped(texts.tillIsApart, width).map(row => (
            <Line key={row} tone="dim">
              {row}
            </Line>
          ))}
        </>
      )}
    </>
  )
}

function rowsOf({ seen, told, paper }: DeviceState, desk: AtDesk): Row[] {
  const { fiscal: texts, desk: words } = desk.door.texts.screens
  const { lang } = desk.door
  if (!seen) return [{ label: texts.device, text: texts.none }]
  const faults: Partial<Record<string, string>> = words.printerFaults
  const fault = desk.printing?.fiscal?.fault ?? null
  const short = (code: string): string => faults[code] ?? code
  return [
    { label: texts.device, text: `${seen.name} (${seen.deviceNumber})`, tone: 'title' },
    fault === null
      ? { label: texts.state, text: texts.ready, tone: 'good' }
      : { label: texts.state, text: short(fault), tone: 'danger' },
    { label: texts.lastZ, text: seen.lastZAt ? showMoment(seen.lastZAt, lang) : texts.unknown },
    {
      label: texts.sold,
      text: texts.documents(seen.sold.documents, showEuro(seen.sold.total, lang)),
    },
    {
      label: texts.waiting,
      text: texts.papers(seen.waiting, seen.inDoubt),
      tone: seen.inDoubt > 0 ? 'warning' : 'plain',
    },
    ...toldRows(told, desk),
    paper ? paperRow(paper, desk) : { label: texts.paper, text: '–', tone: 'dim' },
  ]
}

/** What only the device itself knows; until it is asked the rows say so, and keep their place. */
function toldRows(told: DeviceState['told'], desk: AtDesk): Row[] {
  const { fiscal: texts } = desk.door.texts.screens
  const { lang } = desk.door
  const asked = (text: () => string): string => (told ? text() : texts.notAsked)
  return [
    {
      label: texts.clock,
      text: asked(() => (told ? clockText(told, desk) : '')),
      tone: told && Math.abs(told.aheadSeconds) > MOST_OFF_S ? 'warning' : 'plain',
    },
    { label: texts.last, text: asked(() => told?.lastDocument.document ?? texts.unknown) },
    { label: texts.cash, text: asked(() => showEuro(cents(told?.cashCents ?? 0), lang)) },
  ]
}

/** So far a clock may be off before it is told. */
const MOST_OFF_S = 60

function clockText({ clock, aheadSeconds }: NonNullable<DeviceState['told']>, desk: AtDesk): string {
  const { fiscal: texts } = desk.door.texts.screens
  const time = clock.toPlainTime().toString({ smallestUnit: 'second' })
  const shown = `${showDay(clock.toPlainDate(), desk.door.lang)} ${time}`
  if (Math.abs(aheadSeconds) <= 1) return shown
  return `${shown}, ${texts.off(Math.abs(aheadSeconds), aheadSeconds > 0)}`
}

function paperRow({ title, state, fault }: NonNullable<DeviceState['paper']>, desk: AtDesk): Row {
  const { fiscal: texts, desk: words, receipts } = desk.door.texts.screens
  const faults: Partial<Record<string, string>> = words.printerFaults
  const told = fault === null ? receipts.states[state] : (faults[fault] ?? fault)
  const tone = state === 'printed' ? 'good' : fault === null ? 'plain' : 'warning'
  return { label: texts.paper, text: `${title}: ${told}`, tone }
}
