import { carryOut } from './carry-out.ts'
import type { Change, HostApi, Outcome } from './screen.ts'

type AnyOutcome = Outcome<unknown, unknown>
export type Attempt = () => Promise<AnyOutcome> | AnyOutcome

export type ErrandSettings = {
  isConnectionFault: (error: unknown) => boolean
  onConnectionFault: () => Promise<void>
}

/** What a run tells while it is under way. */
export type News = { change: Change<unknown> } | { notice: string }

const SLOW_AFTER_MS = 300

/** One operation under way: how long it takes already, whether it is waiting for the line, and the means to stop it. */
export class Errand {
  /** What is typed meanwhile waits for the screen it leads to. */
  readonly holdsTyping: boolean
  isSlow = false
  isRetrying = false
  readonly #stop = new AbortController()

  constructor(holdsTyping: boolean) {
    this.holdsTyping = holdsTyping
  }

  get stopped(): AbortSignal {
    return this.#stop.signal
  }

  stop(): void {
    this.#stop.abort()
  }

  /** What the run may do while it is under way; once stopped, nobody hears of it. */
  api(hear: (news: News) => void): HostApi<unknown> {
    const tell = (news: News) => {
      if (!this.stopped.aborted) hear(news)
    }
    return { change: change => tell({ change }), notice: notice => tell({ notice }), stopped: this.stopped }
  }

  /** The outcome of the first try, or of the same attempt repeated after the line came back. `onChange` tells of isSlow and isRetrying. */
  async outcome(
    firstTry: Promise<AnyOutcome>,
    again: Attempt,
    settings: ErrandSettings,
    onChange: () => void,
  ): Promise<AnyOutcome> {
    const patience = setTimeout(() => {
      this.isSlow = true
      onChange()
    }, SLOW_AFTER_MS)
    let next: Promise<AnyOutcome> | null = firstTry
    try {
      return await carryOut({
        attempt: async () => {
          const made = next ?? again()
          next = null
          return made
        },
        isConnectionFault: settings.isConnectionFault,
        reopen: settings.onConnectionFault,
        onFault: () => {
          this.isRetrying = true
          onChange()
        },
        stopped: this.stopped,
      })
    } finally {
      clearTimeout(patience)
    }
  }
}

/** What an attempt gives; what it throws before its first await, as a rejection like any other. */
export function orRejected(attempt: Attempt): ReturnType<Attempt> {
  try {
    return attempt()
  } catch (error) {
    return Promise.reject(error)
  }
}
