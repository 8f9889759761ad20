import { customType } from 'drizzle-orm/pg-core'
import { type Cents, cents } from '../rules/money.ts'

/** Euro cents: `bigint` in the table, branded bigint in the program. */
export const centsColumn = customType<{ data: Cents; driverData: string | bigint }>({
  dataType: () => 'bigint',
  toDriver: value => value.toString(),
  fromDriver: value => cents(BigInt(value)),
})

/** `2026-11-22 10:15:00.123+02` as PostgreSQL writes it, to an instant. */
export const instantOf = (text: string): Temporal.Instant => Temporal.Instant.from(text.replace(' ', 'T'))

export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: value => value.toString(),
  fromDriver: instantOf,
})

export const day = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: value => value.toString(),
  fromDriver: text => Temporal.PlainDate.from(text),
})

export const timeOfDay = customType<{ data: Temporal.PlainTime; driverData: string }>({
  dataType: () => 'time',
  toDriver: value => value.toString(),
  fromDriver: text => Temporal.PlainTime.from(text),
})

/** An array as PostgreSQL reads it from text: one parameter however many members, so that one plan serves them all. */
export const arrayText = (members: readonly string[]): string =>
  `{${members.map(member => `"${member.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
