import { Box } from 'ink'
import type { ReactNode } from 'react'
import { showSize } from '../../rules/files.ts'
import type { AtDesk } from '../door.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit, widthOf } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import type { Size } from '../screen.ts'
import { type Choice, isChoice, type Place, ROWS, STICKY } from './entry-fields.ts'
import { hintOf } from './entry-hint.ts'
import { chosenText, feeHint, unmeant } from './entry-options.ts'
import { whyNotField } from './entry-problems.ts'
import type { Form, RegistryState } from './entry-state.ts'
import { completionOf } from './entry-typing.ts'
import { EntryZone } from './entry-zone.tsx'

export type ViewProps = { state: RegistryState; size: Size; desk: AtDesk }

/** The longest form; shorter ones leave rows free below, so that what is under them keeps its place. */
const FORM_ROWS = Math.max(...Object.values(ROWS).map(rows => rows.length))

/** What is entered, row by row; under it what it is asked or why it will not do, then what may be chosen or what was registered. */
export function EntryView({ state, size, desk }: ViewProps): ReactNode {
  const { registry: texts } = desk.door.texts.screens
  const rows = ROWS[state.form.variant]
  const hint = hintOf(state, desk)
  return (
    <Box flexDirection="column" width={size.columns}>
      <Line>
        <Line tone="title">{fit(` ${texts.variants[state.form.variant]}`, 30)}</Line>
        <Line tone="dim">{fit(texts.stays, size.columns - 32, 'right')}</Line>
      </Line>
      {Array.from({ length: FORM_ROWS }, (_, at) => (
        <FormRow key={at} places={rows[at] ?? []} state={state} desk={desk} />
      ))}
      <Line tone={hint.tone}>{fit(` ${hint.text}`, size.columns)}</Line>
      <EntryZone state={state} size={{ ...size, rows: Math.max(1, size.rows - FORM_ROWS - 2) }} desk={desk} />
    </Box>
  )
}

type RowProps = { places: readonly Place[]; state: RegistryState; desk: AtDesk }

function FormRow({ places, state, desk }: RowProps): ReactNode {
  if (places.length === 0) return <Line> </Line>
  return (
    <Line>
      {places.map(place => (
        <FormField key={place.field} place={place} state={state} desk={desk} />
      ))}
    </Line>
  )
}

const LEAST_LINE = 20

/** A label and its line: what is typed, what is chosen, or who is in place and, beside them, the line for another one. */
function FormField({ place, state, desk }: { place: Place; state: RegistryState; desk: AtDesk }): ReactNode {
  const { field, width } = place
  const { form } = state
  const { registry: texts } = desk.door.texts.screens
  const isFocused = form.field === field
  const line = form.lines[field]
  const isWrong =
    !isFocused && whyNotField(form, field, unmeant(state, texts), desk.session.ctx().now) !== null
  const standing = standingIn(state, field, desk)
  const isOpen = standing === '' || isFocused || line.value !== ''
  const taken = standing === '' ? 0 : isOpen ? Math.min(widthOf(standing) + 2, width - LEAST_LINE) : width
  const chosen = isChoice(field) && line.value === '' ? chosenText(state, field, texts) : ''
  return (
    <Line>
      <Line tone={isWrong ? 'danger' : 'title'}>{labelOf(place, form, isWrong, desk)}</Line>
      {taken > 0 && <Line tone="good">{fit(` ${standing}`, taken)}</Line>}
      {isOpen && (
        <EntryField
          line={chosen === '' ? line : { value: chosen, cursor: 0 }}
          width={width - taken}
          isFocused={isFocused}
          tone={isWrong ? 'danger' : 'plain'}
          hint={field === 'amount' ? feeHint(state, texts) : hintFor(field, texts.hints)}
          ghost={isFocused ? completionOf(state) : ''}
        />
      )}
    </Line>
  )
}

const hintFor = (field: string, hints: Partial<Record<string, string>>): string => hints[field] ?? ''

function labelOf({ field, label }: Place, { variant }: Form, isWrong: boolean, desk: AtDesk): string {
  const { registry: texts } = desk.door.texts.screens
  const named = nameOf(field, variant, texts)
  const stays = STICKY.includes(field as Choice) ? '•' : ''
  return fit(named === '' ? '' : `${isWrong ? '!' : ' '}${named}${stays}`, label)
}

function nameOf(
  field: Place['field'],
  variant: Form['variant'],
  texts: AtDesk['door']['texts']['screens']['registry'],
): string {
  if (field === 'who' && variant !== 'incoming')
    return variant === 'outgoing' ? texts.recipient : texts.applicant
  if (field === 'department' && (variant === 'outgoing' || variant === 'internal')) return texts.author
  if (field === 'receivedAt' && (variant === 'outgoing' || variant === 'internal')) return texts.signed
  return field === 'attachmentsNote' ? '' : texts.fields[field]
}

/** Who or what is in place already, before what is being typed. */
function standingIn({ form }: RegistryState, field: Place['field'], desk: AtDesk): string {
  const { registry: texts } = desk.door.texts.screens
  if (field === 'who')
    return form.people.map(one => [one.name, one.identifierMasked].filter(Boolean).join(' ')).join(', ')
  if (field === 'representative') return form.representative?.name ?? ''
  if (field === 'answers') return form.answers?.number ?? ''
  if (field === 'files') return form.files.map(file => texts.file(file.name, showSize(file.bytes))).join(', ')
  return ''
}
