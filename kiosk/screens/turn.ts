import type { Face, Origin } from '../../rules/kiosks.ts'
import type { Lang } from '../../rules/languages.ts'
import type { Configuration } from '../../web/contract.ts'
import { onTechnician, TECHNICIAN_MS } from './technician-turn.ts'

export type FollowUp = NonNullable<Configuration['followUp']>

/** What a finger or mouse can touch. */
export type Zone =
  | { what: 'face'; face: Face }
  | { what: 'reason'; code: string }
  | { what: 'skip' }
  | { what: 'language' }
  | { what: 'leave' }
  /** A key of the technician's keypad on the screen; `0` is also the upper left corner of the question. */
  | { what: 'digit'; digit: number }
  | { what: 'enter' }
  | { what: 'erase' }

/** Which button box sent a press, and its own number there. */
export type FromBox = { id: number; seq: number } | null

/** What happens to the device: what people press, what became of an act, and time going by. */
export type TurnEvent =
  | { kind: 'digit'; digit: number }
  | { kind: 'touch'; zone: Zone }
  | { kind: 'enter' }
  | { kind: 'erase' }
  | { kind: 'star' }
  | { kind: 'box'; face: Face; box: FromBox }
  /** The answer to the act `press`: it is durable under this number, or it could not be kept. */
  | { kind: 'kept'; seq: number }
  | { kind: 'refused' }
  /** The answer to the act `pin`. */
  | { kind: 'pin'; isRight: boolean }
  | { kind: 'tick' }

/** What the device must do at once, in this order; the answer to `press` and `pin` comes back as an event. */
export type TurnAct =
  | { act: 'press'; askId: string; face: Face; origin: Origin; box: FromBox; isTest: boolean }
  | { act: 'giveReason'; seq: number; code: string }
  | { act: 'close'; seq: number }
  | { act: 'pin'; typed: string }

/** What is on the screen; `ends` is when it gives way by itself. */
export type Shown =
  | { at: 'question' }
  /** A face was pressed and is being made durable. */
  | { at: 'keeping'; face: Face; ends: number }
  | { at: 'follow_up'; seq: number; face: Face; asked: FollowUp; opens: number; ends: number }
  | { at: 'thanks'; ends: number }
  | { at: 'sorry'; ends: number }
  | { at: 'unready' }
  | { at: 'pin'; typed: string; isWrong: boolean; ends: number }
  | { at: 'technician'; tried: Tried; ends: number }

/** The last test press: under way, kept under a number, or not kept. */
export type Tried = { face: Face; seq: number | 'keeping' | 'refused' } | null

export type Turn = {
  shown: Shown
  lang: Lang
  /** When the other language gives way to Bulgarian, if nobody presses anything. */
  langEnds: number | null
  /** When `0` was pressed lately. */
  zeros: readonly number[]
  /** The digit or face last pressed here, for keys that are held down and buttons that bounce. */
  last: { digit: number; ms: number } | null
}

export const FIRST_TURN: Turn = {
  shown: { at: 'unready' },
  lang: 'bg',
  langEnds: null,
  zeros: [],
  last: null,
}

export type Turned = { turn: Turn; acts: TurnAct[] }

/** By what an event is judged. */
export type Now = { configuration: Configuration | null; ms: number }

const SORRY_MS = 6_000
const LANGUAGE_MS = 30_000
/** A press that is not durable after this long never will be told of as if it were. */
const KEEPING_MS = 3_000
/** A held key repeats within this time (the Linux console begins after 250 ms). */
const HELD_MS = 300
/** A follow-up takes no answer before somebody could have seen it. */
const UNSEEN_MS = 500
const ZEROS = { times: 3, withinMs: 2_000 } as const

/**
 * What an event makes of the screen, and what must be done. The configuration is null while the device may not ask (not enrolled,
 * revoked, nothing heard yet). Times are milliseconds of a clock that never goes back. Thanks are reached through the event `kept` only.
 */
export function on(turn: Turn, given: TurnEvent, configuration: Configuration | null, nowMs: number): Turned {
  const now: Now = { configuration, ms: nowMs }
  const event = asKey(given)
  const before = settled(passed(turn, now), configuration)
  if (event.kind === 'tick') return before
  const { acts, turn: next } = answer(before.turn, event, now)
  return settled({ turn: next, acts: [...before.acts, ...acts] }, configuration)
}

/** A key that is touched on the screen is that key. */
function asKey(event: TurnEvent): TurnEvent {
  if (event.kind !== 'touch') return event
  const { zone } = event
  if (zone.what === 'digit') return { kind: 'digit', digit: zone.digit }
  return zone.what === 'enter' || zone.what === 'erase' ? { kind: zone.what } : event
}

/** When something will change by itself: a tick is due then, and not before. */
export const nextMs = ({ shown, langEnds }: Turn): number | null => ('ends' in shown ? shown.ends : langEnds)

/** What time alone has changed. */
function passed(turn: Turn, now: Now): Turned {
  const { shown } = turn
  if ('ends' in shown && shown.ends <= now.ms)
    return shown.at === 'follow_up' ? over(turn, shown.seq, now) : startedAnew(turn, now)
  const isLangOver = turn.langEnds !== null && turn.langEnds <= now.ms && !('ends' in shown)
  return { turn: isLangOver ? { ...turn, lang: 'bg', langEnds: null } : turn, acts: [] }
}

/** A screen that never came to an end in words of its own: back to the first, or to «sorry» for a press nobody answered for. */
const startedAnew = (turn: Turn, now: Now): Turned =>
  turn.shown.at === 'keeping'
    ? { turn: { ...turn, shown: { at: 'sorry', ends: now.ms + SORRY_MS } }, acts: [] }
    : { turn: atQuestion(turn), acts: [] }

/** The question is shown exactly while there is one. */
function settled({ turn, acts }: Turned, configuration: Configuration | null): Turned {
  const { at } = turn.shown
  if (at === 'question' && !configuration) return { turn: { ...turn, shown: { at: 'unready' } }, acts }
  if (at === 'unready' && configuration) return { turn: atQuestion(turn), acts }
  return { turn, acts }
}

const atQuestion = (turn: Turn): Turn => ({
  ...turn,
  shown: { at: 'question' },
  lang: 'bg',
  langEnds: null,
})

function answer(turn: Turn, event: TurnEvent, now: Now): Turned {
  const { shown } = turn
  if (event.kind === 'kept' && !isAwaited(shown)) return { turn, acts: [{ act: 'close', seq: event.seq }] }
  if (shown.at === 'technician' || (shown.at === 'pin' && event.kind !== 'box'))
    return onTechnician(turn, shown, event, now) ?? nothing(atQuestion(turn))
  if (event.kind === 'star') return nothing(inOtherLanguage(turn, now))
  if (event.kind === 'touch' && event.zone.what === 'language') return nothing(inOtherLanguage(turn, now))
  if (shown.at === 'keeping') return onKept(turn, shown.face, event, now)
  if (event.kind === 'box') return pressed(turn, event.face, 'box', event.box, now)
  const face = faceOf(event)
  const held = turn.last
  const isHeld =
    face !== null &&
    held?.digit === face &&
    now.ms - held.ms < Math.min(HELD_MS, now.configuration?.pace.repeatMs ?? 0)
  const next = face === null ? turn : { ...turn, last: { digit: face, ms: now.ms } }
  if (isHeld) return nothing(next)
  if (shown.at === 'follow_up') return onFollowUp(next, shown, event, now)
  if (event.kind === 'digit' && event.digit === 0) return nothing(withZero(next, now))
  if (face === null) return nothing(next)
  return pressed(next, face, event.kind === 'touch' ? 'touch' : 'keys', null, now)
}

/** A word of a press that was given up before it came still ends that press, or it would hold back all after it. */
const isAwaited = (shown: Shown): boolean =>
  shown.at === 'keeping' || (shown.at === 'technician' && shown.tried?.seq === 'keeping')

const nothing = (turn: Turn): Turned => ({ turn, acts: [] })

function faceOf(event: TurnEvent): Face | null {
  if (event.kind === 'touch') return event.zone.what === 'face' ? event.zone.face : null
  return event.kind === 'digit' ? (FACES.find(face => face === event.digit) ?? null) : null
}

const FACES = [1, 2, 3, 4, 5] as const

/** A new press; a follow-up that nobody answered yet is over, for this is somebody else, who begins in Bulgarian. */
function pressed(turn: Turn, face: Face, origin: Origin, box: FromBox, now: Now): Turned {
  const { configuration } = now
  if (!configuration || face > configuration.faces) return nothing(turn)
  const { askId } = configuration
  const open: TurnAct[] = turn.shown.at === 'follow_up' ? [{ act: 'close', seq: turn.shown.seq }] : []
  const lang = turn.shown.at === 'follow_up' || turn.shown.at === 'thanks' ? 'bg' : turn.lang
  return {
    turn: { ...turn, lang, shown: { at: 'keeping', face, ends: now.ms + KEEPING_MS } },
    acts: [...open, { act: 'press', askId, face, origin, box, isTest: false }],
  }
}

function onKept(turn: Turn, face: Face, event: TurnEvent, now: Now): Turned {
  if (event.kind === 'refused') return nothing({ ...turn, shown: { at: 'sorry', ends: now.ms + SORRY_MS } })
  if (event.kind !== 'kept') return nothing(turn)
  const { configuration } = now
  const asked = configuration?.followUp
  if (!asked || face > asked.upTo) return over(turn, event.seq, now)
  const waits = configuration.pace.followUp * 1_000
  const opens = now.ms + Math.min(UNSEEN_MS, waits / 4)
  const shown: Shown = { at: 'follow_up', seq: event.seq, face, asked, opens, ends: now.ms + waits }
  return nothing({ ...turn, shown, langEnds: null })
}

function onFollowUp(turn: Turn, shown: Shown & { at: 'follow_up' }, event: TurnEvent, now: Now): Turned {
  if (now.ms < shown.opens) return nothing(turn)
  const code = reasonOf(event, shown.asked)
  if (code === null) return nothing(turn)
  const { turn: next, acts } = over(turn, shown.seq, now)
  return {
    turn: next,
    acts: code === 'skip' ? acts : [{ act: 'giveReason', seq: shown.seq, ...code }, ...acts],
  }
}

function reasonOf(event: TurnEvent, { reasons }: FollowUp): { code: string } | 'skip' | null {
  if (event.kind === 'digit') {
    const reason = reasons[event.digit - 1]
    return event.digit === 0 ? 'skip' : reason ? { code: reason.code } : null
  }
  if (event.kind !== 'touch') return null
  if (event.zone.what === 'skip') return 'skip'
  return event.zone.what === 'reason' ? { code: event.zone.code } : null
}

/** The press is whole and may be sent; its thanks are due. */
const over = (turn: Turn, seq: number, now: Now): Turned => ({
  turn: {
    ...turn,
    shown: { at: 'thanks', ends: now.ms + (now.configuration?.pace.thanks ?? 3) * 1_000 },
    langEnds: null,
  },
  acts: [{ act: 'close', seq }],
})

/** Whoever asks for the other language while the one before is thanked is the next one, and is shown the question. */
const inOtherLanguage = (turn: Turn, now: Now): Turn => ({
  ...turn,
  shown: turn.shown.at === 'thanks' || turn.shown.at === 'sorry' ? { at: 'question' } : turn.shown,
  lang: turn.lang === 'bg' ? 'en' : 'bg',
  langEnds: turn.lang === 'bg' ? now.ms + LANGUAGE_MS : null,
})

/** `0` three times within two seconds asks for the technician's PIN; where nothing can be asked yet there is nothing to guard. */
function withZero(turn: Turn, now: Now): Turn {
  const zeros = [...turn.zeros.filter(ms => now.ms - ms < ZEROS.withinMs), now.ms]
  if (zeros.length < ZEROS.times) return { ...turn, zeros }
  const ends = now.ms + TECHNICIAN_MS
  return {
    ...turn,
    zeros: [],
    shown: now.configuration
      ? { at: 'pin', typed: '', isWrong: false, ends }
      : { at: 'technician', tried: null, ends },
  }
}
