import type { Go, Opened, Screen } from './screen.ts'

/** A screen in the stack, with its state as it now is and what the screen below does with its answer. */
export type Layer = {
  readonly id: number
  readonly screen: Screen<unknown, unknown>
  readonly returned: ((s: unknown, answer: never) => unknown) | null
  state: unknown
}

/** The stack of screens; there is always one on top. */
export class Layers {
  #made = 0
  #below: Layer[] = []
  #top: Layer

  constructor(first: Opened) {
    this.#top = this.#make(first, null)
  }

  get top(): Layer {
    return this.#top
  }

  get isSingle(): boolean {
    return this.#below.length === 0
  }

  get isDirty(): boolean {
    return [...this.#below, this.#top].some(layer => layer.screen.dirty?.(layer.state) ?? false)
  }

  /** Follows a push or a replace, leaves all for one, or goes back; false where there is nothing to go back to. */
  follow(where: Exclude<Go<unknown, unknown>, { to: 'quit' }>): boolean {
    if (where.to === 'push') {
      this.#below.push(this.#top)
      this.#top = this.#make(where.opened, where.returned)
      return true
    }
    if (where.to === 'replace') {
      this.#top = this.#make(where.opened, this.#top.returned)
      return true
    }
    if (where.to === 'only') {
      this.#below = []
      this.#top = this.#make(where.opened, null)
      return true
    }
    const below = this.#below.pop()
    if (below) this.#top = below
    return below !== undefined
  }

  #make(opened: Opened, returned: Layer['returned']): Layer {
    this.#made += 1
    return { id: this.#made, screen: opened.screen, state: opened.state, returned }
  }
}
