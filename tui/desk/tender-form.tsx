import type { ReactNode } from 'react'
import type { AtDesk } from '../door.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { fit } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { TENDER_FIELDS, type TenderField, type Tendering } from './tendering.ts'

type FormProps = { tendering: Tendering; columns: number; desk: AtDesk }

const LABEL_WIDTH = 24
const WIDTHS: Partial<Record<TenderField, number>> = { terminal: 20, authorisation: 20, rrn: 16, cardTail: 8 }

/** What the slip of the terminal, or the bank, says; the amount stands in the entry line above. */
export function TenderForm({ tendering, columns, desk }: FormProps): ReactNode {
  const { desk: texts } = desk.door.texts.screens
  if (tendering.tender === 'cash') return null
  const fields = TENDER_FIELDS[tendering.tender].filter(field => field !== 'amount')
  return (
    <>
      <Line> </Line>
      {fields.map(field => (
        <Line key={field}>
          <Line tone="title">{fit(` ${texts.tenderFields[field]}`, LABEL_WIDTH)}</Line>
          <EntryField
            line={tendering.fields[field]}
            width={WIDTHS[field] ?? Math.min(52, columns - LABEL_WIDTH - 2)}
            isFocused={tendering.field === field}
            hint={texts.tenderFieldHints[field]}
          />
        </Line>
      ))}
    </>
  )
}
