import type { CommanderError } from 'commander'
import type { UsageTexts } from '../locales/bg/answers.ts'

/** Commander's complaint in the language of the program; null where it has printed a help of its own. */
export function usageSentence(error: CommanderError, usage: UsageTexts): string | null {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']+)'/g)].map(match => match[1] ?? '')
  const near = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(error.message)?.[1]
  const also = near ? ` ${usage.near(near)}` : ''
  switch (error.code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
      return null
    case 'commander.unknownOption':
      return usage.unknownOption(first) + also
    case 'commander.unknownCommand':
      return usage.unknownCommand(first) + also
    case 'commander.missingArgument':
      return usage.missingArgument(first)
    case 'commander.optionMissingArgument':
      return usage.optionNeedsValue(first)
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(first)
    case 'commander.excessArguments':
      return usage.tooManyArguments
    case 'commander.conflictingOption':
      return usage.conflict(first, second)
    default:
      return error.message
  }
}
