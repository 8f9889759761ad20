import { Box } from 'ink'
import type { ReactNode } from 'react'
import { addWorkingDays } from '../../rules/calendar.ts'
import { showDay } from '../../rules/dates.ts'
import type { AtDesk } from '../door.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit, wrapped } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import type { Size } from '../screen.ts'
import {
  type Field,
  type Filled,
  type Form,
  type FormState,
  fieldNow,
  fieldsOf,
  filledOf,
  lineOf,
  type Told,
} from './form.ts'

export const LABEL_COLUMNS = 16
const MOST_FOUND_SHOWN = 6
/** Rows of one thing that the form is about. */
const MOST_ABOUT_ROWS = 2

type Props = { state: FormState; size: Size; form: Form; desk: AtDesk }

/** What it is about, the lines to fill in, and under them what belongs to the line under the cursor and what will be. */
export function FormView({ state, size, form, desk }: Props): ReactNode {
  const width = size.columns - 2
  const filled = filledOf(state, form)
  const now = fieldNow(state, form)
  const told = [...(form.told?.(filled) ?? []), ...state.foreseen]
  return (
    <Box flexDirection="column">
      {form.about.flatMap(row => toldRows(row, width).slice(0, MOST_ABOUT_ROWS))}
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      {fieldsOf(state, form).map(field => (
        <Line key={field.name}>
          <Line
            tone={field.name === now?.name ? 'accent' : 'title'}
          >{` ${fit(field.label, LABEL_COLUMNS)} `}</Line>
          <FieldLine field={field} state={state} isNow={field.name === now?.name} width={width} />
        </Line>
      ))}
      <Line tone="dim">{'─'.repeat(size.columns)}</Line>
      {now && <Panel field={now} state={state} filled={filled} form={form} desk={desk} width={width} />}
      {told.flatMap(row => toldRows(row, width))}
    </Box>
  )
}

function toldRows(row: Told, width: number): ReactNode[] {
  return wrapped(row.text, width - LABEL_COLUMNS - 2).map((text, at) => (
    <ToldLine
      key={`${row.label}${at}`}
      row={{ ...row, label: at === 0 ? row.label : '', text }}
      width={width}
    />
  ))
}

/** A label and what is told, on one line. */
export const ToldLine = ({ row, width }: { row: Told; width: number }): ReactNode => (
  <Line>
    <Line tone="dim">{` ${fit(row.label, LABEL_COLUMNS)} `}</Line>
    <Line tone={row.tone ?? 'plain'}>{fit(row.text, width - LABEL_COLUMNS - 2)}</Line>
  </Line>
)

type FieldProps = { field: Field; state: FormState; isNow: boolean; width: number }

function FieldLine({ field, state, isNow, width }: FieldProps): ReactNode {
  const room = width - LABEL_COLUMNS - 2
  if (field.kind === 'choice') {
    const choice = field.choices.find(({ value }) => value === state.chosen[field.name])
    return <Line tone={choice ? 'plain' : 'dim'}>{fit(choice ? ` ${choice.label}` : ' –', room)}</Line>
  }
  if (field.kind !== 'whom') {
    const entry = field.kind === 'day' ? Math.min(room, 26) : room
    return (
      <EntryField line={lineOf(state, field.name)} width={entry} isFocused={isNow} hint={field.hint ?? ''} />
    )
  }
  const names = (state.whom[field.name] ?? []).map(({ name }) => name).join(', ')
  if (!isNow || (names !== '' && !field.isMany && lineOf(state, field.name).value === ''))
    return <Line tone={names === '' ? 'dim' : 'plain'}>{fit(names === '' ? ' –' : ` ${names}`, room)}</Line>
  const taken = names === '' ? '' : ` ${names}, `
  const own = Math.max(20, room - taken.length)
  return (
    <Line>
      {fit(taken, room - own)}
      <EntryField line={lineOf(state, field.name)} width={own} hint={field.hint ?? ''} />
    </Line>
  )
}

type PanelProps = { field: Field; state: FormState; filled: Filled; form: Form; desk: AtDesk; width: number }

/** What can be chosen for the line under the cursor. */
function Panel({ field, state, filled, form, desk, width }: PanelProps): ReactNode {
  const rows = panelRows(field, state, filled, form, desk)
  return rows.map(({ text, isChosen }, at) => (
    <Line key={at} tone={isChosen ? 'chosen' : 'plain'}>
      {fit(`  ${text}`, width)}
    </Line>
  ))
}

type PanelRow = { text: string; isChosen: boolean }

function panelRows(field: Field, state: FormState, filled: Filled, form: Form, desk: AtDesk): PanelRow[] {
  const { forms: texts } = desk.door.texts.screens
  const { lang } = desk.door
  switch (field.kind) {
    case 'text':
      return []
    case 'choice':
      return field.choices.map(({ value, label }, at) => ({
        text: `${at + 1}  ${label}`,
        isChosen: value === state.chosen[field.name],
      }))
    case 'day': {
      const day = filled.day(field.name)
      const typed = filled.text(field.name)
      const understood =
        typed === '' ? texts.askDay : day ? texts.day(showDay(day, lang), day.dayOfWeek) : texts.noDay
      const near = field.suggestions.map(days =>
        texts.suggestion(days, showDay(addWorkingDays(form.calendar, form.today, days), lang)),
      )
      return [understood, '', ...near].map(text => ({ text, isChosen: false }))
    }
    case 'whom':
      return whomRows(field, state, desk)
  }
}

function whomRows(field: Field, state: FormState, desk: AtDesk): PanelRow[] {
  const { forms: texts } = desk.door.texts.screens
  const notes = (state.whom[field.name] ?? []).flatMap(({ name, note }) => (note ? [`${name}: ${note}`] : []))
  if (lineOf(state, field.name).value.trim() === '')
    return [texts.askWhom, ...notes].map(text => ({ text, isChosen: false }))
  if (state.looked !== null && state.found.length === 0) return [{ text: texts.nobody, isChosen: false }]
  return state.found.slice(0, MOST_FOUND_SHOWN).map(({ name, told, note }, at) => ({
    text: [name, note, told].filter(Boolean).join(' · '),
    isChosen: at === state.cursor,
  }))
}
