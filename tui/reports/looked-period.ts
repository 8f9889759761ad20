import {
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  periodAround,
  stepped,
} from '../../rules/reports/periods.ts'

/** The period that a report looks at: `day` is any day of it, null today. */
export type LookedPeriod = { kind: PeriodKind; day: Temporal.PlainDate | null }

export const periodLooked = ({ kind, day }: LookedPeriod, today: Temporal.PlainDate): Period =>
  periodAround(kind, day ?? today)

/** What comes after this one, after the last the first. */
export function following<T>(now: T, all: readonly T[], step: 1 | -1 = 1): T {
  const next = all[(all.indexOf(now) + step + all.length) % all.length]
  return next === undefined ? now : next
}

export const withNextKind = <S extends LookedPeriod>(s: S): S => ({
  ...s,
  kind: following(s.kind, PERIOD_KINDS),
})

/** The period before or after; none is later than today's. */
export function withStep<S extends LookedPeriod>(s: S, step: 1 | -1, today: Temporal.PlainDate): S {
  const day = stepped(s.kind, s.day ?? today, step)
  return Temporal.PlainDate.compare(day, today) > 0 ? s : { ...s, day }
}
