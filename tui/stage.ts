import { refusal } from '../rules/refusal.ts'
import { Errand, type ErrandSettings, type News, orRejected } from './errand.ts'
import { functionKeysShown, type UsualKeys } from './f-keys.ts'
import type { Key } from './keys.ts'
import { type Layer, Layers } from './layers.ts'
import { type NoticeSettings, noticeOf, passOver } from './notices.ts'
import {
  type Face,
  faceOf,
  isCommand,
  isFunctionKey,
  isTooSmall,
  type Line,
  lineFor,
  linesShown,
  type Picture,
} from './picture.ts'
import { Resting } from './resting.ts'
import type { Change, Go, Notice, Opened, Outcome, Run, Size } from './screen.ts'
import { Ticking } from './ticking.ts'

export type StageSettings = ErrandSettings &
  NoticeSettings & {
    first: Opened
    size: Size
    /** What the F keys are called for whoever works now; those of the cash desk where nothing else is said. */
    functionKeys?: () => UsualKeys
  }

/**
 * The stack of screens, the one errand under way, and the keys that wait for it. Keys are taken in the order they
 * came: during an errand typing goes on at once, but a command waits, and all that follows it waits behind it.
 * A refusal, a bug or a stop drops what waits, for it was meant for a success that did not come, and says so.
 */
export class Stage {
  readonly #settings: StageSettings
  readonly #listeners = new Set<() => void>()
  readonly #ended = Promise.withResolvers<void>()
  readonly #layers: Layers
  readonly #ticking = new Ticking()
  readonly #resting = new Resting()
  #waiting: Key[] = []
  #errand: Errand | null = null
  #notice: Notice | null = null
  #help: string[] | null = null
  #isAskedToQuit = false
  #isOver = false
  #size: Size
  #face: Face | null = null
  #picture: Picture

  constructor(settings: StageSettings) {
    this.#settings = settings
    this.#size = settings.size
    this.#layers = new Layers(settings.first)
    this.#picture = this.#compose()
    this.#appear()
    this.#draw()
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
    this.#errand?.stop()
    this.#ticking.stop()
    this.#resting.stop()
    this.#ended.resolve()
  }

  #draw(): void {
    if (this.#isOver) return
    this.#picture = this.#compose()
    for (const listener of this.#listeners) listener()
  }

  #compose(): Picture {
    const face = this.#faceOfTop()
    const { functionKeys, texts } = this.#settings
    return {
      layer: face.layer.id,
      screen: face.layer.screen,
      state: face.state,
      title: face.title,
      lines: linesShown(face, this.#layers.isSingle, texts.back),
      functionKeys: functionKeysShown(face, functionKeys?.() ?? texts.functionKeys),
      notice: this.#notice,
      isWorking: this.#errand?.isSlow ?? false,
      help: this.#help,
      size: this.#size,
    }
  }

  #faceOfTop(): Face {
    const layer = this.#layers.top
    const { state } = layer
    if (this.#face?.layer === layer && this.#face.state === state) return this.#face
    const asked = this.#guarded(() => faceOf(layer))
    this.#face = asked ?? { layer, state, lines: [], title: this.#settings.texts.brokenScreen }
    return this.#face
  }

  #askToQuit(): void {
    const wouldLose = this.#errand !== null || this.#guarded(() => this.#layers.isDirty)
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
    if (this.#errand?.isRetrying && key.kind === 'key' && key.name === 'esc') {
      this.#errand.stop()
      return
    }
    this.#waiting.push(key)
    this.#takeWaiting()
  }

  #takeWaiting(): void {
    for (let key = this.#waiting[0]; key && !this.#isOver; key = this.#waiting[0]) {
      if (this.#errand && (this.#errand.holdsTyping || isCommand(this.#faceOfTop(), key))) return
      this.#waiting.shift()
      this.#take(key)
    }
  }

  #take(key: Key): void {
    if (this.#help) {
      this.#help = null
      return
    }
    const layer = this.#layers.top
    const line = lineFor(this.#faceOfTop(), key)
    if (line) this.#command(line, key)
    else if (isCommand(this.#faceOfTop(), key)) this.#ownCommand(key)
    else this.#type(layer, key)
  }

  #type(layer: Layer, key: Key): void {
    const before = layer.state
    this.#apply(layer, state => layer.screen.type(state, key))
    // What was refused is being put right: the reason is of what stood there.
    if (this.#notice?.tone === 'refused' && layer.state !== before) this.#notice = null
    this.#resting.typed(layer, rested => void this.#rest(rested))
  }

  async #rest(layer: Layer): Promise<void> {
    const { rest } = layer.screen
    if (!rest || this.#isOver) return
    this.#hear(layer, { change: rest.apply })
    try {
      const change = await rest.seek?.(layer.state)
      if (change) this.#hear(layer, { change })
    } catch (error) {
      passOver(error, this.#settings)
    }
  }

  #command(line: Line, key: Key): void {
    if (key.kind === 'text' && key.text.length > 1)
      this.#waiting.unshift({ kind: 'text', text: key.text.slice(1) })
    this.#notice = null
    if (line.refusal) {
      this.#fail(line.refusal)
      if (line.whenRefused) this.#apply(this.#layers.top, line.whenRefused)
    } else this.#begin(this.#layers.top, line.run, line.holdsTyping ?? false)
  }

  /** What the host itself answers to where the screen does not name it: F1, Esc, and F keys that are not here. */
  #ownCommand(key: Key): void {
    if (key.kind === 'text') return
    const { screen, state } = this.#layers.top
    if (key.name === 'f1' && screen.help) this.#help = this.#guarded(() => screen.help?.(state)) ?? null
    else if (isFunctionKey(key.name) && !screen.isBare)
      this.#fail(refusal('key.not_here', { key: key.name.toUpperCase() }))
    if (key.name === 'esc' && !this.#layers.isSingle) {
      this.#notice = null
      this.#go({ to: 'back', result: undefined })
    }
  }

  /** A run that answers at once is settled at once; any other is an errand, carried out while typing goes on. */
  #begin(layer: Layer, run: Run<unknown, unknown>, holdsTyping: boolean): void {
    const errand = new Errand(holdsTyping)
    const { state } = layer
    const attempt = () =>
      run(
        state,
        errand.api(news => this.#hear(layer, news)),
      )
    const firstTry = orRejected(attempt)
    if (!(firstTry instanceof Promise)) {
      this.#settle(layer, firstTry)
      return
    }
    this.#errand = errand
    errand
      .outcome(firstTry, attempt, this.#settings, () => this.#errandChanged(errand))
      .then(
        outcome => this.#finish(() => this.#settle(layer, outcome, errand.isRetrying)),
        error => this.#finish(() => this.#fail(error)),
      )
  }

  #errandChanged(errand: Errand): void {
    if (errand.isRetrying) this.#notice = { tone: 'fault', text: this.#settings.texts.connectionLost }
    this.#draw()
  }

  #finish(last: () => void): void {
    if (this.#isOver) return
    this.#errand = null
    last()
    this.#takeWaiting()
    this.#draw()
  }

  #hear(layer: Layer, news: News): void {
    if ('change' in news) this.#apply(layer, news.change)
    else this.#notice = { tone: 'done', text: news.notice }
    this.#draw()
  }

  #settle(layer: Layer, outcome: Outcome<unknown, unknown>, wasRetrying = false): void {
    if (wasRetrying) this.#notice = { tone: 'done', text: this.#settings.texts.connectionBack }
    if (!outcome) return
    if (outcome.notice) this.#notice = outcome.notice
    if (outcome.change) this.#apply(layer, outcome.change)
    if (outcome.go) this.#go(outcome.go)
  }

  #fail(error: unknown): void {
    const said = noticeOf(error, this.#settings)
    const isDropped = this.#waiting.length > 0
    this.#waiting = []
    this.#notice = isDropped ? { ...said, text: `${said.text} ${this.#settings.texts.notTaken}` } : said
  }

  #complain(error: unknown): void {
    this.#notice = noticeOf(error, this.#settings)
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

  #go(where: Go<unknown, unknown>): void {
    const { returned } = this.#layers.top
    if (where.to === 'quit' || !this.#layers.follow(where)) {
      this.quit()
      return
    }
    const answer = where.to === 'back' ? where.result : undefined
    if (answer !== undefined && returned)
      this.#apply(this.#layers.top, state => returned(state, answer as never))
    this.#appear()
  }

  #appear(): void {
    const layer = this.#layers.top
    const isBusy = () => this.#errand !== null
    this.#ticking.start(
      layer,
      isBusy,
      change => this.#hear(layer, { change }),
      error => passOver(error, this.#settings),
    )
    if (layer.screen.shown) this.#begin(layer, layer.screen.shown, false)
  }
}
