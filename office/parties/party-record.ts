import { z } from 'zod'
import { IDENTIFIER_KINDS } from '../../rules/identifiers.ts'
import { PARTY_KINDS } from '../../rules/parties.ts'
import { lineInput, textInput } from '../input.ts'

/** All that is written down of somebody, as a door hands it in. */
export const partyRecord = {
  kind: z.enum(PARTY_KINDS),
  identifier: z.object({ kind: z.enum(IDENTIFIER_KINDS), digits: z.string().regex(/^\d+$/) }).nullable(),
  name: textInput(0, 200),
  ekatte: lineInput(5),
  address: lineInput(200),
  phone: lineInput(40),
  email: lineInput(254),
}
