import { PassThrough, Writable } from 'node:stream'
import xterm from '@xterm/headless'
import type { Size } from '../../kiosk/screens/picture.ts'
import { openStage, type Stage, type StageInput } from '../../kiosk/screens/stage.ts'

export type StageTerminal = {
  stage: Stage
  inputs: StageInput[]
  /** What somebody sees, without blanks at the ends of lines. */
  frame: () => Promise<string>
  send: (bytes: string | Buffer) => Promise<void>
  /** What was written since the last call. */
  written: () => string
  resize: (size: Size) => Promise<void>
}

/** A stage on a terminal of its own, drawn by xterm. */
export function openStageTerminal({ columns, rows }: Size): StageTerminal {
  const term = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  let bytes = ''
  const input = new PassThrough()
  const write = (chunk: Buffer, _: string, done: () => void) => {
    bytes += chunk.toString()
    term.write(chunk, done)
  }
  const output = Object.assign(new Writable({ write }), { isTTY: true, columns, rows })
  const stage = openStage(input, output)
  const inputs: StageInput[] = []
  stage.onInput(one => inputs.push(one))
  const settled = async () => {
    await new Promise(resolve => setImmediate(resolve))
    await new Promise<void>(resolve => term.write('', resolve))
  }
  return {
    stage,
    inputs,
    frame: async () => {
      await settled()
      const { active } = term.buffer
      return Array.from({ length: term.rows }, (_, index) =>
        (active.getLine(index)?.translateToString(true) ?? '').trimEnd(),
      ).join('\n')
    },
    send: async sent => {
      input.write(sent)
      await settled()
    },
    written: () => {
      const now = bytes
      bytes = ''
      return now
    },
    resize: async size => {
      term.resize(size.columns, size.rows)
      Object.assign(output, size)
      output.emit('resize')
      await settled()
    },
  }
}
