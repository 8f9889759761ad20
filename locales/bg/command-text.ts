/** Help is the manual. Names of arguments and options are the program's; what stands between brackets is for people. */
export type CommandText = {
  does: string
  more: string
  args: Record<string, readonly [shown: string, meaning: string]>
  options: Record<string, readonly [shown: string, meaning: string]>
  examples: [command: string, meaning: string][]
}

/** A command’s text that keeps the names of its arguments and options in its type. */
export const command = <
  const Args extends CommandText['args'],
  const Options extends CommandText['options'],
>(text: {
  does: string
  more?: string
  args?: Args
  options?: Options
  examples: CommandText['examples']
}) => ({ more: '', args: {} as Args, options: {} as Options, ...text })

/** The same commands, arguments and options in another language. */
export type InOtherWords<Commands extends Record<string, CommandText>> = {
  [Name in keyof Commands]: Omit<CommandText, 'args' | 'options'> & {
    args: { [Arg in keyof Commands[Name]['args']]: readonly [string, string] }
    options: { [Option in keyof Commands[Name]['options']]: readonly [string, string] }
  }
}
