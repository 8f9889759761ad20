import type { ReactNode } from 'react'
import type { Refusal } from '../rules/refusal.ts'
import type { Key, KeyName } from './keys.ts'

export type Size = { columns: number; rows: number }

/** Digits are command keys where a screen is a menu; letters never are: under another layout they do not arrive. */
export type CommandKey = Exclude<KeyName, 'ctrl-c' | 'ctrl-l'> | `${number}`

/**
 * One screen: data and pure functions; React only draws and only the host has effects.
 * `S` is the screen's state, `R` what it answers to the screen below it with `back(result)`.
 */
export type Screen<S, R = void> = {
  title: (s: S) => string
  /** The commands, in the order they are shown. Esc (back) and F1 (help) come by themselves unless declared. */
  keys: (s: S) => KeyLine<S, R>[]
  /** Everything typed: text, Backspace, Delete, arrows, Home, End, Tab, PageUp, PageDown; never a key that `keys` names. */
  type: (s: S, key: Key) => S
  /** Draws the state into `size`, the room between the top bar and the notice line. */
  View: (p: { state: S; size: Size }) => ReactNode
  /** Shows only the F keys that it declares: nobody works at it yet. */
  isBare?: boolean
  /** Lines of the F1 page. */
  help?: (s: S) => string[]
  /** True while leaving would lose something: then Ctrl-C asks once more. */
  dirty?: (s: S) => boolean
  /** Runs each time the screen comes to the top (opened, or returned to): loads what it shows. */
  shown?: Run<S, R>
  /**
   * Applied once typing has rested: what would be too much to redraw at every key, e.g. a list of what was found. `seek` then
   * asks the office in the background; its answer is applied to the state as it then is, and its faults are passed over.
   */
  rest?: { after_ms: number; apply: Change<S>; seek?: (s: S) => Promise<Change<S> | null> }
  /** Runs in the background while the screen is on top; never blocks, its faults are passed over in silence. */
  tick?: { every_ms: number; run: (s: S) => Promise<Change<S>> | Change<S> }
}

export type KeyLine<S, R = void> = {
  key: CommandKey
  label: string
  /** Why it is off now: shown dimmed, the reason said when it is pressed. */
  refusal?: Refusal | null
  /** Applied where it is pressed although it is off, e.g. the cursor goes to what is missing. */
  whenRefused?: Change<S>
  /** Works but is not shown in the bar, e.g. the digits of a menu that shows them itself. */
  quiet?: boolean
  /** What is typed while it runs belongs to the screen it leads to: it waits, instead of going to this one. */
  holdsTyping?: boolean
  run: Run<S, R>
}

/** The same run is repeated with the same `s` after a lost connection: mint ids in the state, never in the run. */
export type Run<S, R = void> = (s: S, host: HostApi<S>) => Promise<Outcome<S, R>> | Outcome<S, R>

/** A change is applied to the state as it then is, so that what was typed meanwhile stays. */
export type Change<S> = (s: S) => S

// biome-ignore lint/suspicious/noConfusingVoidType: a run that has nothing to say returns nothing
export type Outcome<S, R = void> = void | { change?: Change<S>; notice?: Notice; go?: Go<S, R> }

/** `done` is news, `refused` a designed no, `fault` a line or device that fails, `bug` ours. */
export type Notice = { tone: 'done' | 'refused' | 'fault' | 'bug'; text: string }

export type HostApi<S> = {
  /** Shows how far a long run has come. */
  change: (change: Change<S>) => void
  notice: (text: string) => void
  /** Aborted when the clerk stops the run, or leaves. */
  stopped: AbortSignal
}

export type Go<S, R = void> =
  | { to: 'push'; opened: Opened; returned: ((s: S, result: never) => S) | null }
  | { to: 'replace'; opened: Opened }
  | { to: 'only'; opened: Opened }
  | { to: 'back'; result: R | undefined }
  | { to: 'quit' }

/** A screen together with its state, the types sealed: only `open` makes one, so the two always fit. */
export type Opened = { readonly screen: Screen<unknown, unknown>; readonly state: unknown }

export const open = <S, R>(screen: Screen<S, R>, state: S): Opened => ({
  screen: screen as unknown as Screen<unknown, unknown>,
  state,
})

type Made<S, R> = Exclude<Outcome<S, R>, void>

/** The state moves on, and perhaps a word is said about it. */
export const change = <S, R = void>(how: Change<S>, said?: string): Made<S, R> =>
  said === undefined ? { change: how } : { change: how, notice: { tone: 'done', text: said } }

export const say = <S, R = void>(text: string): Made<S, R> => ({ notice: { tone: 'done', text } })

/** Opens a screen over this one; `returned` takes its answer when it closes with one. */
export const push = <S, T, A>(
  screen: Screen<T, A>,
  state: T,
  returned?: (s: S, answer: A) => S,
): Made<S, never> => ({
  go: { to: 'push', opened: open(screen, state), returned: (returned as (s: S, result: never) => S) ?? null },
})

export const replace = <S, T, A>(screen: Screen<T, A>, state: T): Made<S, never> => ({
  go: { to: 'replace', opened: open(screen, state) },
})

/** Leaves all that is open for the screen that `leave` opens when it is done. */
export async function leaveBy<S>(leave: () => Promise<Opened>): Promise<Made<S, never>> {
  return { go: { to: 'only', opened: await leave() } }
}

export const back = <S, R>(result?: R): Made<S, R> => ({ go: { to: 'back', result } })

export const quit = <S>(): Made<S, never> => ({ go: { to: 'quit' } })
