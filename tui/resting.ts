import type { Layer } from './layers.ts'

/** Waits until typing has rested, then lets the screen do what would be too much to redraw at every key. */
export class Resting {
  #timer: NodeJS.Timeout | undefined

  /** A key was typed: begins to wait anew. `onRest` is called once with the layer that was typed into. */
  typed(layer: Layer, onRest: (layer: Layer) => void): void {
    this.stop()
    const { rest } = layer.screen
    if (rest) this.#timer = setTimeout(() => onRest(layer), rest.after_ms)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
