import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDoor } from '../../cli/door.ts'
import { programFor } from '../../cli/program.ts'
import { commandsPage } from '../../docs/commands-page.ts'
import { refusalsPage } from '../../docs/refusals-page.ts'
import { commands as bg } from '../../locales/bg/commands.ts'
import { commands as en } from '../../locales/en/commands.ts'

const page = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

test('docs/commands.md and docs/refusals.md are what `npm run docs` writes', async () => {
  expect(page('commands.md')).toBe(await commandsPage())
  expect(page('refusals.md')).toBe(refusalsPage())
})

test('every command that has a text is in the program, and no other', async () => {
  const program = await programFor(null, openDoor('bg'))
  const names = program.commands.flatMap(command => [
    ...(command.commands.length === 0 || command.name() in bg ? [command.name()] : []),
    ...command.commands.map(child => `${command.name()} ${child.name()}`),
  ])
  expect(names.toSorted()).toEqual(Object.keys(bg).toSorted())
})

test.each([
  ['bg', bg],
  ['en', en],
] as const)('every example of the help in %s is a command with options that exist', async (lang, texts) => {
  const program = await programFor(null, openDoor(lang))
  const global = program.options.map(option => option.long)
  const names = Object.keys(texts).toSorted((one, other) => other.length - one.length)
  const commandOf = (example: string) => {
    const [, words = ''] = /^(?:sudo |\S+=\S+ )*gishe (.*)$/.exec(example) ?? []
    return names.find(name => `${words} `.startsWith(`${name} `)) as keyof typeof texts | undefined
  }
  for (const [name, text] of Object.entries(texts)) {
    const examples = text.examples.map(([example]) => example).filter(example => example !== 'gishe')
    for (const example of examples) {
      const command = commandOf(example)
      expect(command, example).toBeDefined()
      const own = Object.keys(texts[command!].options).map(option => `--${option}`)
      const known = [...global, ...own, ...(own.includes('--csv') ? ['--xlsx'] : [])]
      for (const [, used] of example.matchAll(/ (--[a-z-]+)/g)) expect(known, example).toContain(used)
    }
    if (examples.length > 0) expect(examples.map(commandOf), name).toContain(name)
  }
})
