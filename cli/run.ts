import type { Lang } from '../rules/languages.ts'
import { openDoor } from './door.ts'
import { EXIT, exitCodeOf, exitCodeOfBug } from './exits.ts'
import { languageOf } from './language.ts'
import { programFor } from './program.ts'

/** Runs one command line; gives back its exit code. Whoever closes the pipe early has read enough; a terminal may go. */
export async function run(args: readonly string[]): Promise<number> {
  process.stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0)
    if (!process.stdout.isTTY) throw error
  })
  let lang: Lang = 'bg'
  process.on('uncaughtException', error => fallDown(error, lang))
  try {
    lang = languageOf(args, process.env)
    const door = openDoor(lang)
    const program = await programFor(withoutNothing(args), door)
    await program.parseAsync(withoutNothing(args), { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return exitCodeOf(error, lang, args.includes('--json'))
  }
}

/** For what is thrown outside of all that is awaited. The screens give the terminal back first, then a word is said. */
function fallDown(error: unknown, lang: Lang): never {
  process.once('exit', () => {
    process.exitCode = exitCodeOfBug(error, lang)
  })
  process.exit(EXIT.bug)
}

const TOLD_TO_THE_DESK = ['--lang', '--user', '--password-file', '--desk']

/** `gishe` alone, or with who works and where, is the desk where there is somebody to sit at it, else the help. */
function withoutNothing(args: readonly string[]): readonly string[] {
  const bare = args.every(
    (arg, at) =>
      [...TOLD_TO_THE_DESK, '--training'].includes(arg) ||
      TOLD_TO_THE_DESK.some(option => arg.startsWith(`${option}=`) || args[at - 1] === option),
  )
  if (!bare) return args
  return [...args, process.stdin.isTTY && process.stdout.isTTY ? 'desk' : '--help']
}
