export type CalendarRefusals = Record<never, never>
