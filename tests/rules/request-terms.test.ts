import { expect, test } from 'vitest'
import { dueOf } from '../../rules/deadlines.ts'
import { extensionsGiven, type RequestEvent, termEvents } from '../../rules/requests.ts'
import { day, moment, SHIPPED, term } from './deadline-facts.ts'

const told = (kind: RequestEvent['kind'], on: string, by: RequestEvent['by'] = null): RequestEvent => ({
  kind,
  onDay: day(on),
  by,
})
const more = term('10 calendar_days', 'чл. 57, ал. 7 АПК')

test('what an extension gave counts until the term begins anew', () => {
  const extended = told('extended', '2026-11-05', more)
  expect(extensionsGiven([extended])).toEqual([more])
  expect(extensionsGiven([extended, told('suspended', '2026-11-06'), told('resumed', '2026-11-09')])).toEqual(
    [more],
  )
  expect(extensionsGiven([extended, told('irregular', '2026-11-06'), told('mended', '2026-11-09')])).toEqual(
    [],
  )
  expect(extensionsGiven([extended, told('forwarded', '2026-11-09'), extended])).toEqual([more])
})

test('an irregularity stops the term, its notice moves nothing, and mended it begins anew (чл. 30, ал. 3 АПК)', () => {
  const start = { at: moment('2026-11-02'), term: term('14 calendar_days'), hours: null }
  const due = (...events: RequestEvent[]) => dueOf(start, termEvents(events), SHIPPED, day('2026-11-10'))
  const stopped = [told('irregular', '2026-11-04'), told('notified', '2026-11-06')]
  expect(due(...stopped)).toMatchObject({ isRunning: false })
  expect(due(...stopped, told('brought', '2026-11-09')).isRunning).toBe(false)
  const mended = due(...stopped, told('brought', '2026-11-09'), told('mended', '2026-11-09'))
  expect([mended.from, mended.on].map(String)).toEqual(['2026-11-09', '2026-11-23'])
  expect(due(told('moved', '2026-11-16')).on.toString()).toBe('2026-11-16')
})
