import { Refusal } from '../rules/refusal.ts'
import { carryOut, Stopped } from './carry-out.ts'
import type { Key } from './keys.ts'
import { type Face, isTooSmall, type Layer, type Line, linesShown, type Picture } from './picture.ts'
import type { Change, Go, HostApi, Notice, Opened, Outcome, Run, Size } from './screen.ts'

export type StageTexts = {
  help: string
  back: string
  connectionLost: string
  connectionBack: string
  stopped: string
  bug: (incident: string) => string
  notTaken: string
  onceMore: string
  brokenScreen: string
}

export type StageSettings = {
  first: Opened
  size: Size
  texts: StageTexts
  describeRefusal: (refusal: Refusal) => string
  isConnectionFault: (error: unknown) => boolean
  onConnectionFault: () => Promise<void>
  /** Logs what was thrown and gives the number to tell the clerk. */
  onBug: (error: unknown) => string
}

const WORKING_AFTER_MS = 300

type Running = { stop: AbortController; holdsTyping: boolean; isRetrying: boolean }
type AnyRun = Run<unknown, unknown>
type AnyOutcome = Outcome<unknown, unknown>

/**
 * The stack of screens, the one operation that runs, and the keys that wait for it. Keys are taken in the order they
 * came: while an operation runs, typing goes on at once, but a command waits, and all that follows it waits behind it.
 * A refusal, a bug or a stop drops what waits, for it was meant for a success that did not come, and says so.
 */
export class Stage {
  readonly #settings: StageSettings
  readonly #listeners = new Set<() => void>()
  readonly #ended = Promise.withResolvers<void>()
  readonly #layers: [Layer, ...Layer[]]
  #layersMade = 0
  #waiting: Key[] = []
  #running: Running | null = null
  #notice: Notice | null = null
  #help: string[] | null = null
  #isWorking = false
  #isAskedToQuit = false
  #isOver = false
  #size: Size
  #face: Face | null = null
  #picture: Picture
  #tick: NodeJS.Timeout | undefined

  constructor(settings: StageSettings) {
    this.#settings = settings
    this.#size = settings.size
    this.#layers = [this.#layer(settings.first, null)]
    this.#appear()
    this.#picture = this.#compose()
  }

  readonly ended = (): Promise<void> => this.#ended.promise
  /** The same value as long as nothing changed. */
  readonly picture = (): Picture => this.#picture

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes keys in their order; one drawing for all of them. Ctrl-C never waits. */
  press(keys: readonly Key[]): void {
    for (const key of keys) {
      if (this.#isOver) return
      if (key.kind === 'key' && key.name === 'ctrl-c') this.#askToQuit()
      else if (!isTooSmall(this.#size)) this.#accept(key)
    }
    this.#draw()
  }

  resize(size: Size): void {
    this.#size = size
    this.#draw()
  }

  /** Asks the screen anew for its title and keys, and draws. */
  redraw(): void {
    this.#face = null
    this.#draw()
  }

  reportBug(error: unknown): void {
    this.#complain(error)
    this.#draw()
  }

  quit(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#running?.stop.abort()
    clearTimeout(this.#tick)
    this.#ended.resolve()
  }

  #draw(): void {
    if (this.#isOver) return
    this.#picture = this.#compose()
    for (const listener of this.#listeners) listener()
  }

  #compose(): Picture {
    const face = this.#faceOfTop()
    return {
      layer: face.layer.id,
      screen: face.layer.screen,
      state: face.state,
      title: face.title,
      lines: linesShown(face, this.#layers.length === 1, this.#settings.texts),
      notice: this.#notice,
      isWorking: this.#isWorking,
      help: this.#help,
      size: this.#size,
    }
  }

  #faceOfTop(): Face {
    const layer = this.#top()
    if (this.#face?.layer === layer && this.#face.state === layer.state) return this.#face
    const broken: Face = { layer, state: layer.state, title: this.#settings.texts.brokenScreen, lines: [] }
    const { screen, state } = layer
    const asked = this.#guarded(() => ({
      layer,
      state,
      lines: screen.keys(state),
      title: screen.title(state),
    }))
    this.#face = asked ?? broken
    return this.#face
  }

  #top(): Layer {
    return this.#layers.at(-1) ?? this.#layers[0]
  }

  #layer(opened: Opened, returned: Layer['returned']): Layer {
    this.#layersMade += 1
    return { id: this.#layersMade, screen: opened.screen, state: opened.state, returned }
  }

  #askToQuit(): void {
    const isUnfinished = (layer: Layer) => layer.screen.dirty?.(layer.state) ?? false
    const wouldLose = this.#running !== null || this.#layers.some(isUnfinished)
    if (this.#isAskedToQuit || !wouldLose) {
      this.quit()
      return
    }
    this.#isAskedToQuit = true
    this.#notice = { tone: 'refused', text: this.#settings.texts.onceMore }
  }

  #accept(key: Key): void {
    if (this.#isAskedToQuit) this.#notice = null
    this.#isAskedToQuit = false
    if (this.#running?.isRetrying && key.kind === 'key' && key.name === 'esc') {
      this.#running.stop.abort()
      return
    }
    this.#waiting.push(key)
    this.#takeWaiting()
  }

  #takeWaiting(): void {
    for (let key = this.#waiting[0]; key && !this.#isOver; key = this.#waiting[0]) {
      if (this.#running && (this.#running.holdsTyping || this.#isCommand(key))) return
      this.#waiting.shift()
      this.#take(key)
    }
  }

  #isCommand(key: Key): boolean {
    if (this.#lineOf(key)) return true
    return key.kind === 'key' && (key.name === 'enter' || key.name === 'esc' || /^f\d/.test(key.name))
  }

  #lineOf(key: Key): Line | undefined {
    const name = key.kind === 'text' ? key.text[0] : key.name
    return this.#faceOfTop().lines.find(line => line.key === name)
  }

  #take(key: Key): void {
    if (this.#help) {
      this.#help = null
      return
    }
    const line = this.#lineOf(key)
    if (line) this.#command(line, key)
    else if (this.#isCommand(key)) this.#ownCommand(key)
    else this.#apply(this.#top(), state => this.#top().screen.type(state, key))
  }

  #command(line: Line, key: Key): void {
    if (key.kind === 'text' && key.text.length > 1)
      this.#waiting.unshift({ kind: 'text', text: key.text.slice(1) })
    this.#notice = null
    if (line.refusal) this.#fail(line.refusal)
    else this.#begin(this.#top(), line.run, line.holdsTyping ?? false)
  }

  /** What the host itself answers to: F1 and Esc that the screen does not name. */
  #ownCommand(key: Key): void {
    const { screen, state } = this.#top()
    if (key.kind === 'key' && key.name === 'f1')
      this.#help = this.#guarded(() => screen.help?.(state)) ?? null
    if (key.kind === 'key' && key.name === 'esc' && this.#layers.length > 1) {
      this.#notice = null
      this.#go(this.#top(), { to: 'back', result: undefined })
    }
  }

  /** A run that answers at once is settled at once; any other is carried out while typing goes on. */
  #begin(layer: Layer, run: AnyRun, holdsTyping: boolean): void {
    const current: Running = { stop: new AbortController(), holdsTyping, isRetrying: false }
    const { state } = layer
    const attempt = () => run(state, this.#apiFor(layer, current.stop.signal))
    const firstTry = orRejected(attempt)
    if (!(firstTry instanceof Promise)) {
      this.#settle(layer, firstTry, false)
      return
    }
    this.#running = current
    const patience = setTimeout(() => this.#showWorking(current), WORKING_AFTER_MS)
    const finish = (last: () => void) => {
      clearTimeout(patience)
      this.#finish(last)
    }
    this.#carryOut(current, firstTry, attempt).then(
      outcome => finish(() => this.#settle(layer, outcome, current.isRetrying)),
      error => finish(() => this.#fail(error)),
    )
  }

  #carryOut(
    current: Running,
    firstTry: Promise<AnyOutcome>,
    again: () => ReturnType<AnyRun>,
  ): Promise<AnyOutcome> {
    let next: Promise<AnyOutcome> | null = firstTry
    return carryOut({
      attempt: async () => {
        const made = next ?? again()
        next = null
        return made
      },
      isConnectionFault: this.#settings.isConnectionFault,
      reopen: this.#settings.onConnectionFault,
      onFault: () => {
        current.isRetrying = true
        this.#notice = { tone: 'fault', text: this.#settings.texts.connectionLost }
        this.#draw()
      },
      stopped: current.stop.signal,
    })
  }

  #finish(last: () => void): void {
    if (this.#isOver) return
    this.#running = null
    this.#isWorking = false
    last()
    this.#takeWaiting()
    this.#draw()
  }

  #showWorking(current: Running): void {
    if (this.#running !== current) return
    this.#isWorking = true
    this.#draw()
  }

  #apiFor(layer: Layer, stopped: AbortSignal): HostApi<unknown> {
    const unlessStopped = (act: () => void) => {
      if (stopped.aborted) return
      act()
      this.#draw()
    }
    return {
      change: how => unlessStopped(() => this.#apply(layer, how)),
      notice: text =>
        unlessStopped(() => {
          this.#notice = { tone: 'done', text }
        }),
      stopped,
    }
  }

  #settle(layer: Layer, outcome: AnyOutcome, wasRetrying: boolean): void {
    if (wasRetrying) this.#notice = { tone: 'done', text: this.#settings.texts.connectionBack }
    if (!outcome) return
    if (outcome.notice) this.#notice = outcome.notice
    if (outcome.change) this.#apply(layer, outcome.change)
    if (outcome.go) this.#go(layer, outcome.go)
  }

  #fail(error: unknown): void {
    const { texts, describeRefusal } = this.#settings
    if (error instanceof Refusal) this.#notice = { tone: 'refused', text: describeRefusal(error) }
    else if (error instanceof Stopped) this.#notice = { tone: 'fault', text: texts.stopped }
    else this.#complain(error)
    if (this.#waiting.length === 0 || !this.#notice) return
    this.#waiting = []
    this.#notice = { ...this.#notice, text: `${this.#notice.text} ${texts.notTaken}` }
  }

  #complain(error: unknown): void {
    this.#notice = { tone: 'bug', text: this.#settings.texts.bug(this.#settings.onBug(error)) }
  }

  #guarded<T>(ask: () => T): T | undefined {
    try {
      return ask()
    } catch (error) {
      this.#complain(error)
      return undefined
    }
  }

  #apply(layer: Layer, how: Change<unknown>): void {
    this.#guarded(() => {
      layer.state = how(layer.state)
    })
  }

  #go(from: Layer, where: Go<unknown, unknown>): void {
    const isLeaving = where.to === 'back' && this.#layers.length === 1
    if (where.to === 'quit' || isLeaving) {
      this.quit()
      return
    }
    if (where.to !== 'push') this.#layers.pop()
    if (where.to === 'push') this.#layers.push(this.#layer(where.opened, where.returned))
    if (where.to === 'replace') this.#layers.push(this.#layer(where.opened, from.returned))
    if (where.to === 'back') this.#answer(from, where.result)
    this.#appear()
  }

  #answer({ returned }: Layer, result: unknown): void {
    if (result !== undefined && returned) this.#apply(this.#top(), state => returned(state, result as never))
  }

  #appear(): void {
    const layer = this.#top()
    this.#startTick(layer)
    if (layer.screen.shown) this.#begin(layer, layer.screen.shown, false)
  }

  #startTick(layer: Layer): void {
    clearTimeout(this.#tick)
    const { tick } = layer.screen
    if (!tick || this.#isOver) return
    this.#tick = setTimeout(async () => {
      if (!this.#running) await this.#tickOnce(layer, tick.run)
      if (this.#top() === layer) this.#startTick(layer)
    }, tick.every_ms)
  }

  async #tickOnce(
    layer: Layer,
    run: (s: unknown) => Promise<Change<unknown>> | Change<unknown>,
  ): Promise<void> {
    try {
      const how = await run(layer.state)
      this.#apply(layer, how)
      this.#draw()
    } catch (error) {
      if (!this.#settings.isConnectionFault(error) && !(error instanceof Refusal)) this.#settings.onBug(error)
    }
  }
}

function orRejected(attempt: () => ReturnType<AnyRun>): ReturnType<AnyRun> {
  try {
    return attempt()
  } catch (error) {
    return Promise.reject(error)
  }
}
