import { Box, render } from 'ink'
import { Component, memo, type ReactNode, useMemo, useSyncExternalStore } from 'react'
import type { ScreenTexts } from '../locales/bg/screens.ts'
import type { Refusal } from '../rules/refusal.ts'
import { wrapped } from './parts/fit.ts'
import { KeyBar, NoticeLine, type StatusItem, TopBar } from './parts/frame.tsx'
import { keyRows } from './parts/key-cells.ts'
import { Line } from './parts/line.tsx'
import { isTooSmall, LEAST, type Picture } from './picture.ts'
import type { Opened, Size } from './screen.ts'
import { Stage } from './stage.ts'
import { openTerminal, type TerminalIn, type TerminalOut } from './terminal.ts'

export type HostOptions = {
  stdin: TerminalIn
  stdout: TerminalOut
  first: Opened
  texts: ScreenTexts['frame']
  /** The town, beside the program's name in the top bar. */
  town: () => string
  /** What the right end of the top bar says; read at every redraw, so it must be at hand. */
  status: () => readonly StatusItem[]
  describeRefusal: (refusal: Refusal) => string
  isConnectionFault: (error: unknown) => boolean
  /** Brings the connection back before an operation is repeated. */
  onConnectionFault?: () => Promise<void>
  /** Logs a bug and gives the number of the incident. */
  onBug: (error: unknown) => string
}

export type Host = {
  /** The status changed: draw it. */
  changed: () => void
  quit: () => void
  /** Settles when the host has ended and the terminal is given back. */
  ended: Promise<void>
}

/** Runs screens on a terminal until one quits, the clerk leaves, or the terminal goes away. The only place with effects. */
export function startHost(options: HostOptions): Host {
  const { stdin, stdout } = options
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
    dying: () => ink.unmount(),
  })
  const stage = new Stage({
    ...options,
    size: terminal.size(),
    onConnectionFault: options.onConnectionFault ?? (async () => {}),
  })
  const app = <App stage={stage} options={options} />
  const ink = render(app, {
    stdin: stdin as NodeJS.ReadStream,
    stdout: stdout as NodeJS.WriteStream,
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 60,
  })
  const repaint = () => {
    ink.clear()
    terminal.erase()
    ink.rerender(app)
  }
  const run = async () => {
    try {
      await Promise.race([stage.ended(), ink.waitUntilExit()])
    } finally {
      stage.quit()
      ink.unmount()
      await ink.waitUntilExit().catch(() => {})
      terminal.close()
    }
  }
  return { changed: () => stage.redraw(), quit: () => stage.quit(), ended: run() }
}

function App({ stage, options }: { stage: Stage; options: HostOptions }): ReactNode {
  const picture = useSyncExternalStore(stage.subscribe, stage.picture)
  const { columns, rows } = picture.size
  if (isTooSmall(picture.size)) return <TooSmall size={picture.size} texts={options.texts} />
  const { texts } = options
  const bar = keyRows(picture.lines, columns)
  const room = { columns, rows: rows - 3 - bar.length }
  return (
    <Box flexDirection="column" width={columns} height={rows - 1} overflow="hidden">
      <TopBar
        place={`${texts.program} · ${options.town()}`}
        title={picture.title}
        status={options.status()}
        columns={columns}
      />
      <Box flexDirection="column" width={columns} height={room.rows} flexShrink={0} overflow="hidden">
        {picture.help ? (
          <Help lines={picture.help} texts={texts} size={room} />
        ) : (
          <Body picture={picture} stage={stage} columns={room.columns} rows={room.rows} />
        )}
      </Box>
      <NoticeLine
        notice={picture.notice}
        working={picture.isWorking ? texts.working : null}
        columns={columns}
      />
      <KeyBar rows={bar} />
    </Box>
  )
}

type BodyProps = { picture: Picture; stage: Stage; columns: number; rows: number }

/** The screen's own drawing; the same element for the same state, so React leaves it alone while the frame changes. */
function Body({ picture, stage, columns, rows }: BodyProps): ReactNode {
  const { screen, state } = picture
  const element = useMemo(
    () => <screen.View state={state} size={{ columns, rows }} />,
    [screen, state, columns, rows],
  )
  return (
    <ViewGuard key={picture.layer} onBug={error => stage.reportBug(error)}>
      {element}
    </ViewGuard>
  )
}

type GuardProps = { children: ReactNode; onBug: (error: unknown) => void }

type GuardState = { drawn: ReactNode; isBroken: boolean }

/** A drawing that fails leaves an empty body and a notice; the next state is drawn again. React wants a class for this. */
class ViewGuard extends Component<GuardProps, GuardState> {
  override state: GuardState = { drawn: null, isBroken: false }

  static getDerivedStateFromError(): Partial<GuardState> {
    return { isBroken: true }
  }

  static getDerivedStateFromProps(props: GuardProps, state: GuardState): GuardState | null {
    return props.children === state.drawn ? null : { drawn: props.children, isBroken: false }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onBug(error)
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children
  }
}

const Help = memo(
  ({ lines, texts, size }: { lines: string[]; texts: HostOptions['texts']; size: Size }): ReactNode => {
    const body = lines.flatMap(line => wrapped(line, size.columns - 4)).slice(0, size.rows - 4)
    return (
      <Box flexDirection="column" paddingX={2}>
        <Line tone="title">{texts.helpTitle}</Line>
        <Line> </Line>
        {body.map((line, index) => (
          <Line key={index}>{line === '' ? ' ' : line}</Line>
        ))}
        <Line> </Line>
        <Line tone="dim">{texts.helpCloses}</Line>
      </Box>
    )
  },
)

function TooSmall({ size, texts }: { size: Size; texts: HostOptions['texts'] }): ReactNode {
  const lines = wrapped(texts.tooSmall(LEAST.columns, LEAST.rows), Math.max(1, size.columns - 1))
  return (
    <Box flexDirection="column" width={size.columns} height={Math.max(1, size.rows - 1)} overflow="hidden">
      {lines.map(line => (
        <Line key={line}>{line}</Line>
      ))}
    </Box>
  )
}
