import type { Layer } from './layers.ts'
import type { Change } from './screen.ts'

type Tick = (change: Change<unknown>) => void

/** The background work of the screen on top: one tick after another, each begun when the last one is over. */
export class Ticking {
  #timer: NodeJS.Timeout | undefined
  #layer: Layer | null = null

  /** Ticks for this screen instead of the one before. `isBusy` puts a tick off; what a tick throws goes to `onError`. */
  start(layer: Layer, isBusy: () => boolean, onTick: Tick, onError: (error: unknown) => void): void {
    this.stop()
    const { tick } = layer.screen
    if (!tick) return
    this.#layer = layer
    this.#timer = setTimeout(async () => {
      try {
        if (!isBusy()) onTick(await tick.run(layer.state))
      } catch (error) {
        onError(error)
      }
      if (this.#layer === layer) this.start(layer, isBusy, onTick, onError)
    }, tick.every_ms)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#layer = null
  }
}
