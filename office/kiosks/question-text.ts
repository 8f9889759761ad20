import { LineCounter, parseDocument } from 'yaml'
import { referenceTexts } from '../../db/reference-data.ts'
import { refusal } from '../../rules/refusal.ts'

/** The names of the questions of data/questions, as they are asked for. */
export const readyQuestions = (): string[] => shipped().map(({ name }) => name)

/** The text of a question that is shipped; null where none has this name. */
export const readyQuestion = (asked: string): string | null =>
  shipped().find(({ name }) => name === asked)?.text ?? null

const shipped = () =>
  referenceTexts('questions').map(({ name, text }) => ({ name: name.replace(/\.yaml$/, ''), text }))

/** What a question's file holds (YAML or JSON), as plain data with the names of `askQuestion`; refuses what is neither. */
export function questionInText(text: string, file: string): Record<string, unknown> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, version: '1.2', stringKeys: true, logLevel: 'silent' })
  const [wrong] = document.errors
  const { line, col } = wrong ? lineCounter.linePos(wrong.pos[0]) : { line: 1, col: 1 }
  if (wrong) throw refusal('kiosk.question_not_yaml', { file, line, column: col })
  const read: unknown = document.toJS({ maxAliasCount: 0 })
  if (typeof read !== 'object' || read === null)
    throw refusal('kiosk.question_not_yaml', { file, line, column: col })
  const { follow_up, ...rest } = read as Record<string, unknown>
  return { ...rest, followUp: followUpOf(follow_up) }
}

function followUpOf(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return null
  const { up_to, ...rest } = raw as Record<string, unknown>
  return { ...rest, upTo: up_to }
}
