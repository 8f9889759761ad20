import { type AnswerTexts, answers as bgAnswers } from '../locales/bg/answers.ts'
import { answers as enAnswers } from '../locales/en/answers.ts'
import { type Texts, textsFor } from '../locales/texts.ts'
import type { Lang } from '../rules/languages.ts'
import { plainLines } from '../rules/plain-text.ts'
import type { Table } from '../rules/reports/table.ts'

/** The options every command understands. */
export type GlobalOptions = {
  user?: string
  passwordFile?: string
  desk?: string
  json?: boolean
  training?: boolean
  /** Where the tables of the answer go instead of the screen; every command that has `--csv` understands it. */
  xlsx?: string
}

/** What a command speaks through: answers go to stdout, the conversation to stderr. */
export type Door = {
  lang: Lang
  texts: Texts
  words: AnswerTexts
  options: GlobalOptions
  /** The tables that are written into a spreadsheet when the command is done. */
  sheets: Table[]
  answer: (text: string) => void
  say: (text: string) => void
  /** Said only to a person who is waiting. */
  progress: (text: string) => void
}

export function openDoor(lang: Lang): Door {
  const say = (text: string) => void process.stderr.write(`${plainLines(text)}\n`)
  return {
    lang,
    texts: textsFor(lang),
    words: lang === 'bg' ? bgAnswers : enAnswers,
    options: {},
    sheets: [],
    answer: text => void process.stdout.write(`${text}\n`),
    say,
    progress: text => {
      if (process.stderr.isTTY) say(text)
    },
  }
}

/** Somebody can be asked. */
export const isTalking = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true
