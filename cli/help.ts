import type { Command } from 'commander'
import type { HelpTexts } from '../locales/bg/help.ts'

/** Help in the language of the program, for one command; complaints are left to the gate. */
export function localised(command: Command, help: HelpTexts): Command {
  const titles: Record<string, string> = help.titles
  const inWords = (text: string) => text.replace(/\[options\]|\[command\]/g, words => titles[words] ?? words)
  return command
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: title => titles[title] ?? title,
      styleUsage: inWords,
      styleSubcommandTerm: inWords,
      optionDescription: option => option.description,
    })
}
