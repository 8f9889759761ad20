import { expect, test } from 'vitest'
import { deviceOf } from '../../printers/printer.ts'
import { emulatedPrinter, printerOnTcp } from '../support/emulated-printer.ts'

test.each([
  [{}, ['online', 'cover_closed', 'no_error', 'paper_there']],
  [{ nearEnd: true }, ['online', 'cover_closed', 'no_error', 'paper_near_end']],
  [{ coverOpen: true }, ['offline', 'cover_open', 'no_error', 'paper_there']],
  [{ paperOut: true }, ['offline', 'cover_closed', 'stopped_by_paper_end', 'no_error', 'paper_end']],
  [{ mute: true }, ['no_answer', 'no_answer', 'no_answer', 'no_answer']],
] as const)('with %o each question about its state is answered in words', async (faults, words) => {
  const printer = emulatedPrinter(faults)
  const { port, stop } = await printerOnTcp(printer)
  const answers = (await deviceOf({ profile: 'epson-80', line: `tcp://127.0.0.1:${port}` }).answers?.()) ?? []
  expect(answers.map(({ question }) => question)).toEqual([1, 2, 3, 4].map(n => `DLE EOT ${n}`))
  expect(answers.flatMap(answer => answer.words)).toEqual(words)
  await stop()
})

test('a printer that answers nothing has no answers', () => {
  expect(deviceOf({ profile: 'escpos-80', line: 'tcp://127.0.0.1:9' }).answers).toBeUndefined()
})
