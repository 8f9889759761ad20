import type { Face, Origin } from '../../rules/kiosks.ts'
import type { Configuration } from '../../web/contract.ts'
import type { FromBox, Now, Shown, Turn, TurnEvent, Turned } from './turn.ts'

/** The technician's screens leave by themselves when nothing was pressed for so long. */
export const TECHNICIAN_MS = 60_000

/** Longer no PIN is typed. */
const MOST_DIGITS = 12

type AtTechnician = Shown & { at: 'pin' | 'technician' }

/** What the technician's screens make of an event; null where they are left. */
export function onTechnician(turn: Turn, shown: AtTechnician, event: TurnEvent, now: Now): Turned | null {
  if (event.kind === 'touch' && event.zone.what === 'leave') return null
  const ends = now.ms + TECHNICIAN_MS
  return shown.at === 'pin'
    ? onPin(turn, shown, event, ends)
    : onTrial(turn, shown, event, now.configuration, ends)
}

function onPin(turn: Turn, shown: Shown & { at: 'pin' }, event: TurnEvent, ends: number): Turned | null {
  const { typed } = shown
  const now = (next: Shown): Turned => ({ turn: { ...turn, shown: next }, acts: [] })
  switch (event.kind) {
    case 'digit':
      return now({ ...shown, typed: `${typed}${event.digit}`.slice(0, MOST_DIGITS), isWrong: false, ends })
    case 'erase':
      return now({ ...shown, typed: typed.slice(0, -1), ends })
    case 'enter':
      return typed === ''
        ? null
        : { turn: { ...turn, shown: { ...shown, ends } }, acts: [{ act: 'pin', typed }] }
    case 'pin':
      return now(
        event.isRight
          ? { at: 'technician', tried: null, ends }
          : { at: 'pin', typed: '', isWrong: true, ends },
      )
    default:
      return { turn, acts: [] }
  }
}

function onTrial(
  turn: Turn,
  shown: Shown & { at: 'technician' },
  event: TurnEvent,
  configuration: Configuration | null,
  ends: number,
): Turned | null {
  const { tried } = shown
  if (event.kind === 'enter' || (event.kind === 'digit' && event.digit === 0)) return null
  if (event.kind === 'kept' && tried)
    return {
      turn: { ...turn, shown: { ...shown, tried: { ...tried, seq: event.seq } } },
      acts: [{ act: 'close', seq: event.seq }],
    }
  if (event.kind === 'refused' && tried)
    return { turn: { ...turn, shown: { ...shown, tried: { ...tried, seq: 'refused' } } }, acts: [] }
  const trial = trialOf(event)
  if (!trial || !configuration || trial.face > configuration.faces) return { turn, acts: [] }
  return {
    turn: { ...turn, shown: { ...shown, tried: { face: trial.face, seq: 'keeping' }, ends } },
    acts: [{ act: 'press', askId: configuration.askId, ...trial, isTest: true }],
  }
}

function trialOf(event: TurnEvent): { face: Face; origin: Origin; box: FromBox } | null {
  if (event.kind === 'box') return { face: event.face, origin: 'box', box: event.box }
  if (event.kind === 'touch')
    return event.zone.what === 'face' ? { face: event.zone.face, origin: 'touch', box: null } : null
  const face =
    event.kind === 'digit' ? ([1, 2, 3, 4, 5] as const).find(one => one === event.digit) : undefined
  return face === undefined ? null : { face, origin: 'keys', box: null }
}
