import { openDoor } from '../cli/door.ts'
import { programFor } from '../cli/program.ts'
import type { Lang } from '../rules/languages.ts'

const WIDTH = 100

/** The help of every command, in Bulgarian and in English, as the program prints it. */
export async function commandsPage(): Promise<string> {
  const parts = ['# Команди (commands)\n\nНаправено от програмата с `npm run docs`; не се редактира.\n']
  for (const [lang, title] of [
    ['bg', 'Български'],
    ['en', 'English'],
  ] as const)
    parts.push(`## ${title}\n`, ...(await helps(lang)))
  return `${parts.join('\n').trimEnd()}\n`
}

async function helps(lang: Lang): Promise<string[]> {
  const program = await programFor(null, openDoor(lang))
  return allOf(program).map(command => {
    let text = ''
    command.configureOutput({
      writeOut: piece => {
        text += piece
      },
      getOutHelpWidth: () => WIDTH,
      getOutHasColors: () => false,
    })
    command.configureHelp({ ...command.configureHelp(), helpWidth: WIDTH, showGlobalOptions: false })
    command.outputHelp()
    return `### ${nameOf(command)}\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n`
  })
}

type Program = Awaited<ReturnType<typeof programFor>>

const allOf = (command: Program): Program[] => [
  command,
  ...command.commands.flatMap(child => allOf(child as Program)),
]

const nameOf = (command: Program): string =>
  command.parent ? `${nameOf(command.parent as Program)} ${command.name()}` : command.name()
