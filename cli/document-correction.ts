import { randomUUIDv7 } from 'node:crypto'
import { type CorrectDocument, correctDocument } from '../office/documents/correct-document.ts'
import { kindCalled } from '../office/registers/lookup.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { CHANNELS, CORRECTED_FIELDS, MOST_SHEETS } from '../rules/documents.ts'
import type { Given } from './command.ts'
import { dayTyped } from './day.ts'
import { documentMeant, momentTyped, oneOf } from './documents.ts'
import type { Door } from './door.ts'
import { answer } from './output/answer.ts'
import { partyMeant } from './parties.ts'
import { readNumber } from './read-number.ts'

/** `documents correct`: what is right, as the field wants it; an empty text takes away. */
export async function correct(
  session: Session,
  given: Given<'documents correct'>,
  door: Door,
): Promise<void> {
  const { id } = await documentMeant(session, given.arg('number'))
  const done = await correctDocument(session.ctx(), {
    correctionId: given.text('id') ?? randomUUIDv7(),
    documentId: id,
    right: await rightTyped(session, given, door),
    reason: given.text('reason') ?? '',
  })
  const { number, field, before, after } = done
  answer(
    door,
    { id, number, field, before, after },
    door.words.documentCorrected(number, door.words.documents.fields[field], before ?? '', after ?? ''),
  )
}

async function rightTyped(
  session: Session,
  given: Given<'documents correct'>,
  door: Door,
): Promise<CorrectDocument['right']> {
  const field = oneOf(given.text('field') ?? '', CORRECTED_FIELDS, '--field', door)
  const values = given.list('to')
  const value = values.at(-1) ?? ''
  switch (field) {
    case 'subject':
      return { field, value }
    case 'kind':
      return { field, value: (await kindCalled(session.ctx().db, value)).id }
    case 'correspondents':
      return { field, value: await idsTyped(session, values) }
    case 'channel':
      return { field, value: oneOf(value, CHANNELS, '--to', door) }
    case 'received_at':
      return { field, value: momentTyped(value, session) }
    case 'sheets':
    case 'attachments':
      return { field, value: value === '' ? null : readNumber(value, 0, 0, MOST_SHEETS, '--to', door) }
    case 'foreign_number':
      return { field, value: value || null }
    case 'foreign_day':
      return { field, value: value === '' ? null : dayTyped(value, session.ctx().today) }
  }
}

async function idsTyped(session: Session, texts: readonly string[]): Promise<string[]> {
  const ids = []
  for (const text of texts) ids.push((await partyMeant(session, text)).id)
  return ids
}
