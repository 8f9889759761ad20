import { Box } from 'ink'
import { Component, memo, type ReactNode, useMemo, useRef, useSyncExternalStore } from 'react'
import type { ScreenTexts } from '../../locales/bg/screens.ts'
import { isTooSmall, LEAST, type Picture } from '../picture.ts'
import type { Size } from '../screen.ts'
import type { Stage } from '../stage.ts'
import { widthOf, wrapped } from './fit.ts'
import { KeyBar, NoticeLines, noticeRows, type StatusItem, TopBar } from './frame.tsx'
import { barRows, type KeyCell } from './key-cells.ts'
import { Line } from './line.tsx'

type Texts = ScreenTexts['frame']

export type StageViewProps = {
  stage: Stage
  texts: ScreenTexts['frame']
  /** The town, beside the program's name in the top bar. */
  town: () => string
  /** What the right end of the top bar says. */
  status: () => readonly StatusItem[]
}

/** Draws what is on the stage: the top bar, the screen's own drawing or its help, the notice, the keys. */
export function StageView({ stage, texts, town, status }: StageViewProps): ReactNode {
  const picture = useSyncExternalStore(stage.subscribe, stage.picture)
  const { columns, rows } = picture.size
  const bar = useSteadyHeight(barRows(picture, columns), `${picture.layer} ${columns}`)
  if (isTooSmall(picture.size)) return <TooSmall size={picture.size} texts={texts} />
  const notice = noticeRows(picture.notice, columns - widthOf(texts.working) - 1)
  const room = { columns, rows: rows - 2 - bar.length - notice.length }
  return (
    <Box flexDirection="column" width={columns} height={rows - 1} overflow="hidden">
      <TopBar
        place={[texts.program, town()].filter(Boolean).join(' · ')}
        title={picture.title}
        status={status()}
        columns={columns}
      />
      <Box flexDirection="column" width={columns} height={room.rows} flexShrink={0} overflow="hidden">
        {picture.help ? (
          <Help lines={picture.help} texts={texts} size={room} />
        ) : (
          <Body picture={picture} stage={stage} columns={room.columns} rows={room.rows} />
        )}
      </Box>
      <NoticeLines
        rows={notice}
        tone={picture.notice?.tone ?? 'done'}
        working={picture.isWorking ? texts.working : ''}
      />
      <KeyBar rows={bar} />
    </Box>
  )
}

/** The bar with blank rows under it, as tall as it ever was on this screen: what stands over it keeps its place. */
function useSteadyHeight(bar: KeyCell[][], screen: string): KeyCell[][] {
  const tallest = useRef({ screen, rows: 0 })
  const before = tallest.current.screen === screen ? tallest.current.rows : 0
  const rows = Math.max(before, bar.length)
  tallest.current = { screen, rows }
  return [...bar, ...Array.from({ length: rows - bar.length }, (): KeyCell[] => [])]
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

const Help = memo(({ lines, texts, size }: { lines: string[]; texts: Texts; size: Size }): ReactNode => {
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
})

function TooSmall({ size, texts }: { size: Size; texts: Texts }): ReactNode {
  const lines = wrapped(texts.tooSmall(LEAST.columns, LEAST.rows), Math.max(1, size.columns - 1))
  return (
    <Box flexDirection="column" width={size.columns} height={Math.max(1, size.rows - 1)} overflow="hidden">
      {lines.map(line => (
        <Line key={line}>{line}</Line>
      ))}
    </Box>
  )
}
