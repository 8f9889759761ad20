import { CommanderError } from 'commander'
import { answers as bg } from '../locales/bg/answers.ts'
import { answers as en } from '../locales/en/answers.ts'
import { describeFault, describeRefusal } from '../locales/texts.ts'
import type { Lang } from '../rules/languages.ts'
import { plainLines } from '../rules/plain-text.ts'
import { Refusal } from '../rules/refusal.ts'
import { writeIncident } from './incidents.ts'
import { toJson } from './output/json.ts'
import { usageSentence } from './usage-sentence.ts'
import { WrongUsage } from './wrong-usage.ts'

export const EXIT = { done: 0, refused: 1, usage: 2, fault: 3, bug: 70 } as const

/**
 * The last stop of everything thrown: one sentence on stderr that says what to do, and the exit code that tells its kind. A
 * program that asked for JSON gets a refusal's code and facts as its answer.
 */
export function exitCodeOf(error: unknown, lang: Lang, json = false): number {
  const words = lang === 'bg' ? bg : en
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done
    const sentence = usageSentence(error, words.usage)
    if (sentence) say(sentence)
    return EXIT.usage
  }
  if (error instanceof WrongUsage) {
    say(error.message)
    return EXIT.usage
  }
  if (error instanceof Refusal) {
    const why = error as unknown as Refusal
    const sentence = describeRefusal(why, lang)
    if (json) process.stdout.write(`${toJson({ refused: why.code, facts: why.facts, sentence })}\n`)
    say(sentence)
    const hint = words.hints[why.code]
    if (hint) say(`  ${hint}`)
    return EXIT.refused
  }
  const fault = describeFault(error, lang)
  if (fault) {
    say(fault)
    return EXIT.fault
  }
  return exitCodeOfBug(error, lang)
}

/** What nobody foresaw: its stack goes to the log and its number to stderr. */
export function exitCodeOfBug(error: unknown, lang: Lang): number {
  const { number, path } = writeIncident(error)
  say((lang === 'bg' ? bg : en).incident(number, path))
  return EXIT.bug
}

const say = (text: string): void => void process.stderr.write(`${plainLines(text)}\n`)
