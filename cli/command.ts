import { type Command, Command as CommanderCommand, Option } from 'commander'
import type { CommandName, CommandText, CommandTexts } from '../locales/bg/commands.ts'
import type { HelpTexts } from '../locales/bg/help.ts'
import type { Door } from './door.ts'
import { localised } from './help.ts'
import { WrongUsage } from './wrong-usage.ts'

type ArgOf<Name extends CommandName> = keyof CommandTexts[Name]['args'] & string
type OptionOf<Name extends CommandName> = keyof CommandTexts[Name]['options'] & string

/** What was typed after a command, by the names its texts declare. */
export type Given<Name extends CommandName> = {
  arg: (name: ArgOf<Name>) => string
  optionalArg: (name: ArgOf<Name>) => string | undefined
  /** An argument that may be given several times. */
  args: (name: ArgOf<Name>) => string[]
  /** Undefined where the option, or its optional value, was not given. */
  text: (name: OptionOf<Name>) => string | undefined
  list: (name: OptionOf<Name>) => string[]
  /** The option is there, with or without a value. */
  has: (name: OptionOf<Name>) => boolean
}

export type DeclaredCommand = {
  name: CommandName
  required: readonly string[]
  repeated: readonly string[]
  run: (given: Given<CommandName>, door: Door) => Promise<void>
}

/** A command: its arguments and options are those of its texts; `required` and `repeated` name options. */
export function declare<Name extends CommandName>(
  name: Name,
  run: (given: Given<Name>, door: Door) => Promise<void>,
  { required = [], repeated = [] }: { required?: OptionOf<Name>[]; repeated?: OptionOf<Name>[] } = {},
): DeclaredCommand {
  return { name, required, repeated, run: run as DeclaredCommand['run'] }
}

/** Hangs a declared command into the program, under the last word of its name; gives it back. */
export function addCommand(
  parent: Command,
  { name, required, repeated, run }: DeclaredCommand,
  texts: { commands: CommandTexts; help: HelpTexts },
  door: Door,
): Command {
  const text: CommandText = texts.commands[name] as CommandText
  const command = localised(new CommanderCommand(name.split(' ').at(-1)), texts.help)
    .summary(text.does)
    .description(text.more ? `${text.does}.\n${text.more}` : `${text.does}.`)
    .addHelpText('after', () => examplesOf(text, texts.help))
  for (const [shown, meaning] of Object.values(text.args)) command.argument(shown, meaning)
  for (const [option, [shown, meaning]] of Object.entries(text.options)) {
    const declared = new Option(`--${option} ${shown}`.trim(), meaning)
    if (repeated.includes(option))
      declared.argParser((value: string, before: string[] = []) => [...before, value])
    command.addOption(declared)
  }
  if ('csv' in text.options) command.option(`--xlsx ${texts.help.xlsx[0]}`, texts.help.xlsx[1])
  command.action(async () => {
    const given = givenTo(command, Object.keys(text.args))
    const missing = required.find(option => !given.has(option as never))
    if (missing) throw new WrongUsage(door.lang, usage => usage.missingOption(`--${missing}`))
    await run(given, door)
    await writeSheets(door)
  })
  parent.addCommand(command)
  return command
}

/** What is written is loaded only where somebody asked for a spreadsheet. */
async function writeSheets(door: Door): Promise<void> {
  const { xlsx: file } = door.options
  if (file === undefined || door.sheets.length === 0) return
  const { writeTablesXlsx } = await import('./output/xlsx-file.ts')
  await writeTablesXlsx(door, file)
}

const examplesOf = ({ examples }: CommandText, help: HelpTexts): string =>
  `\n${help.titles['Examples:']}\n${examples.map(([command, meaning]) => `  ${command}\n      ${meaning}`).join('\n')}`

function givenTo(command: Command, names: string[]): Given<CommandName> {
  // A command that stands under another one (`kiosk install`) finds there what both of them take: the upper one reads first.
  const upper = command.parent?.parent ? command.parent : null
  const option = (name: string): unknown =>
    command.getOptionValue(camelCase(name)) ?? upper?.getOptionValue(camelCase(name))
  const arg = (name: string): string | undefined => {
    const value: unknown = command.processedArgs[names.indexOf(name)]
    return Array.isArray(value) ? value.join(' ') || undefined : (value as string | undefined)
  }
  return {
    arg: name => arg(name) ?? '',
    optionalArg: arg,
    args: name => command.processedArgs[names.indexOf(name)] as string[],
    text: name => {
      const value = option(name)
      return typeof value === 'string' ? value : undefined
    },
    list: name => (option(name) as string[] | undefined) ?? [],
    // A spreadsheet wants the same bare values as CSV.
    has: name => option(name) !== undefined || (name === 'csv' && option('xlsx') !== undefined),
  }
}

const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
