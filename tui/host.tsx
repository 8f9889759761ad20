import { type Instance, type RenderOptions, render } from 'ink'
import { StageView, type StageViewProps } from './parts/stage-view.tsx'
import { Stage, type StageSettings } from './stage.ts'
import { openTerminal, type TerminalIn, type TerminalOut } from './terminal.ts'

/** `town` and `status` are read at every redraw, so they must be at hand; `changed` tells that they changed. */
export type HostOptions = Omit<StageSettings, 'size' | 'onConnectionFault'> &
  Omit<StageViewProps, 'stage'> & {
    stdin: TerminalIn
    stdout: TerminalOut
    /** Brings the connection back before an operation is repeated. */
    onConnectionFault?: () => Promise<void>
  }

export type Host = {
  changed: () => void
  quit: () => void
  /** Settles when the host has ended and the terminal is given back. */
  ended: Promise<void>
}

const INK: RenderOptions = {
  alternateScreen: true,
  incrementalRendering: true,
  interactive: true,
  patchConsole: false,
  exitOnCtrlC: false,
  maxFps: 60,
}

/** Runs screens on a terminal until one quits, the clerk leaves, or the terminal goes away. */
export function startHost(options: HostOptions): Host {
  const { stdin, stdout, texts, town, status } = options
  let ink: Instance | null = null
  const terminal = openTerminal(stdin, stdout, {
    keys: keys => {
      if (keys.some(key => key.kind === 'key' && key.name === 'ctrl-l')) repaint()
      stage.press(keys.filter(key => key.kind === 'text' || key.name !== 'ctrl-l'))
    },
    resized: size => {
      stage.resize(size)
      repaint()
    },
    ended: () => stage.quit(),
    dying: () => ink?.unmount(),
  })
  const onConnectionFault = options.onConnectionFault ?? (async () => {})
  const stage = new Stage({ ...options, onConnectionFault, size: terminal.size() })
  const view = <StageView stage={stage} texts={texts} town={town} status={status} />
  ink = render(view, { ...INK, stdin: stdin as NodeJS.ReadStream, stdout: stdout as NodeJS.WriteStream })
  const repaint = () => {
    ink?.clear()
    terminal.erase()
    ink?.rerender(view)
  }
  const ended = untilEnded(stage, ink).finally(terminal.close)
  return { changed: () => stage.redraw(), quit: () => stage.quit(), ended }
}

async function untilEnded(stage: Stage, ink: Instance): Promise<void> {
  try {
    await Promise.race([stage.ended(), ink.waitUntilExit()])
  } finally {
    stage.quit()
    ink.unmount()
    await ink.waitUntilExit().catch(() => {})
  }
}
