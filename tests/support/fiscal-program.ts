import { flushCompileCache } from 'node:module'
import { deviceOf, type PrinterSettings } from '../../printers/printer.ts'
import type { Paper } from '../../rules/papers/paper.ts'

/** Prints one paper as a program of its own, and writes each note on stdout before it goes on. */
const { settings, paper } = JSON.parse(process.argv[2] ?? '') as { settings: PrinterSettings; paper: Paper }
// It is killed before it would keep what was compiled for its next start.
flushCompileCache()
await deviceOf(settings).print(paper, async note => {
  await new Promise(written => process.stdout.write(`${JSON.stringify(note)}\n`, written))
})
