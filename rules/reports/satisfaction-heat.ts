import { answersIn, type FaceCounts, measured, shadeOfCount, shadeOfIndex } from '../satisfaction.ts'
import {
  aboutLines,
  columnOf,
  formulas,
  indexCell,
  type SatisfactionAbout,
  whyEmpty,
} from './satisfaction.ts'
import type { Satisfaction } from './satisfaction-facts.ts'
import type { Cell, Column, Table } from './table.ts'

const SHADES = [' ', '░', '▒', '█'] as const

/** Hours down, days of the week across: working hours and days, and any other that somebody answered in. */
export function heatTable(seen: Satisfaction, about: SatisfactionAbout): Table {
  const { words, heatOf } = about
  const cells = new Map(seen.rows.map(({ key, counts }) => [Number(key), counts]))
  const answered = [...cells].filter(([, counts]) => answersIn(counts) > 0).map(([key]) => key)
  const hours = everyOne(
    seen.hours.from,
    seen.hours.until - 1,
    answered.map(key => key % 100),
  )
  const days = everyOne(
    1,
    5,
    answered.map(key => Math.floor(key / 100)),
  )
  const most = Math.max(0, ...[...cells.values()].map(answersIn))
  const empty = whyEmpty(seen, about)
  const kind = about.isDrawn ? 'text' : heatOf === 'index' ? 'percent' : 'count'
  return {
    name: `satisfaction-heat-${heatOf}`,
    title: heatOf === 'index' ? words.title.heat : words.title.heatCount,
    subtitle: aboutLines(seen, about),
    columns: [
      columnOf('hour', 'text', about),
      ...days.map((day): Column => ({ key: `day${day}`, title: words.weekdays[day - 1] ?? '', kind })),
    ],
    rows: empty
      ? []
      : hours.map(hour => ({
          hour: words.hour(String(hour).padStart(2, '0')),
          ...Object.fromEntries(
            days.map(day => [`day${day}`, heatCell(cells.get(day * 100 + hour) ?? [], most, about)]),
          ),
        })),
    totals: null,
    foot: empty
      ? [empty]
      : [
          words.formula.heat[heatOf],
          ...(heatOf === 'index' ? formulas(seen.question?.faces ?? 5, about).slice(1, 2) : []),
        ],
  }
}

/** Whole numbers from one to another, farther where some lie beyond. */
function everyOne(from: number, until: number, seen: readonly number[]): number[] {
  const first = Math.min(from, ...seen)
  const last = Math.max(until, ...seen)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

function heatCell(counts: FaceCounts, most: number, { heatOf, isDrawn }: SatisfactionAbout): Cell {
  const { answers, index } = measured(counts)
  if (heatOf === 'count') return isDrawn ? drawn(shadeOfCount(answers, most), String(answers)) : answers
  if (!isDrawn) return indexCell(index)
  if (answers === 0) return null
  if (index === null) return drawn(0, '·')
  const whole = Math.round(index)
  return drawn(shadeOfIndex(whole), String(whole))
}

const NUMBER_WIDTH = 4

const drawn = (shade: 0 | 1 | 2 | 3, number: string): string =>
  `${SHADES[shade].repeat(2)}${number.padStart(NUMBER_WIDTH)}`
