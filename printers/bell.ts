/** Waiting that can be ended: `rest` by a ring or the end, `hold` by the end only. A ring during work is not lost. */
export type Bell = {
  ring(): void
  end(): void
  ended(): boolean
  /** True when it was rung, false when the time ran out. */
  rest(ms: number): Promise<boolean>
  hold(ms: number): Promise<void>
}

export function createBell(): Bell {
  let rung = false
  let over = false
  let stir: () => void = () => undefined

  const wait = (ms: number, enough: () => boolean): Promise<void> =>
    new Promise(resolve => {
      if (enough()) return resolve()
      const timer = setTimeout(resolve, ms)
      stir = () => {
        if (!enough()) return
        clearTimeout(timer)
        resolve()
      }
    })

  return {
    ring() {
      rung = true
      stir()
    },
    end() {
      over = true
      stir()
    },
    ended: () => over,
    async rest(ms) {
      await wait(ms, () => rung || over)
      const wasRung = rung
      rung = false
      return wasRung
    },
    hold: ms => wait(ms, () => over),
  }
}
