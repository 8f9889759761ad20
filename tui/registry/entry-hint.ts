import { readIdentifier } from '../../rules/identifiers.ts'
import type { RefusalCode } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Tone } from '../theme.ts'
import { unmeant } from './entry-options.ts'
import { whyNotField } from './entry-problems.ts'
import { lineOf, type RegistryState } from './entry-state.ts'
import { completionOf, isFound, isTooShort, listedRows } from './entry-typing.ts'

type Hint = { text: string; tone: Tone }

const dim = (text: string): Hint => ({ text, tone: 'dim' })

/** The line under the form: what is wrong in the field of the cursor, what was found for it, or what waits. */
export function hintOf(s: RegistryState, desk: AtDesk): Hint {
  const { registry: texts } = desk.door.texts.screens
  const { form } = s
  const text = lineOf(form).value.trim()
  if (s.sent) return { text: texts.sending, tone: 'warning' }
  const why = whyNotField(form, form.field, unmeant(s, texts), desk.session.ctx().now)
  if (why && !UNTAKEN.includes(why.code)) return { text: desk.door.describeRefusal(why), tone: 'danger' }
  if (text !== '' && isSearched(form.field)) return dim(foundHint(s, text, desk))
  if (completionOf(s) !== '') return dim(texts.complete)
  if (form.field === 'answers' && form.answers)
    return dim(texts.answered(form.answers.number, form.answers.subject))
  if (form.field === 'files' && text !== '') return dim(texts.moreFiles)
  if (why) return { text: desk.door.describeRefusal(why), tone: 'danger' }
  return dim(s.waiting ? texts.waits(s.waiting.lines.subject.value) : '')
}

/** What is typed may still become what is taken. */
const UNTAKEN: RefusalCode[] = ['entry.not_chosen', 'entry.file_not_taken']

const isSearched = (field: string): boolean => ['who', 'representative', 'answers'].includes(field)

function foundHint(s: RegistryState, text: string, desk: AtDesk): string {
  const { registry: texts } = desk.door.texts.screens
  if (!isFound(s)) return isTooShort(s.form.field, text) ? texts.oneMore : texts.searching
  const count = listedRows(s)
  if (count > 0) return texts.found(count)
  if (s.form.field === 'answers') return texts.noneAnswered
  return readIdentifier(text) ? texts.unknownNumber : texts.foundNone
}
