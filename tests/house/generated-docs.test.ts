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
  const names = program.commands.flatMap(command =>
    command.commands.length === 0
      ? [command.name()]
      : command.commands.map(child => `${command.name()} ${child.name()}`),
  )
  expect(names.toSorted()).toEqual(Object.keys(bg).toSorted())
})

test.each([
  ['bg', bg],
  ['en', en],
] as const)('every example of the help in %s is a command with options that exist', async (lang, texts) => {
  const program = await programFor(null, openDoor(lang))
  const global = program.options.map(option => option.long)
  for (const [name, text] of Object.entries(texts))
    for (const [example] of text.examples) {
      if (example === 'gishe') continue
      expect(example).toMatch(new RegExp(`(^|=\\S+ |sudo )gishe ${name}( |$)`))
      const known = [...global, ...Object.keys(text.options).map(option => `--${option}`)]
      for (const [, used] of example.matchAll(/ (--[a-z-]+)/g)) expect(known, example).toContain(used)
    }
})
